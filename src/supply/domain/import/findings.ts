import type { ImportColumn } from './columns.ts'

/**
 * `repaired`: understood, but not as it stands, so look whether that is right. `doubtful`: not or only partly understood,
 * the text is kept. `refused`: the row cannot be taken over until this is corrected.
 */
export type FindingLevel = 'repaired' | 'doubtful' | 'refused'

export const FINDING_CODES = [
  'name.missing',
  'organisation.missing',
  'kind.missing',
  'kind.guessed',
  'kind.unknown',
  'area.unknown',
  'law.unknown',
  'limits.age',
  'limits.ageReversed',
  'limits.ageWithoutNumber',
  'limits.sex',
  'limits.indication',
  'times.missing',
  'times.partly',
  'times.notUnderstood',
  'times.noFixedDays',
  'times.noClockTimes',
  'times.noEnd',
  'times.runDatesUnknown',
  'times.startOnly',
  'times.sessionsFromDescription',
  'times.weeksFromDescription',
  'times.monthsFromDescription',
  'postcode.spaced',
  'postcode.unreadable',
  'count.word',
  'count.aroundText',
  'count.negative',
  'count.unreadable',
  'free.moreThanCapacity',
  'free.withoutDate',
  'cost.negative',
  'cost.several',
  'cost.byLaw',
  'cost.unreadable',
  'language.unknown',
  'phone.unreadable',
  'email.repaired',
  'email.several',
  'email.unreadable',
  'website.completed',
  'website.forbidden',
  'website.unreadable',
  'confirmed.otherNotation',
  'confirmed.monthOnly',
  'confirmed.impossible',
  'confirmed.unreadable',
  'confirmed.inFuture',
  'confirmed.stale',
  'text.formula',
  'text.markup',
  'text.unreadable',
  'text.tooLong',
] as const
/** Each code has its sentence in `findings.nl.json` and `findings.en.json`, with {{original}} and {{understood}}. */
export type FindingCode = (typeof FINDING_CODES)[number]

/** What was noticed about one cell. `original` is always the text as it stands in the list. */
export interface Finding {
  readonly field: ImportColumn
  readonly level: FindingLevel
  readonly code: FindingCode
  readonly original: string
  /** What was made of it, in notation without language: `65+`, `2026-08-30`, `2451 AC`. */
  readonly understood?: string
}

/** What a parser of one cell gives back: what it understood and what it noticed. */
export interface Reading<Value> {
  readonly value: Value
  readonly notes: readonly Note[]
}
export type Note = Pick<Finding, 'level' | 'code' | 'understood'>

export const note = (level: FindingLevel, code: FindingCode, understood?: string): Note => ({
  level,
  code,
  ...(understood === undefined ? {} : { understood }),
})
export const reading = <Value>(value: Value, ...notes: readonly Note[]): Reading<Value> => ({ value, notes })

export type RowOutcome = 'takenOver' | 'repaired' | 'doubtful' | 'refused'

/** The outcome of a row is its gravest finding. */
export const outcomeOf = (findings: readonly Pick<Finding, 'level'>[]): RowOutcome =>
  (['refused', 'doubtful', 'repaired'] as const).find(level => findings.some(finding => finding.level === level)) ?? 'takenOver'
