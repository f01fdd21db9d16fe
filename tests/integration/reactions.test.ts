import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { createJobs, createMailer, FACTS_TASK, factsTask, fixedClock, MAIL_TASK } from '#platform'
import { acceptReferral, getReferral, sendReferral } from '#trajectories'
import { referralInput } from '#trajectories/test-kit'
import { referralMail } from '../../src/shell/reactions/referral-mail.ts'

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() })

let house: TestHouse
beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())

test('who has to answer a referral gets a mail, and who sent it hears that it was accepted; no mail names the person', async () => {
  const tenantId = await house.municipality()
  const desk = await house.organisation(tenantId, 'municipalDesk', 'Serviceplein')
  const brug = await house.organisation(tenantId)
  const karin = await house.member(tenantId, 'serviceplein', { organisationId: desk })
  const mirjam = await house.member(tenantId, 'coach', { organisationId: brug })
  const elsewhere = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Rietdorp'),
  })
  const mails: z.infer<typeof Mail>[] = []
  const clock = { now: () => new Date() }
  const tools = { runner: house.runner, mailer: createMailer(house.pool), clock }
  const jobs = createJobs({
    connectionString: house.appUrl,
    tasks: {
      [FACTS_TASK]: factsTask(house.pool, referralMail(tools)),
      [MAIL_TASK]: async mail => void mails.push(Mail.parse(mail)),
    },
    log: () => undefined,
  })

  const sent = await house.runner.run(sendReferral, karin, referralInput(brug, { callName: 'Roza', surname: 'Kaya' }))
  if (!sent.ok) throw new Error(sent.code)
  await jobs.runDue()
  expect(mails.map(mail => [mail.to, mail.subject])).toEqual([[mirjam.email, 'Nieuwe aanmelding in Opstap']])
  expect(mails[0]?.text).toContain(`/aanmeldingen/${sent.value.referralId}`)

  const { participantId, referralId } = sent.value
  const read = await house.runner.run(getReferral, mirjam, { participantId, referralId })
  if (!read.ok) throw new Error(read.code)
  const accepted = await house.runner.run(acceptReferral, mirjam, { participantId, referralId, version: 1 })
  expect(accepted.ok).toBe(true)
  await jobs.runDue()
  expect(mails.map(mail => mail.to)).toEqual([mirjam.email, karin.email])
  expect(mails.some(mail => mail.to === elsewhere.email)).toBe(false)
  expect(mails.filter(mail => /Roza|Kaya/.test(mail.text + mail.subject))).toEqual([])
  const open = await house.owner.query('select count(*)::int as n from outbox_fact where handled_at is null')
  expect(open.rows[0]).toEqual({ n: 0 })
})

test('facts of long ago are history: they are handled without a mail', async () => {
  const tenantId = await house.municipality('Anders')
  const brug = await house.organisation(tenantId)
  await house.member(tenantId, 'coach', { organisationId: brug })
  await house.owner.query(
    `insert into outbox_fact (tenant_id, id, name, payload, at) values ($1, gen_random_uuid(), 'ReferralSent', $2, '2026-01-01')`,
    [tenantId, JSON.stringify({ referralId: tenantId, organisationId: brug, participantId: tenantId })],
  )
  const mails: unknown[] = []
  const mailer = { send: async (mail: unknown) => void mails.push(mail) }
  await factsTask(
    house.pool,
    referralMail({ runner: house.runner, mailer, clock: fixedClock('2026-11-22T10:00:00Z') }),
  )({ tenantId })
  expect(mails).toEqual([])
  const open = await house.owner.query('select count(*)::int as n from outbox_fact where tenant_id = $1 and handled_at is null', [
    tenantId,
  ])
  expect(open.rows[0]).toEqual({ n: 0 })
})

test('who hears of a referral that nobody answered, of one that was passed on, and of a trajectory that changed hands', async () => {
  const tenantId = await house.municipality('Elders')
  const brug = await house.organisation(tenantId)
  const karin = await house.member(tenantId, 'serviceplein')
  const mirjam = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Mirjam' })
  const yusuf = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Yusuf' })
  const mails: { to: string; subject: string; text: string }[] = []
  const mailer = { send: async (mail: (typeof mails)[number]) => void mails.push(mail) }
  const reactions = referralMail({ runner: house.runner, mailer, clock: { now: () => new Date() } })
  const about = { referralId: tenantId, participantId: tenantId, organisationId: brug, sentBy: karin.membershipId }
  const tell = async (name: string, payload: object = about): Promise<readonly string[]> => {
    mails.length = 0
    await reactions[name]?.({ tenantId, name, payload: { ...payload }, at: new Date() })
    return mails.map(mail => `${mail.to}: ${mail.subject}`)
  }
  expect(await tell('ReferralUnanswered')).toEqual([
    expect.stringContaining(mirjam.email),
    expect.stringContaining(yusuf.email),
    `${karin.email}: Nog geen antwoord op je aanmelding`,
  ])
  expect(await tell('ReferralQuestionUnanswered')).toEqual([`${karin.email}: Een vraag over je aanmelding wacht op antwoord`])
  expect(await tell('ReferralPassedOn')).toEqual([`${karin.email}: Je aanmelding is doorgegeven`])
  const handed = { participantId: tenantId, trajectoryId: tenantId, organisationId: brug, coordinatorId: yusuf.membershipId }
  expect(await tell('CoordinatorChanged', handed)).toEqual([`${yusuf.email}: Er is een traject aan je overgedragen`])
  expect(mails[0]?.text).toContain(`/deelnemers/${tenantId}/traject`)
})
