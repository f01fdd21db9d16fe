import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillIn, press, type Typed } from './journey/hand.ts'
import { openProduct, type Product, type Visit } from './product.ts'

/** Two people have the same thing open: whoever saves last sees both texts, and loses nothing. */
let product: Product
const visits: Visit[] = []
const OF_SELAM = `join participant p using (tenant_id, participant_id) where p.call_name = 'Selam'`

beforeAll(async () => {
  product = await openProduct()
}, 240_000)
afterAll(async () => {
  await Promise.all(visits.map(visit => visit.end()))
  await product.close()
})

const windows = new Map<string, readonly [Page, Page]>()
/** Two windows, each with a session of its own. */
const twoOf = async (who: string): Promise<readonly [Page, Page]> => {
  const known = windows.get(who)
  if (known !== undefined) return known
  const open = async (): Promise<Page> => {
    const visit = await product.visit({ viewport: { width: 1280, height: 900 } })
    visits.push(visit)
    await visit.signIn(who)
    return visit.page
  }
  const both = [await open(), await open()] as const
  windows.set(who, both)
  return both
}

const one = async (sql: string): Promise<{ readonly id: string; readonly person?: string }> => {
  const found = await product.owner.query<{ id: string; person?: string }>(sql)
  if (found.rows[0] === undefined) throw new Error(`the demo has nothing for: ${sql}`)
  return found.rows[0]
}

interface Edited {
  readonly who: string
  /** The address where it is edited, for an id. */
  readonly at: (found: { readonly id: string; readonly person?: string }) => string
  readonly find: string
  readonly form: string
  /** The field whose words both change; `more` is changed by the second only. */
  readonly field: string
  readonly more?: Typed
  readonly stands: (id: string) => string
}

const talk = (part: string) => (found: { readonly id: string; readonly person?: string }) =>
  `/deelnemers/${found.person}/gesprek/${part}${found.id}`
const inTalk = { who: 'coach' } as const

const EDITED: Readonly<Record<string, Edited>> = {
  wish: {
    ...inTalk,
    at: talk('wens?wijzig='),
    find: `select w.id, w.participant_id as person from wish w ${OF_SELAM} and w.kind = 'wish' and w.archived_at is null and w.language = 'nl' order by w.id limit 1`,
    form: 'conversation.amendWish',
    field: 'words',
    stands: id => `select words as text from wish where id = '${id}'`,
  },
  goal: {
    ...inTalk,
    at: talk('doel?wijzig='),
    find: `select g.id, g.participant_id as person from goal g ${OF_SELAM} and g.title = 'Beter Nederlands'`,
    form: 'conversation.amendGoal',
    field: 'title',
    more: { area: 'contributing', untilAsSaid: 'over drie maanden' },
    stands: id => `select title as text from goal where id = '${id}'`,
  },
  step: {
    ...inTalk,
    at: ({ id, person }) => `/deelnemers/${person}/gesprek/stappen?doel=${id.split('/')[0]}&wijzig=${id.split('/')[1]}`,
    find: `select s.goal_id || '/' || s.id as id, s.participant_id as person from step s ${OF_SELAM} and s.state = 'open' order by s.id limit 1`,
    form: 'conversation.amendStep',
    field: 'title',
    more: { place: 'Bij de fontein', helpWhat: 'Een paraplu', helpFrom: 'Almaz' },
    stands: id => `select title as text from step where id = '${id.split('/')[1]}'`,
  },
  agreement: {
    ...inTalk,
    at: talk('afspraken?wijzig='),
    find: `select a.id, a.participant_id as person from agreement a ${OF_SELAM} and a.state = 'open' order by a.id limit 1`,
    form: 'conversation.amendAgreement',
    field: 'words',
    more: { terms: 'Als het droog is' },
    stands: id => `select words as text from agreement where id = '${id}'`,
  },
  reciprocity: {
    ...inTalk,
    at: talk('afspraken?geven='),
    find: `select r.id, r.participant_id as person from reciprocity r ${OF_SELAM} limit 1`,
    form: 'conversation.amendReciprocity',
    field: 'words',
    stands: id => `select words as text from reciprocity where id = '${id}'`,
  },
  recognition: {
    who: 'beheer',
    at: ({ id }) => `/beheer/waardering?wijzig=${id}`,
    find: `select id from recognition_option where words = 'Bon voor de bakker'`,
    form: 'desk.amendRecognitionOption',
    field: 'words',
    stands: id => `select words as text from recognition_option where id = '${id}'`,
  },
}

const formIn = (page: Page, id: string) => page.locator(`form#${id.replace('.', '\\.')}`).first()
const save = (page: Page, id: string) => press(page, formIn(page, id).locator('button[type=submit]').last())

