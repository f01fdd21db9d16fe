import { parseLimits } from './import/parse-target-group.ts'
import type { Weekday } from './offer-times.ts'
import type { Offer, OfferLimits } from './offer.ts'

type ExportLanguage = 'nl' | 'en'
export interface ExportedOffer {
  /** Its number in the export, by which a later import recognises it. */
  readonly number: string
  readonly offer: Offer
}

const DAYS: Readonly<Record<ExportLanguage, readonly string[]>> = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const PARTS = {
  nl: { morning: 'ochtend', afternoon: 'middag', evening: 'avond' },
  en: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
} as const

const dayName = (lang: ExportLanguage, day: Weekday): string => DAYS[lang][day - 1] ?? ''

const timesText = ({ times }: Offer, lang: ExportLanguage): string =>
  times.text ||
  [
    ...times.slots.map(slot => `${dayName(lang, slot.weekday)} ${slot.from}-${slot.to}`),
    ...times.dayParts.map(part => `${dayName(lang, part.weekday)} ${PARTS[lang][part.part]}`),
  ].join(', ')

const PER = {
  nl: {
    perMonth: ' per maand',
    perNight: ' per nacht',
    perGroup: ' per groep',
    allowance: ' vergoeding',
    indication: ' (indicatie)',
  },
  en: {
    perMonth: ' per month',
    perNight: ' per night',
    perGroup: ' per group',
    allowance: ' allowance',
    indication: ' (indication)',
  },
} as const
const WITHOUT_AMOUNT = {
  nl: { free: 'gratis', allowance: 'onkostenvergoeding', indication: 'indicatie' },
  en: { free: 'free', allowance: 'allowance', indication: 'indication' },
} as const
const has = <Table extends object>(table: Table, key: PropertyKey): key is keyof Table => key in table

const costText = ({ cost }: Offer, lang: ExportLanguage): string => {
  if (cost.text !== '') return cost.text
  if (cost.cents === undefined) return has(WITHOUT_AMOUNT[lang], cost.kind) ? WITHOUT_AMOUNT[lang][cost.kind] : ''
  const amount = (cost.cents / 100).toFixed(2)
  return `€ ${lang === 'nl' ? amount.replace('.', ',') : amount}${has(PER[lang], cost.kind) ? PER[lang][cost.kind] : ''}`
}

const limitWords = (lang: ExportLanguage, { minAge, maxAge, sex, indication }: OfferLimits): string[] => {
  const [women, men, needed] = lang === 'nl' ? ['vrouwen', 'mannen', 'indicatie'] : ['women', 'men', 'indication']
  const from = minAge === undefined ? [] : [`${minAge}+`]
  return [
    ...(maxAge === undefined ? from : [`${minAge ?? 0}-${maxAge}`]),
    ...(sex === undefined ? [] : [sex === 'f' ? women : men]),
    ...(indication ? [needed] : []),
  ]
}

/** The words of the target group, and the limits that neither these words nor the cost tell by themselves. */
const targetGroupText = ({ targetGroupText: text, limits, cost }: Offer, lang: ExportLanguage): string => {
  const told = parseLimits(text).value
  const untold: OfferLimits = {
    ...(told.minAge === limits.minAge && told.maxAge === limits.maxAge ? {} : { minAge: limits.minAge, maxAge: limits.maxAge }),
    ...(told.sex === limits.sex ? {} : { sex: limits.sex }),
    ...(told.indication || cost.kind === 'indication' ? {} : { indication: limits.indication }),
  }
  return [text, ...limitWords(lang, untold)].filter(part => part !== '').join(', ')
}

const languageText = ({ languageText: text, languages, allLanguages, dutchLevel }: Offer, lang: ExportLanguage): string => {
  if (text !== '') return text
  const names = allLanguages ? [lang === 'nl' ? 'alle' : 'all'] : languages.map(code => code.toUpperCase())
  return [names.join('/'), dutchLevel && dutchLevel !== 'none' ? `(${dutchLevel})` : ''].filter(part => part !== '').join(' ')
}

