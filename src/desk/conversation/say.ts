import type { Practical, Recognition, Step } from '#plans'
import { sayDay, sayDayPart, sayDistance, sayLanguage, sayList, sayMoney, sayTimes, sayWeekdayName, type Lang } from '#ui'
import { DAY_PARTS, type CalendarDay } from '#kernel'
import { WEEKDAYS } from '#plans'
import type { P } from './plan-texts.ts'
import type { T } from './texts.ts'

const daysWords = (practical: Practical, lang: Lang): readonly string[] =>
  WEEKDAYS.flatMap(day => {
    const parts = DAY_PARTS.filter(part => practical.dayParts.includes(`${day}-${part}`))
    if (parts.length === 0) return []
    const name = sayWeekdayName(day, lang)
    return parts.length === DAY_PARTS.length
      ? [name]
      : [
          `${name} (${sayList(
            parts.map(part => sayDayPart(part, lang)),
            lang,
          )})`,
        ]
  })

/** What has to be possible, a short line for each thing that was said. */
export const practicalWords = (practical: Practical | undefined, lang: Lang, t: T): readonly string[] => {
  if (practical === undefined) return []
  const { maxDistanceKm, travelMode, dutchLevel, energy, languages, needsChildcare, maxCostCents, remarks } = practical
  const days = daysWords(practical, lang)
  const spoken = languages.map(language => sayLanguage(language, lang))
  return [
    ...(days.length === 0 ? [] : [t('summary.can', { days: sayList(days, lang) })]),
    ...(travelMode === undefined ? [] : [t(`practical.modes.${travelMode}`)]),
    ...(maxDistanceKm === undefined ? [] : [t('summary.distance', { distance: sayDistance(maxDistanceKm, lang) })]),
    ...(energy === undefined ? [] : [`${t('practical.energy')} ${t(`practical.energies.${energy}`)}`]),
    ...(dutchLevel === undefined ? [] : [t('summary.dutch', { level: t(`practical.levels.${dutchLevel}`) })]),
    ...(spoken.length === 0 ? [] : [t('summary.speaks', { languages: sayList(spoken, lang) })]),
    ...(needsChildcare === true ? [t('summary.childcare')] : []),
    ...(maxCostCents === undefined
      ? []
      : [maxCostCents === 0 ? t('summary.free') : t('summary.cost', { amount: sayMoney(maxCostCents, lang) })]),
    ...(remarks === '' ? [] : [remarks]),
  ]
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Who takes the step, within a sentence. */
export const whoWords = (step: Pick<Step, 'who' | 'whoName'>, callName: string, t: T): string =>
  step.who === 'participant'
    ? callName
    : step.who === 'other'
      ? (step.whoName ?? lowerFirst(t('steps.whos.other')))
      : lowerFirst(t(`steps.whos.${step.who}`))

/** What was agreed, in its own words where there are any: "een kaartje met een foto"; undefined when nothing was agreed. */
export const recognitionWords = ({ kind, words }: Recognition, t: T): string | undefined => {
  if (words !== '') return words
  return kind === 'none' ? undefined : lowerFirst(t(`steps.recognitions.${kind}`))
}

/** Day, time and place of a step, as far as they are known. */
export const whenWords = (
  step: Pick<Step, 'plannedOn' | 'plannedAt' | 'place'>,
  today: CalendarDay,
  lang: Lang,
): readonly string[] => [
  ...(step.plannedOn === undefined ? [] : [sayDay(step.plannedOn, today, lang)]),
  ...(step.plannedAt === undefined ? [] : [sayTimes(step.plannedAt, undefined, lang)]),
  ...(step.place === undefined ? [] : [step.place]),
]

/** What is needed for a step, and from whom. */
export const helpWords = ({ helpWhat, helpFrom }: Pick<Step, 'helpWhat' | 'helpFrom'>, p: P): readonly string[] => {
  if (helpWhat !== undefined)
    return [
      helpFrom === undefined ? p('help.needs', { what: helpWhat }) : p('help.needsFrom', { what: helpWhat, from: helpFrom }),
    ]
  return helpFrom === undefined ? [] : [p('help.fromOnly', { from: helpFrom })]
}
