import type { WheelArea } from '#kernel'
import { sayArea, sayLaw, sayList } from '#ui'
import type { WheelGoal, WheelLaw, WheelModel, WheelSegment, WheelSupply } from '../domain/wheel.ts'
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
  /** Which law carries what in an area. */
  readonly laws?: (area: WheelArea) => string | undefined
  /** Where a part leads that has no address of its own: to the same in the list, so that every part can be operated. */
  readonly inList?: (area: WheelArea) => string
}

export const goalWords = (goal: WheelGoal, { t }: WheelTexts): string =>
  goal.figure === true
    ? goal.title
    : goal.stepsTotal === 0
      ? t('goalWithoutSteps', { title: goal.title })
      : t('goalWords', { title: goal.title, done: goal.stepsDone, total: goal.stepsTotal })

export const goalsHref = ({ area, goals }: WheelSegment, links: WheelLinks): string | undefined =>
  goals.length > 0 ? links.goals?.(area, goals) : links.addGoal?.(area)

export const supplyHref = ({ area, supply }: WheelSegment, links: WheelLinks): string | undefined =>
  supply.length > 0 ? links.supply?.(area, supply) : links.findSupply?.(area)

/** What somebody or something does, as far as it is known. */
export const roleWords = ({ kind, from, waiting, does }: WheelSupply, { t, lang }: WheelTexts): string => {
  const steps = does === undefined || does.length === 0 ? undefined : sayList(does, lang)
  switch (kind) {
    case 'offer':
      return from === undefined
        ? t(waiting === true ? 'role.waiting' : 'role.offer')
        : t(waiting === true ? 'role.waitingFrom' : 'role.offerFrom', { from })
    case 'volunteer':
      return from === undefined ? t('role.volunteer') : t('role.volunteerFrom', { from })
    case 'network':
      return steps === undefined ? t('role.network') : t('role.networkDoes', { steps })
    case 'coach':
      return steps === undefined ? t('role.coach') : t('role.coachDoes', { steps })
    case 'figure':
      return ''
  }
}

export const helperLabel = ({ kind, label }: WheelSupply, { t }: WheelTexts): string =>
  kind === 'coach' && label === '' ? t('coach') : label

const helperWords = (helper: WheelSupply, texts: WheelTexts): string => {
  const role = roleWords(helper, texts)
  const label = helperLabel(helper, texts)
  return role === '' ? label : texts.t('supplyWithRole', { label, role })
}

/** "Buurttuin en het traject". */
export const carriedWords = ({ carries }: WheelLaw, { t, lang }: WheelTexts): string =>
  sayList(
    [...new Set(carries.map(({ kind, label }) => (kind === 'trajectory' ? t('trajectory') : (label ?? ''))))].filter(Boolean),
    lang,
  )

/** "Wmo maakt Buurttuin mogelijk". */
export const lawWords = (law: WheelLaw, texts: WheelTexts): string => {
  const what = carriedWords(law, texts)
  const name = sayLaw(law.law, texts.lang)
  return what === '' ? name : texts.t('lawCarries', { law: name, what })
}

/** Voice control calls a link by the words that it shows, so its name begins with them (WCAG 2.5.3). */
const nameWith = (shown: readonly string[], all: string): string => {
  const words = shown.join(' ')
  return all.replace(/[:,;]/g, '').startsWith(words) ? all : `${words}: ${all}`
}

/** `shown`: the words on the drawing, shortened where they had to be; `invites`: the part leads to adding a goal. */
export const goalsName = (
  { area, goals }: WheelSegment,
  texts: WheelTexts,
  invites: boolean,
  shown: readonly string[],
): string => {
  const name = sayArea(area, texts.lang)
  if (goals.length === 0) return texts.t(invites ? 'emptyGoal' : 'emptyGoalStill', { area: name })
  return nameWith(shown, texts.t('goalLink', { area: name, goals: goals.map(goal => goalWords(goal, texts)).join('; ') }))
}

export const supplyName = (
  { area, supply }: WheelSegment,
  texts: WheelTexts,
  invites: boolean,
  shown: readonly string[],
): string => {
  const name = sayArea(area, texts.lang)
  if (supply.length === 0) return texts.t(invites ? 'emptySupply' : 'emptySupplyStill', { area: name })
  const all = supply.map(helper => helperWords(helper, texts)).join('; ')
  return nameWith(shown, texts.t('supplyLink', { area: name, supply: all }))
}

export const lawsName = ({ area, laws }: WheelSegment, texts: WheelTexts, shown: readonly string[]): string => {
  const name = sayArea(area, texts.lang)
  if (laws.length === 0) return texts.t('emptyLaw', { area: name })
  return nameWith(shown, texts.t('lawLink', { area: name, laws: laws.map(law => lawWords(law, texts)).join('; ') }))
}

export const wheelDescription = (model: WheelModel, { t }: WheelTexts): string =>
  model.goals === 0 ? t('empty') : t('description', { count: model.goals, done: model.stepsDone, total: model.stepsTotal })
