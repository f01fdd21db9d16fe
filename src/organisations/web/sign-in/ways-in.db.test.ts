import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayIn, newId, type PaperInvitationId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '../../test-kit.ts'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, paperCodes } from '#platform'
import { inviteParticipant, invitePaper, withdrawPaper } from '#sharing'
import { type Browser, openSite, type Site } from './test-site.ts'

let house: TestHouse
let tenantId: TenantId
let coach: Actor
/** Outside a trial: second factors on, no codes for staff. */
let site: Site
let next = 10_000_000

const aNumber = (): string => `+316${(next += 1)}`
const today = dayIn(new Date())

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  site = await openSite(house, { demo: false })
}, 60_000)
afterAll(async () => {
  await site.close()
  await house.close()
})

/** Born on 14 May. */
const aPerson = async (inTenant = tenantId, by = coach): Promise<ParticipantId> => {
  const id = await aParticipant(house, inTenant, { birthDate: '1990-05-14' as never })
  await reaching(house, inTenant, id, by)
  return id
}
const lettersTo = async (recipient: string): Promise<readonly string[]> => {
  await site.runJobs()
  const { rows } = await house.owner.query<{ words: string }>(
    'select words from auth.mail_message where recipient = $1 order by created_at desc, id desc',
    [recipient],
  )
  return rows.map(row => row.words)
}
const codeFor = async (recipient: string): Promise<string> => /\b\d{6}\b/.exec((await lettersTo(recipient))[0] ?? '')?.[0] ?? ''
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/vandaag')).body.includes('binnen als participant')

