import type { CalendarDay } from '#kernel'
import type { OfferTimes } from '../offer-times.ts'
import { offerWith, type Offer } from '../offer.ts'
import { IMPORT_COLUMNS, type ImportColumn } from './columns.ts'
import { outcomeOf, type Finding, type Reading, type RowOutcome } from './findings.ts'
import { parseConfirmed } from './parse-confirmed.ts'
import { parseEmail, parsePhone, parsePostcode, parseWebsite } from './parse-contact.ts'
import { parseCost } from './parse-cost.ts'
import { parseLanguages } from './parse-languages.ts'
import { isBlank, parseCount } from './parse-numbers.ts'
import { parseLimits, targetGroupsIn } from './parse-target-group.ts'
import { durationIn, parseTimes } from './parse-times.ts'
import { featuresIn, parseAreas, parseKind, parseLaws, proposeAreas } from './parse-words.ts'
import type { ColumnMapping } from './propose-mapping.ts'
import type { CellRow } from './read-cells.ts'
import { suspicionsAbout, textOfRow, type RowText } from './row-text.ts'

export interface RowContext {
  readonly today: CalendarDay
  /** Texts typed in the preview instead of what the list says; `originals` still keeps what the list says. */
  readonly corrections?: Readonly<Partial<Record<ImportColumn, string>>>
}

/**
 * One row of a list. `offer` is there unless the row is refused. `number` is its own number in the list. `originals` and
 * `extra` together hold every cell that was filled in: nothing of a row is ever lost.
 */
export interface ParsedRow extends RowText {
  readonly line: number
  readonly number?: string
  readonly outcome: RowOutcome
  readonly offer?: Offer
  readonly findings: readonly Finding[]
}

/** Reads cells by meaning and gathers what is noticed on the way. */
const rowReader = (texts: RowText['originals']) => {
  const findings: Finding[] = []
  const usable: Partial<Record<ImportColumn, string>> = {}
  const text = (column: ImportColumn): string => usable[column] ?? ''
  return {
    findings,
    text,
    /** Takes in the texts, leaving out the ones that are too long to be what they are said to be. */
    inspect: () => {
      for (const column of IMPORT_COLUMNS) {
        const original = texts[column] ?? ''
        const found = suspicionsAbout(column, original)
        findings.push(...found)
        if (!found.some(({ code }) => code === 'text.tooLong')) usable[column] = original
      }
    },
    add: (finding: Finding): void => void findings.push(finding),
    read: <Value>(column: ImportColumn, parse: (text: string) => Reading<Value>): Value => {
      const { value, notes } = parse(text(column))
      findings.push(...notes.map(note => ({ field: column, original: text(column), ...note })))
      return value
    },
  }
}
type RowReader = ReturnType<typeof rowReader>

const identity = ({ text, add, read }: RowReader) => {
  const [name, organisationName] = [text('name'), text('organisation')]
  if (isBlank(name)) add({ field: 'name', level: 'refused', code: 'name.missing', original: name })
  if (isBlank(organisationName))
    add({ field: 'organisation', level: 'doubtful', code: 'organisation.missing', original: organisationName })
  const kind = read('kind', parseKind)
  const words = [name, text('description')].join(' ')
  const stated = read('area', parseAreas)
  return {
    name,
    organisationName,
    kind,
    kindText: text('kind'),
    description: text('description'),
    areas: stated.length > 0 ? stated : proposeAreas(kind, words),
    features: featuresIn([words, text('times'), text('language'), text('remarks')].join(' ')),
    remarks: text('remarks'),
  }
}

const audience = ({ text, add, read }: RowReader) => {
  const cost = read('cost', parseCost)
  const stated = read('targetGroup', parseLimits)
  const byCost = cost.kind === 'indication'
  if (byCost && !stated.indication) add({ field: 'cost', level: 'repaired', code: 'limits.indication', original: cost.text })
  const { interpreter: _shown, ...languages } = read('language', parseLanguages)
  return {
    cost,
    limits: byCost ? { ...stated, indication: true } : stated,
    targetGroups: targetGroupsIn(text('targetGroup')),
    targetGroupText: text('targetGroup'),
    laws: read('law', parseLaws),
    lawText: text('law'),
    ...languages,
    languageText: text('language'),
  }
}

const CODE_OF_UNIT = {
  sessions: 'times.sessionsFromDescription',
  weeks: 'times.weeksFromDescription',
  months: 'times.monthsFromDescription',
} as const

const withDuration = (times: OfferTimes, { text, add }: RowReader): OfferTimes => {
  const duration = (times.sessions ?? times.weeks ?? times.months) ? undefined : durationIn(text('description'))
  if (!duration) return times
  const { unit, count } = duration
  add({
    field: 'description',
    level: 'repaired',
    code: CODE_OF_UNIT[unit],
    original: text('description'),
    understood: String(count),
  })
  return { ...times, [unit]: count }
}

const moments = (reader: RowReader) => {
  const { text, read } = reader
  const times = withDuration(read('times', parseTimes), reader)
  const starts = [
    text('startMoments'),
    ...[text('times'), text('remarks')].filter(words => /(?<!\p{L})(start|instroom)/iu.test(words)),
  ]
  return {
    times,
    startMoments: starts
      .filter(words => words !== '')
      .join('; ')
      .slice(0, 20_000),
  }
}

const whereabouts = ({ text, read }: RowReader) => {
  const postcode = read('postcode', parsePostcode)
  const email = read('email', parseEmail)
  const website = read('website', parseWebsite)
  return {
    address: text('address'),
    place: text('place'),
    contactName: text('contact'),
    phone: read('phone', parsePhone),
    phoneText: text('phone'),
    ...(postcode === undefined ? {} : { postcode }),
    ...(email === undefined ? {} : { email }),
    ...(website === undefined ? {} : { website }),
  }
}

const places = ({ text, add, read }: RowReader, today: CalendarDay) => {
  const lastConfirmed = read('lastConfirmed', original => parseConfirmed(original, today))
  const capacity = read('capacity', parseCount)
  const free = read('free', parseCount)
  if (free !== undefined && capacity !== undefined && free > capacity)
    add({ field: 'free', level: 'doubtful', code: 'free.moreThanCapacity', original: text('free'), understood: String(capacity) })
  if (free !== undefined && !lastConfirmed)
    add({ field: 'free', level: 'repaired', code: 'free.withoutDate', original: text('free'), understood: today })
  return {
    ...(capacity === undefined ? {} : { capacity }),
    ...(free === undefined ? {} : { free, freeStatedOn: lastConfirmed?.on ?? today }),
    ...(lastConfirmed ? { lastConfirmed } : {}),
    lastConfirmedText: text('lastConfirmed'),
  }
}

/** Reads one row. Never throws; what is not understood stays as text, and every doubt is told with the text it is about. */
export const parseRow = (mapping: ColumnMapping, row: CellRow, { today, corrections = {} }: RowContext): ParsedRow => {
  const { originals, extra } = textOfRow(mapping, row.cells)
  const reader = rowReader({ ...originals, ...corrections })
  reader.inspect()
  const offer = offerWith({
    ...identity(reader),
    ...moments(reader),
    ...audience(reader),
    ...whereabouts(reader),
    ...places(reader, today),
  })
  const outcome = outcomeOf(reader.findings)
  const number = originals.number
  return {
    line: row.line,
    ...(number === undefined ? {} : { number }),
    outcome,
    ...(outcome === 'refused' ? {} : { offer }),
    findings: reader.findings,
    originals,
    extra,
  }
}