describe.each(Object.entries(EDITED))('two people edit the same %s', (_name, edited) => {
  test('the second sees both texts, has the own words still in the form, and decides', async () => {
    const [first, second] = await twoOf(edited.who)
    const found = await one(edited.find)
    const address = `${product.origin}${edited.at(found)}`
    const stands = async () => (await product.owner.query<{ text: string }>(edited.stands(found.id))).rows[0]?.text
    await Promise.all([first.goto(address), second.goto(address)])

    await fillIn(formIn(first, edited.form), { [edited.field]: 'Woorden van de eerste' })
    await save(first, edited.form)
    await fillIn(formIn(second, edited.form), { [edited.field]: 'Woorden van de tweede', ...edited.more })
    await save(second, edited.form)

    const panel = second.locator('.op-conflict')
    const words = await panel.innerText()
    expect(words).toContain('Woorden van de eerste')
    expect(words).toContain('Woorden van de tweede')
    expect(await stands(), 'nothing is overwritten').toBe('Woorden van de eerste')
    const again = formIn(second, edited.form)
    expect(await again.locator(`[name="${edited.field}"]`).inputValue()).toBe('Woorden van de tweede')
    for (const [name, value] of Object.entries(edited.more ?? {})) {
      const field = again.locator(`[name="${name}"]:not([type=radio]), [name="${name}"]:checked`).first()
      expect(await field.inputValue(), name).toBe(value)
    }

    await save(second, edited.form)
    expect(await stands(), 'kept mine').toBe('Woorden van de tweede')
  })

  test('or the words of the other are left standing, with one press', async () => {
    const [first, second] = await twoOf(edited.who)
    const found = await one(
      edited.find
        .replace(/ and g\.title = '[^']*'/, ` and g.title = 'Woorden van de tweede'`)
        .replace(/words = 'Bon[^']*'/, `words = 'Woorden van de tweede'`),
    )
    const address = `${product.origin}${edited.at(found)}`
    await Promise.all([first.goto(address), second.goto(address)])
    await fillIn(formIn(first, edited.form), { [edited.field]: 'Weer van de eerste' })
    await save(first, edited.form)
    await fillIn(formIn(second, edited.form), { [edited.field]: 'Weer van de tweede' })
    await save(second, edited.form)
    await press(second, second.locator('.op-conflict a').first())
    expect(await second.locator('main').innerText()).toContain('Weer van de eerste')
    const stands = await product.owner.query<{ text: string }>(edited.stands(found.id))
    expect(stands.rows[0]?.text).toBe('Weer van de eerste')
  })
})

test('when the other took the goal off the wheel meanwhile, what was typed is still there to copy', async () => {
  const [first, second] = await twoOf('coach')
  const found = await one(
    `select g.id, g.participant_id as person from goal g ${OF_SELAM} and g.title = 'Koken met vrouwen uit de buurt'`,
  )
  const address = `${product.origin}/deelnemers/${found.person}/gesprek/doel`
  await second.goto(`${address}?wijzig=${found.id}`)
  await first.goto(`${address}?weg=${found.id}`)
  const away = first.locator(`form[action*="${found.id}/archiveren"]`)
  await fillIn(away, { reason: 'notNow' })
  await press(first, away.locator('button[type=submit]').last())
  await fillIn(formIn(second, 'conversation.amendGoal'), { title: 'Elke vrijdag samen koken' })
  await save(second, 'conversation.amendGoal')
  expect(await second.locator('main').innerText()).toContain('Elke vrijdag samen koken')
})

test('when the other removed the step meanwhile, the second hears it and has all that was typed', async () => {
  const [first, second] = await twoOf('coach')
  const found = await one(
    `select s.goal_id || '/' || s.id as id, s.participant_id as person from step s ${OF_SELAM} and s.state = 'open' order by s.id desc limit 1`,
  )
  const [goalId, stepId] = found.id.split('/')
  const steps = `${product.origin}/deelnemers/${found.person}/gesprek/stappen?doel=${goalId}`
  await Promise.all([first.goto(steps), second.goto(`${steps}&wijzig=${stepId}`)])
  const away = first.locator(`form[action*="${stepId}/weghalen"]`)
  await first.locator('details', { has: away }).locator('summary').click()
  await press(first, away.locator('button[type=submit]'))
  await fillIn(formIn(second, 'conversation.amendStep'), { title: 'Samen de markt over', place: 'Bij de kaaskraam' })
  await save(second, 'conversation.amendStep')
  const words = await second.locator('main').innerText()
  expect(words).toContain('net weggehaald')
  for (const typed of ['Samen de markt over', 'Bij de kaaskraam']) expect(words).toContain(typed)
})
