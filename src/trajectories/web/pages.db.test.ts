import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn, newId, type ReferralId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, type AnyPage, formFields, type PageRequest, type UiLanguage } from '#platform'
import { answerQuestion, askBack, saveTypeSetting, withdrawReferral } from '../index.ts'
import { aSentReferral, type SentReferral } from '../test-kit.ts'
import { SEND_FORM } from './new-referral.page.tsx'
import { trajectoriesWeb } from './routes.ts'

let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor
let stranger: Actor
let sent: SentReferral

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein', { name: 'Balie Veenrijk' })
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
  sent = await aSentReferral(house, desk, brug, { wish: '<b>Weer naaien</b>', wishLanguage: 'ti', bsn: '111222333' })
})
afterAll(() => house.close())

const requestOf = (actor: Actor, more: Partial<PageRequest> = {}): PageRequest => {
  const now = new Date()
  return {
    lang: 'nl',
    actor,
    now,
    today: dayIn(now),
    path: '/',
    query: {},
    params: {},
    csrfToken: 'csrf',
    formKey: () => 'key',
    notice: undefined,
    form: undefined,
    navigation: [],
    demo: false,
    run: (useCase, input) => house.runner.run(useCase, actor, input),
    ...more,
  }
}

const pageCalled = (id: string): AnyPage => {
  const page = trajectoriesWeb.pages.find(each => each.id === id)
  if (page === undefined) throw new Error(`No page ${id}`)
  return page
}

/** The page as this person gets it, or the code with which it is refused. */
const open = async (id: string, actor: Actor, more: Partial<PageRequest> = {}): Promise<string> => {
  const page = pageCalled(id)
  const request = requestOf(actor, more)
  const loaded = await page.load(request)
  return loaded.ok ? page.view(loaded.value as never, request) : loaded.code
}
const openReferral = (actor: Actor, referralId: string = sent.referralId, query: Readonly<Record<string, string>> = {}) =>
  open('trajectories.referral', actor, { params: { referralId }, query })
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('the organisation reads the wish as said, in its own language, and never the number', async () => {
  const html = await openReferral(coach, sent.referralId, { bsn: 'toon' })
  expect(html).toContain('<blockquote class="op-quote" lang="ti" dir="auto">&lt;b&gt;Weer naaien&lt;/b&gt;</blockquote>')
  expect(html).not.toContain('111222333')
  expect(textOf(html)).not.toMatch(/burgerservicenummer/i)
})

test('the number is shown to the desk when it asks for it, not before', async () => {
  expect(await openReferral(desk)).not.toContain('111222333')
  expect(await openReferral(desk, sent.referralId, { bsn: 'toon' })).toContain('111222333')
})

