import { WHEEL_AREAS } from '#kernel'
import type { Law, WheelArea } from '#kernel'

export interface WheelGoal {
  readonly id: string
  readonly title: string
  readonly stepsDone: number
  readonly stepsTotal: number
  /** A figure, not a goal of somebody: it has no steps to speak of. */
  readonly figure?: boolean
}
/** Who or what helps with a goal, and what they do. `figure`: how much there is, for a wheel of many people. */
export interface WheelSupply {
  readonly id: string
  /** Empty for a coach whose name is not known. */
  readonly label: string
  readonly kind: 'offer' | 'volunteer' | 'network' | 'coach' | 'figure'
  /** The organisation that offers it. */
  readonly from?: string | undefined
  readonly waiting?: boolean | undefined
  /** In the words of the plan. */
  readonly does?: readonly string[] | undefined
}
/** A law, and what it carries: an offer, or the trajectory itself. */
export interface WheelLaw {
  readonly law: Law
  readonly carries: readonly { readonly kind: 'offer' | 'trajectory'; readonly label?: string | undefined }[]
}
export interface WheelAreaPlan {
  readonly goals: readonly WheelGoal[]
  readonly supply: readonly WheelSupply[]
  readonly laws: readonly WheelLaw[]
}
/** One person's plan, as the wheel shows it; areas without anything may be left out. */
export interface WheelPlan {
  readonly name: string
  /** The one sentence in the person's own words. */
  readonly sentence?: string | undefined
  readonly areas: Readonly<Partial<Record<WheelArea, WheelAreaPlan>>>
}

export interface WheelSegment extends WheelAreaPlan {
  readonly area: WheelArea
  /** Place going round, 0 is on top. */
  readonly index: number
  readonly stepsDone: number
  readonly stepsTotal: number
}
export interface WheelModel {
  readonly name: string
  readonly sentence: string | undefined
  readonly segments: readonly WheelSegment[]
  readonly goals: number
  readonly stepsDone: number
  readonly stepsTotal: number
}

const EMPTY: WheelAreaPlan = { goals: [], supply: [], laws: [] }
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** Law `none` carries nothing, so the outer ring leaves it out. */
const carrying = (laws: readonly WheelLaw[]): readonly WheelLaw[] => laws.filter(({ law }) => law !== 'none')

const segmentOf =
  (plan: WheelPlan) =>
  (area: WheelArea, index: number): WheelSegment => {
    const { goals, supply, laws } = plan.areas[area] ?? EMPTY
    const stepsDone = sum(goals.map(goal => goal.stepsDone))
    const stepsTotal = sum(goals.map(goal => goal.stepsTotal))
    return { area, index, goals, supply, laws: carrying(laws), stepsDone, stepsTotal }
  }

/** Six segments, always all six: an empty one is an invitation. */
export const wheelModel = (plan: WheelPlan): WheelModel => {
  const segments = WHEEL_AREAS.map(segmentOf(plan))
  return {
    name: plan.name,
    sentence: plan.sentence,
    segments,
    goals: sum(segments.map(segment => segment.goals.length)),
    stepsDone: sum(segments.map(segment => segment.stepsDone)),
    stepsTotal: sum(segments.map(segment => segment.stepsTotal)),
  }
}

/** For the small wheel in lists: which areas have a goal and which have supply. */
export const wheelGlyph = (model: WheelModel): readonly { readonly goal: boolean; readonly supply: boolean }[] =>
  model.segments.map(segment => ({ goal: segment.goals.length > 0, supply: segment.supply.length > 0 }))

/** The same from what a list query can tell: per area how many goals and how much supply. */
export const glyphOfCounts = (
  goals: Readonly<Partial<Record<WheelArea, number>>>,
  supply: Readonly<Partial<Record<WheelArea, number>>> = {},
): readonly { readonly goal: boolean; readonly supply: boolean }[] =>
  WHEEL_AREAS.map(area => ({ goal: (goals[area] ?? 0) > 0, supply: (supply[area] ?? 0) > 0 }))
