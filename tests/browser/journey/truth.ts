import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Product } from '../product.ts'

/** What stands in the database about an offer, to hold each sentence of the page against. */
interface Fact {
  readonly name: string
  readonly description: string
  readonly areas: readonly string[]
  readonly free: number | null
  readonly taken: number
  readonly lat: number | null
  readonly lon: number | null
  readonly confirmed: string | null
  readonly details: {
    readonly times: {
      readonly slots: readonly { readonly weekday?: number; readonly from: string; readonly to: string }[]
      readonly weekdays: readonly number[]
      readonly dayParts: readonly string[]
      readonly frequency?: { readonly kind: string }
    }
    readonly cost: { readonly kind: string; readonly cents?: number }
    readonly languages: readonly string[]
    readonly allLanguages: boolean
    readonly dutchLevel?: string
    readonly features: readonly string[]
    readonly targetGroups: readonly string[]
    readonly limits: { readonly minAge?: number; readonly maxAge?: number; readonly indication?: boolean; readonly sex?: string }
  }
}

const FACTS = `select o.name, o.description || ' ' || o.name || ' ' || (o.details->>'targetGroupText') || ' ' || (o.details->>'remarks') as description,
  o.areas, o.free_stated as free, o.details, o.last_confirmed_on::text as confirmed, p.lat, p.lon,
  (select count(*)::int from placement pl where pl.tenant_id = o.tenant_id and pl.offer_id = o.id and pl.state = 'placed' and pl.created_at::date >= o.free_stated_on) as taken
  from offer o left join postcode_point p on p.tenant_id = o.tenant_id and p.postcode = o.postcode where o.id = $1`

export const factOf = async (product: Product, offerId: string): Promise<Fact> => {
  const found = await product.owner.query<Fact>(FACTS, [offerId])
  if (found.rows[0] === undefined) throw new Error(`No offer ${offerId}`)
  return found.rows[0]
}

/** For whom it is told: what was said and what has to be possible, as typed in the conversation. */
export interface Told {
  readonly said: readonly string[]
  readonly goal: string
  readonly dayParts: readonly string[]
  readonly point: { readonly lat: number; readonly lon: number }
  readonly age: number
}