const confirmedText = ({ lastConfirmed, lastConfirmedText }: Offer): string =>
  lastConfirmed?.precision === 'month' ? lastConfirmed.on.slice(0, 7) : (lastConfirmed?.on ?? lastConfirmedText)

const countText = (count: number | undefined): string => (count === undefined ? '' : String(count))

type Cell = (exported: ExportedOffer, lang: ExportLanguage) => string
/** Headings are the ones that an import knows, so that an export can be imported again. */
const COLUMNS: readonly (readonly [Readonly<Record<ExportLanguage, string>>, Cell])[] = [
  [{ nl: 'Nr', en: 'Number' }, ({ number }) => number],
  [{ nl: 'Naam activiteit', en: 'Name' }, ({ offer }) => offer.name],
  [{ nl: 'Organisatie', en: 'Organisation' }, ({ offer }) => offer.organisationName],
  [{ nl: 'Soort', en: 'Kind' }, ({ offer }) => offer.kindText || offer.kind],
  [{ nl: 'Omschrijving', en: 'Description' }, ({ offer }) => offer.description],
  [{ nl: 'Doelgebied', en: 'Wheel area' }, ({ offer }) => offer.areas.join(', ')],
  [{ nl: 'Doelgroep', en: 'Target group' }, ({ offer }, lang) => targetGroupText(offer, lang)],
  [{ nl: 'Wet / financiering', en: 'Law' }, ({ offer }) => offer.lawText || offer.laws.join(', ')],
  [{ nl: 'Dag en tijd', en: 'Times' }, ({ offer }, lang) => timesText(offer, lang)],
  [{ nl: 'Startmomenten', en: 'Starts' }, ({ offer }) => offer.startMoments],
  [{ nl: 'Adres', en: 'Address' }, ({ offer }) => offer.address],
  [{ nl: 'Postcode', en: 'Post code' }, ({ offer }) => offer.postcode ?? ''],
  [{ nl: 'Plaats', en: 'Place' }, ({ offer }) => offer.place],
  [{ nl: 'Max. deelnemers', en: 'Capacity' }, ({ offer }) => countText(offer.capacity)],
  [{ nl: 'Vrij', en: 'Free places' }, ({ offer }) => countText(offer.free)],
  [{ nl: 'Kosten', en: 'Cost' }, ({ offer }, lang) => costText(offer, lang)],
  [{ nl: 'Taal', en: 'Language' }, ({ offer }, lang) => languageText(offer, lang)],
  [{ nl: 'Contact', en: 'Contact' }, ({ offer }) => offer.contactName],
  [{ nl: 'Telefoon', en: 'Phone' }, ({ offer }) => offer.phoneText || offer.phone],
  [{ nl: 'E-mail', en: 'Email' }, ({ offer }) => offer.email ?? ''],
  [{ nl: 'Website', en: 'Website' }, ({ offer }) => offer.website ?? ''],
  [{ nl: 'Laatst gecontroleerd', en: 'Last confirmed' }, ({ offer }) => confirmedText(offer)],
  [{ nl: 'Opmerkingen', en: 'Remarks' }, ({ offer }) => offer.remarks],
]

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). An import takes the
 * apostrophe away again.
 */
export const guardFormula = (text: string): string => (/^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text)

const quoted = (text: string): string => `"${guardFormula(text).replaceAll('"', '""')}"`

/** Offers as CSV for a Dutch spreadsheet: UTF-8 with byte order mark, semicolons, CRLF, every cell quoted. */
export const offersToCsv = (offers: readonly ExportedOffer[], lang: ExportLanguage): string => {
  const lines = [
    COLUMNS.map(([heading]) => quoted(heading[lang])),
    ...offers.map(exported => COLUMNS.map(([, cell]) => quoted(cell(exported, lang)))),
  ]
  return `\uFEFF${lines.map(cells => `${cells.join(';')}\r\n`).join('')}`
}