describe('with a code by text message', () => {
  const invited = async (number: string): Promise<ParticipantId> => {
    const participantId = await aPerson()
    const answer = await house.runner.run(inviteParticipant, coach, { participantId, phone: number, language: 'nl' })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return participantId
  }

  test('who was invited by number reads where to go, asks for a code in any spelling and is in', async () => {
    const number = aNumber()
    await invited(number)
    expect((await lettersTo(number))[0]).toContain('/aanmelden/code')
    const browser = site.browser()
    const typed = `06 ${number.slice(4, 8)}-${number.slice(8)}`
    const asked = await browser.post('/aanmelden/code', { email: typed, terug: '/mijn' })
    expect(asked).toMatchObject({ status: 303, to: '/aanmelden/code/invullen?terug=%2Fmijn' })
    const code = await codeFor(number)
    expect(await browser.post('/aanmelden/code/invullen', { code, terug: '/mijn' })).toMatchObject({ status: 303, to: '/mijn' })
    expect(await isIn(browser)).toBe(true)
  })

  test('a code works once, and an older one not after a newer was asked for', async () => {
    const number = aNumber()
    await invited(number)
    const browser = site.browser()
    await browser.post('/aanmelden/code', { email: number })
    const older = await codeFor(number)
    await browser.post('/aanmelden/code', { email: number })
    const newer = await codeFor(number)
    if (older !== newer) expect((await browser.post('/aanmelden/code/invullen', { code: older })).status).toBe(400)
    const again = site.browser()
    again.cookies.set('opstap_code_for', browser.cookies.get('opstap_code_for') ?? '')
    expect((await browser.post('/aanmelden/code/invullen', { code: newer })).status).toBe(303)
    expect((await again.post('/aanmelden/code/invullen', { code: newer })).status).toBe(400)
  })

  test('a number that nobody has is answered alike, and gets nothing; guessing ends', async () => {
    const [known, unknown] = [aNumber(), aNumber()]
    await invited(known)
    const answers = []
    for (const email of [known, unknown]) {
      const { status, to } = await site.browser().post('/aanmelden/code', { email })
      answers.push({ status, to })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(await lettersTo(unknown)).toEqual([])
    const browser = site.browser()
    await browser.post('/aanmelden/code', { email: known })
    const code = await codeFor(known)
    for (let i = 0; i < 5; i += 1) await browser.post('/aanmelden/code/invullen', { code: code === '000000' ? '1' : '000000' })
    expect((await browser.post('/aanmelden/code/invullen', { code })).status).toBe(400)
  })

  test('messages to one number are bounded, however it is spelled', async () => {
    const number = aNumber()
    const browser = site.browser()
    const spellings = [number, `0${number.slice(3)}`, `0031${number.slice(3)}`]
    for (let i = 0; i < 6; i += 1)
      expect((await browser.post('/aanmelden/code', { email: spellings[i % 3] ?? '' })).status).toBe(303)
    expect((await browser.post('/aanmelden/code', { email: number })).status).toBe(429)
  })

  test.each([
    ['020 123 45 67', 'mobiel nummer'],
    ['twaalf', 'lijkt geen e-mailadres of telefoonnummer'],
  ])('%s is refused at the field, without telling who is known', async (email, words) => {
    const answer = await site.browser().post('/aanmelden/code', { email })
    expect(answer.status).toBe(400)
    expect(answer.body).toContain(words)
  })
})

describe('with a letter', () => {
  const aLetter = async (participantId: ParticipantId, by = coach): Promise<{ id: PaperInvitationId; code: string }> => {
    const answer = await house.runner.run(invitePaper, by, { participantId, language: 'nl' })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const id = answer.value.invitationId
    return { id, code: paperCodes().codeOf(id) }
  }
  const enter = (browser: Browser, code: string, day = '14', month = '5') => browser.post('/welkom', { code, day, month })

  test('who has neither mail nor telephone comes in with letter and birthday, and is asked how to come in next time', async () => {
    const { code } = await aLetter(await aPerson())
    const browser = site.browser()
    const shown = await browser.get(`/welkom?code=${code}&lang=nl`)
    expect(shown.body).toContain('Wanneer ben je jarig?')
    const typed = `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`
    expect(await enter(browser, typed)).toMatchObject({ status: 303, to: '/account/inloggen?welkom=1' })
    expect(await isIn(browser)).toBe(true)
    expect((await browser.get('/account/inloggen?welkom=1')).body).toContain('Fijn dat je er bent')
  })

  test('the database holds neither code nor anything that can be tried without the secret', async () => {
    const { id, code } = await aLetter(await aPerson())
    const { rows } = await house.owner.query('select row_to_json(i)::text as row from paper_invitation i where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(code)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(code).toString('hex'))
    const kept = await house.owner.query('select answer::text as answer from idempotency')
    expect(JSON.stringify(kept.rows)).not.toContain(code)
  })

  test('a letter works once', async () => {
    const { code } = await aLetter(await aPerson())
    expect((await enter(site.browser(), code)).status).toBe(303)
    const replay = await enter(site.browser(), code)
    expect(replay.status).toBe(400)
    expect(replay.body).toContain('of de brief werkt niet meer')
  })

  test('a wrong birthday and a code that never was are answered alike; after five the right one is refused too', async () => {
    const { code } = await aLetter(await aPerson())
    const wrong = await enter(site.browser(), code, '15')
    const never = await enter(site.browser(), 'ABCDE23456', '15')
    const plain = (body: string): string => body.replace(/value="[^"]*"/g, '')
    expect([wrong.status, plain(wrong.body)]).toEqual([never.status, plain(never.body)])
    for (let i = 0; i < 4; i += 1) await enter(site.browser(), code, '15')
    expect((await enter(site.browser(), code)).status).toBe(400)
    const lines = await house.owner.query(
      `select outcome from access_line where use_case = 'sharing.usePaperInvitation' and outcome = 'refused'`,
    )
    expect(lines.rowCount).toBe(5)
  })

  test('not after it was withdrawn, replaced by a newer one, or ran out', async () => {
    const person = await aPerson()
    const withdrawn = await aLetter(person)
    await house.runner.run(withdrawPaper, coach, { participantId: person, invitationId: withdrawn.id })
    expect((await enter(site.browser(), withdrawn.code)).status).toBe(400)
    const replaced = await aLetter(person)
    const late = await aLetter(person)
    expect((await enter(site.browser(), replaced.code)).status).toBe(400)
    await house.owner.query('update paper_invitation set expires_on = $2 where id = $1', [late.id, addDays(today, -1)])
    expect((await enter(site.browser(), late.code)).status).toBe(400)
    await house.owner.query('update paper_invitation set expires_on = $2 where id = $1', [late.id, today])
    expect((await enter(site.browser(), late.code)).status).toBe(303)
  })

  test('a disabled person, and one whose own sign-in was ended, stay out', async () => {
    for (const change of [
      `update auth."user" u set disabled_at = now() from membership m where m.user_id = u.id and m.participant_id = $1`,
      `update membership set active = false where participant_id = $1`,
    ]) {
      const person = await aPerson()
      const { code } = await aLetter(person)
      await house.owner.query(change, [person])
      expect((await enter(site.browser(), code)).status).toBe(400)
    }
  })

  test('a letter of another municipality opens the dossier there, and nobody here can withdraw it', async () => {
    const elsewhere = await house.municipality('Anders')
    const theirs = await house.member(elsewhere, 'coach', { organisationId: await house.organisation(elsewhere) })
    const person = await aPerson(elsewhere, theirs)
    const { id, code } = await aLetter(person, theirs)
    const refusal = { ok: false, code: 'notFound' }
    expect(await house.runner.run(withdrawPaper, coach, { participantId: person, invitationId: id })).toEqual(refusal)
    const own = await aPerson()
    expect(await house.runner.run(withdrawPaper, coach, { participantId: own, invitationId: id })).toEqual(refusal)
    const browser = site.browser()
    expect((await enter(browser, code)).status).toBe(303)
    const session = await house.owner.query(
      `select m.tenant_id from auth.session s join membership m on m.id = s.active_membership_id where m.participant_id = $1`,
      [person],
    )
    expect(session.rows).toEqual([{ tenant_id: elsewhere }])
  })

  test('a letter never opens an account that leads to more than that dossier: of a colleague, or of somebody else', async () => {
    const boss = await house.member(tenantId, 'beheer')
    await house.owner.query(`update auth."user" set two_factor_enabled = true where id = $1`, [boss.userId])
    const other = await aPerson()
    const address = `${newId()}@post.example`
    await house.runner.run(inviteParticipant, coach, { participantId: other, email: address })
    for (const email of [boss.email, address]) {
      const person = await aPerson()
      // The way in as it was made before: a letter first, and the account led to more later.
      const { id, code } = await aLetter(person)
      await house.owner.query(
        `update membership m set user_id = (select id from auth."user" where email = $2) where participant_id = $1`,
        [person, email],
      )
      const browser = site.browser()
      expect((await enter(browser, code)).status).toBe(400)
      expect(browser.cookies.has('opstap.session_token')).toBe(false)
      expect(await house.runner.run(invitePaper, coach, { participantId: person })).toMatchObject({
        ok: false,
        code: 'notPossibleNow',
      })
      const used = await house.owner.query('select from paper_invitation where id = $1 and used_at is not null', [id])
      expect(used.rowCount).toBe(0)
    }
  })

  test('guessing codes from one place ends, and a letter needs a whole birthday', async () => {
    const browser = site.browser()
    expect((await enter(browser, '', '14', '5')).body).toContain('Code uit de brief')
    expect((await enter(browser, 'ABCDE23456', '', '5')).status).toBe(400)
    expect((await enter(browser, 'ABCDE23456', '14', '')).body).toContain('Kies een maand')
    for (let i = 0; i < 10; i += 1) await enter(site.browser(), 'ZZZZZ99999')
    expect((await enter(site.browser(), 'ZZZZZ99999')).status).toBe(429)
  })

  test('a stranger makes no letter, and an unknown id answers the same', async () => {
    const stranger = await house.member(tenantId, 'coach', {
      organisationId: await house.organisation(tenantId, 'welfare', 'Verder'),
    })
    const refusal = { ok: false, code: 'notFound' }
    expect(await house.runner.run(invitePaper, stranger, { participantId: await aPerson() })).toEqual(refusal)
    expect(await house.runner.run(invitePaper, coach, { participantId: newId<ParticipantId>() })).toEqual(refusal)
  })
})

describe('an own address for next time', () => {
  const inWithLetter = async (): Promise<Browser> => {
    const participantId = await aPerson()
    const answer = await house.runner.run(invitePaper, coach, { participantId })
    if (!answer.ok) throw new Error(answer.code)
    const browser = site.browser()
    await browser.post('/welkom', { code: paperCodes().codeOf(answer.value.invitationId), day: '14', month: '5' })
    return browser
  }

  test('a number is proved with the code that went there, and signs in from then on', async () => {
    const browser = await inWithLetter()
    const number = aNumber()
    const asked = await browser.post('/account/inloggen', { address: `0${number.slice(3)}` })
    expect(asked).toMatchObject({ status: 303, to: '/account/inloggen/code' })
    const code = await codeFor(number)
    expect(await browser.post('/account/inloggen/code', { code: code === '000000' ? '1' : '000000' })).toMatchObject({
      to: '/account/inloggen/code',
    })
    expect(await browser.post('/account/inloggen/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      to: '/',
    })
    const later = site.browser()
    await later.post('/aanmelden/code', { email: number })
    expect((await later.post('/aanmelden/code/invullen', { code: await codeFor(number) })).status).toBe(303)
    expect(await isIn(later)).toBe(true)
  })

  test('an address of somebody else gets no code and is not told', async () => {
    const [first, second] = [await inWithLetter(), await inWithLetter()]
    const email = `${newId()}@post.example`
    await first.post('/account/inloggen', { address: email })
    await first.post('/account/inloggen/code', { code: await codeFor(email) })
    const before = (await lettersTo(email)).length
    expect(await second.post('/account/inloggen', { address: email })).toMatchObject({
      status: 303,
      to: '/account/inloggen/code',
    })
    expect((await lettersTo(email)).length).toBe(before)
  })

  test('codes to new addresses are bounded, and so are guesses', async () => {
    const browser = await inWithLetter()
    const number = aNumber()
    await browser.post('/account/inloggen', { address: number })
    const code = await codeFor(number)
    for (let i = 0; i < 5; i += 1) await browser.post('/account/inloggen/code', { code: code === '000000' ? '1' : '000000' })
    expect(await browser.post('/account/inloggen/code', { code })).toMatchObject({ to: '/account/inloggen/code' })
    for (let i = 0; i < 4; i += 1) await browser.post('/account/inloggen', { address: aNumber() })
    expect((await browser.post('/account/inloggen', { address: aNumber() })).status).toBe(429)
  })
})