const WEEKDAYS = ['', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const PARTS = { ochtend: 'morning', middag: 'afternoon', avond: 'evening' } as const
const SPANS = { morning: ['06:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', '24:00'] } as const
const LANGUAGES = { Nederlands: 'nl', Turks: 'tr', Engels: 'en', Arabisch: 'ar' } as const
const DAY_MS = 86_400_000
const EARTH_KM = 6371

const halfDay = (words: string): readonly [number, 'morning' | 'afternoon' | 'evening'] => {
  const [, weekday = '', part = ''] = /^(\w+dag)(ochtend|middag|avond)$/.exec(words.toLowerCase()) ?? []
  return [WEEKDAYS.indexOf(weekday), PARTS[part as keyof typeof PARTS]]
}

const isHeld = ({ details: { times } }: Fact, words: string): boolean => {
  const [weekday, part] = halfDay(words)
  const [start, end] = SPANS[part]
  const slot = times.slots.some(
    each => (each.weekday === weekday || each.weekday === undefined) && each.from < end && each.to > start,
  )
  return slot || (times.weekdays.includes(weekday) && times.dayParts.includes(part))
}

const isPossible = ({ dayParts }: Told, words: string): boolean => dayParts.includes(halfDay(words).join('-'))

const kmTo = ({ lat, lon }: Fact, { point }: Told): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [a, b] = [radians(lat ?? Number.NaN), radians(point.lat)]
  const h = Math.sin((a - b) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians((lon ?? Number.NaN) - point.lon) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

const list = (words: string): readonly string[] => words.split(/, | en /)
const includesAll = (text: string, words: string): boolean =>
  list(words).every(word => text.toLowerCase().includes(word.toLowerCase()))
const decimal = (words: string): number => Number(words.replace(',', '.'))
const free = (fact: Fact): number => (fact.free ?? 0) - fact.taken

type Check = (fact: Fact, told: Told, ...words: readonly string[]) => boolean
/** Every sentence that the page can say, and what has to be so for it to be true. */
const SENTENCES: readonly (readonly [RegExp, Check])[] = [
  [/^(\w+) kan\.$/, (fact, told, when = '') => isHeld(fact, when) && isPossible(told, when)],
  [/^Dat kan op (.+)\.$/, (fact, told, when = '') => list(when).every(each => isHeld(fact, each) && isPossible(told, each))],
  [/^De tijd is in overleg\.$/, fact => fact.details.times.frequency?.kind === 'flexible'],
  [/^Vraag wanneer het is: de tijd is onbekend\.$/, fact => fact.details.times.slots.length === 0],
  [/^Ongeveer ([\d,]+) km fietsen\.$/, (fact, told, km = '') => Math.abs(kmTo(fact, told) - decimal(km)) <= 0.051],
  [/^De afstand is onbekend\.$/, fact => fact.lat === null],
  [/^Het is bij Nuray thuis\.$/, fact => fact.details.features.includes('atHome')],
  [/^Er is plek\.$/, fact => free(fact) > 0],
  [/^Vraag of er plek is: dat is onbekend\.$/, fact => fact.free === null],
  [/^Ze spreken er (\w+)\.$/, (fact, _told, name = '') => fact.details.languages.includes(LANGUAGES[name as 'Turks'])],
  [/^Elke taal is goed\.$/, fact => fact.details.allLanguages],
  [/^Nederlands (\w\d) is genoeg\.$/, (fact, _told, level = '') => fact.details.dutchLevel === level],
  [
    /^Nuray zei: “(.+)”\. Dat past bij: (.+)\.$/,
    (fact, told, theirs = '', ours = '') => told.said.some(each => each.includes(theirs)) && includesAll(fact.description, ours),
  ],
  [
    /^Het past bij het doel “(.+)”: (.+)\.$/,
    (fact, told, theirs = '', ours = '') => told.goal.includes(theirs) && includesAll(fact.description, ours),
  ],
  [/^Het hoort bij sociale contacten\.$/, fact => fact.areas.includes('contacts')],
  [/^Het is bedoeld voor (.+)\.$/, (fact, _told, group = '') => fact.details.targetGroups.includes(group)],
  [/^Het is er rustig\.$/, fact => fact.details.features.includes('quiet')],
  [/^Het is gratis\.$/, fact => fact.details.cost.kind === 'free'],
  [/^Er is een vergoeding\.$/, fact => fact.details.cost.kind === 'allowance'],
  [/^Het kost € ([\d,]+) per keer\.$/, (fact, _told, euro = '') => fact.details.cost.cents === Math.round(decimal(euro) * 100)],
  [/^Vraag wat het kost: dat is onbekend\.$/, fact => !['free', 'allowance', 'amount'].includes(fact.details.cost.kind)],
  [
    /^De leeftijd past \(.*\)\.$/,
    ({ details: { limits } }, { age }) => (limits.minAge ?? 0) <= age && age <= (limits.maxAge ?? 120),
  ],
  [/^Dit is alleen voor (vrouwen|mannen)\. Vraag of dat past\.$/, fact => fact.details.limits.sex !== undefined],
  [/^Er is een indicatie nodig\. Vraag of die er is\.$/, fact => fact.details.limits.indication === true],
  [
    /^Voor het laatst gecontroleerd (?:op|in) .+\. Vraag of het nog klopt\.$/,
    fact => fact.confirmed !== null && Date.now() - Date.parse(fact.confirmed) > 365 * DAY_MS,
  ],
  [/^Het is onbekend of dit nog klopt\. Vraag het na\.$/, fact => fact.confirmed === null],
  [
    /^Zou passen als (\w+) ook kan(?: \(van .+ uur\))?\.$/,
    (fact, told, when = '') => isHeld(fact, when) && !isPossible(told, when),
  ],
  [/^Zou passen als ([\d,]+) km ook kan\. Nu is de grens 3 km\.$/, (fact, told) => kmTo(fact, told) > 3],
  [/^Er is nu geen plek\.$|^Er is een wachtlijst\.$/, fact => free(fact) <= 0],
]

/** A sentence of two parts stays one. */
const sentencesOf = (words: string): readonly string[] =>
  words
    .replace(/^Vraag eerst na:\s*/, '')
    .split(/(?<=[.?])\s+(?!Dat past bij|Vraag of dat|Vraag of die|Vraag of het nog|Vraag het na|Nu is de grens)(?=[A-ZÉ“])/u)
    .map(each => each.trim())
    .filter(each => each !== '')

const falseOnes = (fact: Fact, told: Told, sentence: string): readonly string[] => {
  for (const [pattern, isTrue] of SENTENCES) {
    const found = pattern.exec(sentence)
    if (found !== null) return isTrue(fact, told, ...found.slice(1)) ? [] : [`${fact.name}: ${sentence}`]
  }
  return [`${fact.name}: nobody checks “${sentence}”`]
}

const lies = async (product: Product, card: Locator, told: Told): Promise<readonly string[]> => {
  const fact = await factOf(product, await card.locator('input[name=offerId]').inputValue())
  const said = await card.locator('p.nl-paragraph').allInnerTexts()
  const sentences = said.flatMap(sentencesOf)
  expect(sentences.length, fact.name).toBeGreaterThan(2)
  return sentences.flatMap(sentence => falseOnes(fact, told, sentence))
}

/** Every sentence on every card of the page is true of that offer, for this person. */
export const holdToTheTruth = async (product: Product, page: Page, told: Told): Promise<number> => {
  const cards = await page
    .locator('.op-card')
    .filter({ has: page.locator('input[name=offerId]') })
    .all()
  const found = await Promise.all(cards.map(card => lies(product, card, told)))
  expect(found.flat()).toEqual([])
  return cards.length
}