test('buttons are those of the table: the organisation answers, the desk amends and withdraws', async () => {
  const forms = (html: string) => [...html.matchAll(/ action="\/aanmeldingen\/[^/"]+\/([^"]+)"/g)].map(match => match[1])
  expect(forms(await openReferral(coach))).toEqual(['aannemen', 'vraag-stellen', 'doorgeven', 'niet-aannemen'])
  expect(forms(await openReferral(desk))).toEqual(['aanpassen', 'andere-organisatie', 'intrekken'])
})

test('who may not see it, an unknown id and no id at all get the same', async () => {
  expect(await openReferral(stranger)).toBe('notFound')
  expect(await openReferral(coach, newId<ReferralId>())).toBe('notFound')
  expect(await openReferral(coach, 'geen-id')).toBe('notFound')
})

test.each<[UiLanguage, string]>([
  ['nl', 'Wacht op antwoord'],
  ['en', 'Waiting for an answer'],
])('the list in %s, and a wrong filter shows what waits', async (lang, words) => {
  const html = await open('trajectories.referrals', desk, { lang, query: { staat: 'onzin', pagina: '-1' } })
  expect(textOf(html)).toContain(words)
  expect(textOf(html)).toContain('Selam Tesfay')
})

test('a list without anything teaches the first step', async () => {
  const newDesk = await house.member(await house.municipality('Leeg'), 'serviceplein')
  const html = await open('trajectories.referrals', newDesk)
  expect(html).toContain('href="/aanmeldingen/nieuw"')
})

test('while a question is out the term rests; its answer is the news to who asked', async () => {
  const asked = await aSentReferral(house, desk, coach.organisationId, { callName: 'Vraagje' })
  const { participantId, referralId } = asked
  await house.runner.run(askBack, coach, { participantId, referralId, version: 1, question: 'Welke dag kan?' })
  const list = textOf(await open('trajectories.referrals', desk))
  expect(list).toContain('na jullie antwoord op de vraag')
  expect(textOf(await openReferral(coach, referralId))).not.toContain('Antwoord uiterlijk')
  await house.runner.run(answerQuestion, desk, { participantId, referralId, version: 2, answer: 'Maandag.' })
  const told = textOf(await openReferral(coach, referralId))
  expect(told).toContain('De gemeente heeft jullie vraag beantwoord. Balie Veenrijk wacht op jullie antwoord')
  expect(told).toContain('Vraag beantwoord')
  expect(textOf(await openReferral(desk, referralId))).toContain('Verstuurd naar De Brug Welzijn')
})

test('who does the intake in a transition reads that the referral is passed on afterwards', async () => {
  const words = 'doen jullie de intake en geven jullie daarna door'
  expect(textOf(await openReferral(coach))).not.toContain(words)
  const change = { type: 'socialActivation', intakeOrganisationId: coach.organisationId, intakeUntil: dayIn(new Date()) }
  const admin = await house.member(tenantId, 'beheer')
  expect(await house.runner.run(saveTypeSetting, admin, { ...change, version: 0 })).toMatchObject({ ok: true })
  expect(textOf(await openReferral(coach))).toContain(words)
})

const typed = (values: Readonly<Record<string, string>>) =>
  formFields(new Map(Object.entries(values).map(([name, value]) => [name, [value]])))

test('a double is shown with both ways on, and everything typed is still there', async () => {
  const send = trajectoriesWeb.forms.find(form => form.id === SEND_FORM)
  const fields = typed({
    callName: 'Selam',
    surname: 'Tesfai',
    birthDate: '1988-04-12',
    organisationId: coach.organisationId ?? '',
    trajectoryType: 'socialActivation',
    law: 'participatiewet',
    voluntary: 'yes',
    wish: 'Ik wil dansen.',
    reason: 'Vraagt er zelf om.',
    language: 'nl',
  })
  const refusal = send && (await house.runner.run(send.useCase, desk, send.input(fields, {})))
  if (refusal === undefined || refusal.ok) throw new Error('Not refused')
  const html = await open('trajectories.newReferral', desk, {
    form: { id: SEND_FORM, fields, errors: [{ field: '', code: refusal.code, params: {} }], refusal },
  })
  const buttons = [...html.matchAll(/<button[^>]*name="(knownPerson|notTheSame)"[^>]*>/g)].map(([tag, name]) => [name, tag])
  expect(buttons).toEqual([
    ['knownPerson', expect.stringContaining(`value="${sent.participantId}"`)],
    ['notTheSame', expect.stringContaining('value="yes"')],
  ])
  expect(html).toContain('Ik wil dansen.')
  expect(html).toContain('value="Tesfai"')
  // Enter in a field must not decide who somebody is: the first button of the form only sends it again.
  const first = /<button[^>]*type="submit"[^>]*>/.exec(html.slice(html.indexOf('<form class="op-form"')))?.[0]
  expect(first).not.toContain('name=')
})

test('a wrong postcode does not hide behind the folded address', async () => {
  const fields = typed({ postcode: '12' })
  const refusal = { ok: false, code: 'invalidInput', field: 'postcode' } as const
  const errors = [{ field: 'postcode', code: 'postcode', params: {} }]
  const html = await open('trajectories.newReferral', desk, { form: { id: SEND_FORM, fields, errors, refusal } })
  expect(html).toMatch(/<details[^>]* open=""[^>]*><summary>Adres erbij/)
  expect(textOf(html)).toContain('Vul een postcode in, bijvoorbeeld 2405 AB')
})

test('withdrawing can be undone from the message that says so', async () => {
  const withdraw = trajectoriesWeb.forms.find(form => form.useCase.name === withdrawReferral.name)
  const fields = typed({ participantId: sent.participantId, version: '1', reason: '' })
  const params = { referralId: sent.referralId }
  const decision = withdraw && (await house.runner.run(withdraw.useCase, desk, withdraw.input(fields, params)))
  if (decision?.ok !== true) throw new Error('Not withdrawn')
  const done = withdraw?.done(decision.value as never, { ...requestOf(desk), fields })
  expect(done?.to).toBe(`/aanmeldingen/${sent.referralId}`)
  expect(done?.notice?.undo).toMatchObject({
    action: `/aanmeldingen/${sent.referralId}/terughalen`,
    fields: { participantId: sent.participantId, version: '2' },
  })
})
