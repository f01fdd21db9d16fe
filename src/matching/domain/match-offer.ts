import type { CalendarDay, CefrLevel, DayPart, GeoPoint, Language, WheelArea } from '#kernel'

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A weekly moment in minutes after midnight. `toMinutes` ≤ `fromMinutes` means: until that time the next day. */
export interface WeekSlot {
  readonly weekday: Weekday
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** A half-day whose times are not known; without a weekday: on some day of the week. */
export interface KnownDayPart {
  readonly weekday?: Weekday | undefined
  readonly part: DayPart
}

/** `perTime` and `perMonth` have an amount; `once` cannot be compared with what a visit may cost; `other` = paid by somebody else or unclear. */
export type CostKind = 'free' | 'perTime' | 'perMonth' | 'once' | 'allowance' | 'other'

/** How earlier participants fared, as counts: `joined` started, of whom `stayed` and `stopped` (the rest is still new). */
export interface ExperienceSummary {
  readonly joined: number
  readonly stayed: number
  readonly stopped: number
}

/**
 * What the ranking knows about one offer. Everything that is left out is unknown, and what is unknown never shuts
 * an offer out: it is said as something to ask.
 */
export interface MatchOffer {
  readonly id: string
  readonly name: string
  readonly description?: string | undefined
  readonly targetGroupText?: string | undefined
  readonly organisationName?: string | undefined
  /** Kind of offer in the words of the caller, such as `activity`; shown nowhere, not ranked on. */
  readonly kind: string
  readonly areas: readonly WheelArea[]
  readonly slots: readonly WeekSlot[]
  readonly dayParts: readonly KnownDayPart[]
  /** A course whose every moment must be attended; otherwise one of the moments is enough. */
  readonly everySlot?: boolean | undefined
  /** Times are agreed with the person. */
  readonly flexible: boolean
  readonly point?: GeoPoint | undefined
  readonly atHome?: boolean | undefined
  readonly online?: boolean | undefined
  readonly minAge?: number | undefined
  readonly maxAge?: number | undefined
  readonly sex?: 'female' | 'male' | undefined
  readonly indicationNeeded?: boolean | undefined
  /** Only people of one of these groups, because an administrator marked it strict. Empty or absent: no such limit. */
  readonly targetGroupsStrict?: readonly string[] | undefined
  readonly languages: readonly Language[]
  readonly allLanguages?: boolean | undefined
  /** The Dutch that is needed; absent while Dutch is spoken: A1 is taken to be enough. */
  readonly dutchLevel?: CefrLevel | undefined
  readonly freePlaces?: number | undefined
  readonly capacity?: number | undefined
  readonly waitingList?: boolean | undefined
  readonly costCents?: number | undefined
  readonly costKind?: CostKind | undefined
  /** Somebody looks after children there; `false` = known that there is nobody. */
  readonly childcare?: boolean | undefined
  readonly quiet?: boolean | undefined
  readonly lastConfirmedOn?: CalendarDay | undefined
  /** Only the month of the last confirmation is known; `lastConfirmedOn` is its first day. */
  readonly confirmedInMonth?: boolean | undefined
  readonly experiences?: ExperienceSummary | undefined
}
