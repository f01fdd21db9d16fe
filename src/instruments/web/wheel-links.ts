import type { WheelArea } from '#kernel'
import { sayArea, sayList } from '#ui'
import type { WheelGoal, WheelModel, WheelSegment, WheelSupply } from '../domain/wheel.ts'
import type { WheelTexts } from './wheel-texts.ts'

/** Where the parts of the wheel lead; a part that is left out is not a link. */
export interface WheelLinks {
  /** The goals of an area, when it has any. */
  readonly goals?: (area: WheelArea, goals: readonly WheelGoal[]) => string | undefined
  /** Add a goal in an empty area. */
  readonly addGoal?: (area: WheelArea) => string | undefined
  /** Who and what helps in an area. */
  readonly supply?: (area: WheelArea, supply: readonly WheelSupply[]) => string | undefined
  /** Find supply for an area that has none. */
  readonly findSupply?: (area: WheelArea) => string | undefined
}

export const goalWords = (goal: WheelGoal, { t }: WheelTexts): string =>
  goal.stepsTotal === 0
    ? t('goalWithoutSteps', { title: goal.title })
    : t('goalWords', { title: goal.title, done: goal.stepsDone, total: goal.stepsTotal })

export const goalsHref = ({ area, goals }: WheelSegment, links: WheelLinks): string | undefined =>
  goals.length > 0 ? links.goals?.(area, goals) : links.addGoal?.(area)

export const supplyHref = ({ area, supply }: WheelSegment, links: WheelLinks): string | undefined =>
  supply.length > 0 ? links.supply?.(area, supply) : links.findSupply?.(area)

/** Voice control calls a link by the words that it shows, so its name begins with them (WCAG 2.5.3). */
const nameWith = (shown: readonly string[], all: string): string => {
  const words = shown.join(' ')
  return all.replace(/[:,;]/g, '').startsWith(words) ? all : `${words}: ${all}`
}

/** `shown`: the words on the drawing, shortened where they had to be. */
export const goalsName = (
  { area, goals }: WheelSegment,
  texts: WheelTexts,
  isLink: boolean,
  shown: readonly string[],
): string => {
  const name = sayArea(area, texts.lang)
  if (goals.length === 0) return texts.t(isLink ? 'emptyGoal' : 'emptyGoalStill', { area: name })
  return nameWith(shown, texts.t('goalLink', { area: name, goals: goals.map(goal => goalWords(goal, texts)).join('; ') }))
}

export const supplyName = ({ area, supply }: WheelSegment, texts: WheelTexts, shown: readonly string[]): string => {
  const name = sayArea(area, texts.lang)
  if (supply.length === 0) return texts.t('emptySupply', { area: name })
  return nameWith(
    shown,
    texts.t('supplyLink', {
      area: name,
      supply: sayList(
        supply.map(({ label }) => label),
        texts.lang,
      ),
    }),
  )
}

export const wheelDescription = (model: WheelModel, { t }: WheelTexts): string =>
  model.goals === 0 ? t('empty') : t('description', { count: model.goals, done: model.stepsDone, total: model.stepsTotal })
