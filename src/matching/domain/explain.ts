import type { Moment } from './week.ts'
import type { Hint } from './near-miss.ts'
import type { Reason } from './reasons.ts'
import dutch from './reasons.nl.json' with { type: 'json' }
import english from './reasons.en.json' with { type: 'json' }

/** The sentences of one language; another language is a file of the same shape. */
export type ReasonTexts = typeof dutch
export const REASON_TEXTS: { readonly nl: ReasonTexts; readonly en: ReasonTexts } = { nl: dutch, en: english }

/** To whom it is told: the participant ("Je zei"), or about the participant by first name ("Fatima zei"). */
export type Told = { readonly person: 'you' } | { readonly person: 'name'; readonly name: string }

type Values = Readonly<Record<string, string | number>>

const fill = (template: string, values: Values): string =>
  template.replace(/\{([\w.]+)\}/g, (whole, key: string) => String(values[key] ?? whole))

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const listOf = (items: readonly string[], texts: ReasonTexts): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${texts.and} ${items.at(-1)}`

const clock = (minutes: number, texts: ReasonTexts): string =>
  `${Math.floor(minutes / 60)}${texts.timeMark}${String(minutes % 60).padStart(2, '0')}`

const halfDay = ({ weekday, part }: Moment, texts: ReasonTexts): string =>
  weekday === undefined
    ? fill(texts.anyDay, { part: texts.parts[part] })
    : fill(texts.halfDay, { weekday: texts.weekdays[weekday], part: texts.parts[part] })

const timesOf = ({ fromMinutes, toMinutes }: Moment, texts: ReasonTexts): string =>
  fromMinutes === undefined || toMinutes === undefined
    ? ''
    : fill(texts.times, { from: clock(fromMinutes, texts), to: clock(toMinutes, texts) })

const withTimes = (moment: Moment, texts: ReasonTexts): string => {
  const times = timesOf(moment, texts)
  return times === '' || moment.weekday === undefined ? halfDay(moment, texts) : `${texts.weekdays[moment.weekday]} ${times}`
}

const halfDays = (moments: readonly Moment[], texts: ReasonTexts): string =>
  listOf([...new Set(moments.map(moment => halfDay(moment, texts)))], texts)

const decimal = (value: number, digits: number, texts: ReasonTexts): string =>
  value.toFixed(digits).replace('.', texts.decimalMark)
const money = (cents: number, texts: ReasonTexts): string => fill(texts.money, { amount: decimal(cents / 100, 2, texts) })
const kilometres = (km: number, texts: ReasonTexts): string => (Number.isInteger(km) ? String(km) : decimal(km, 1, texts))

const date = (day: string, texts: ReasonTexts, monthOnly = false): string => {
  const [year, month, dayOfMonth] = day.split('-')
  const name = Object.entries(texts.months).find(([key]) => key === month)?.[1] ?? month
  return monthOnly ? `${name} ${year}` : `${Number(dayOfMonth)} ${name} ${year}`
}

const agesOf = ({ minAge, maxAge }: { readonly minAge?: number; readonly maxAge?: number }, texts: ReasonTexts): string => {
  if (minAge !== undefined && maxAge !== undefined) return fill(texts.reasons.agesBoth, { minAge, maxAge })
  return minAge === undefined ? fill(texts.reasons.agesTo, { maxAge: maxAge ?? '' }) : fill(texts.reasons.agesFrom, { minAge })
}

const templateOf = (reason: Reason, texts: ReasonTexts): string => {
  if (reason.code === 'wordsMatch' && reason.source === 'goal') return texts.reasons.wordsMatchGoal
  if (reason.code === 'timeFits' && reason.moments.length > 1) return texts.reasons.timeFitsMore
  if (reason.code === 'timeLikely' && reason.moments.length > 1) return texts.reasons.timeLikelyMore
  if (reason.code === 'distance' && reason.km === 0) return texts.reasons.distanceNear
  if (reason.code === 'confirmedLongAgo' && reason.month === true) return texts.reasons.confirmedLongAgoMonth
  return texts.reasons[reason.code]
}

const reasonValues = (reason: Reason, texts: ReasonTexts, told: Told): Values => {
  switch (reason.code) {
    case 'timeFits':
    case 'timeLikely':
      return { moments: halfDays(reason.moments, texts) }
    case 'timesAre':
      return {
        momentsWithTimes: listOf(
          reason.moments.map(moment => withTimes(moment, texts)),
          texts,
        ),
      }
    case 'distance':
      return { km: kilometres(reason.km, texts), mode: texts.modes[reason.mode] }
    case 'atHome':
      return { 'you.home': told.person === 'you' ? texts.you.home : fill(texts.possessive, { name: told.name }) }
    case 'dutchEnough':
      return { level: reason.level }
    case 'languageShared':
      return { language: texts.languages[reason.language] }
    case 'wordsMatch':
      return {
        who: told.person === 'you' ? texts.you.said : told.name,
        theirWords: reason.theirWords,
        offerWords: listOf(
          reason.offerWords.map(word => word.toLowerCase()),
          texts,
        ),
      }
    case 'areaFits':
      return { area: texts.areas[reason.area] }
    case 'forGroup':
      return { group: reason.group }
    case 'costs':
      return { amount: money(reason.cents, texts), per: texts.per[reason.per] }
    case 'ageFits':
    case 'ageToCheck':
      return { ages: agesOf(reason, texts) }
    case 'sexToCheck':
      return { sex: texts.sexes[reason.sex] }
    case 'targetGroupToCheck':
      return { groups: listOf(reason.groups, texts) }
    case 'experiences':
      return { joined: reason.joined, stayed: reason.stayed }
    case 'confirmedLongAgo':
      return { on: date(reason.on, texts, reason.month) }
    default:
      return {}
  }
}

export const explainReason = (reason: Reason, texts: ReasonTexts, told: Told): string =>
  capital(fill(templateOf(reason, texts), reasonValues(reason, texts, told)))

/** The reasons as one short text, a sentence each, in their own order. */
export const explain = (reasons: readonly Reason[], texts: ReasonTexts, told: Told = { person: 'you' }): string =>
  reasons.map(reason => explainReason(reason, texts, told)).join(' ')

export const explainNl = (reason: Reason, told: Told = { person: 'you' }): string => explainReason(reason, REASON_TEXTS.nl, told)
export const explainEn = (reason: Reason, told: Told = { person: 'you' }): string => explainReason(reason, REASON_TEXTS.en, told)

/** What would make a near miss fit, as a sentence. */
export const explainHint = (hint: Hint, texts: ReasonTexts): string => {
  const { hints } = texts
  switch (hint.code) {
    case 'ifMomentsCan': {
      const times = hint.moments.map(moment => timesOf(moment, texts)).filter(text => text !== '')
      const template = times.length === 0 ? hints.ifMomentsCanNoTimes : hints.ifMomentsCan
      return fill(template, { moments: halfDays(hint.moments, texts), times: listOf([...new Set(times)], texts) })
    }
    case 'ifFurther':
      return fill(hints.ifFurther, { km: kilometres(hint.km, texts), maxKm: kilometres(hint.maxKm, texts) })
    case 'ifDutch':
      return fill(hints.ifDutch, { level: hint.level })
    case 'ifLanguage':
      return fill(hints.ifLanguage, {
        languages: listOf(
          hint.languages.map(language => texts.languages[language]),
          texts,
        ),
      })
    case 'ifCost':
      return fill(hints.ifCost, { amount: money(hint.cents, texts), extra: money(hint.extraCents, texts) })
    case 'ifSitter':
      return hint.moment === undefined ? hints.ifSitter : fill(hints.ifSitterOn, { moment: halfDay(hint.moment, texts) })
    case 'ifIndication':
    case 'waitingList':
    case 'full':
      return hints[hint.code]
  }
}
