import type { Answers } from './filled.ts'
import { ladderKey, ladderPath, rungOf } from './ladder.ts'
import type { LadderStep, Localised, Questionnaire, ScaleOption } from './questionnaire.ts'
import type { LadderTime } from './ladder.ts'

/** `one`: a question at a time, for a phone. `together`: a life area at a time. */
export type Pace = 'one' | 'together'

export interface FillChoice {
  readonly key: string
  readonly text: Localised
  readonly simple?: Localised | undefined
  readonly hint?: Localised | undefined
  readonly options: readonly ScaleOption[] | 'yesNo' | 'grades'
}

/** What is asked on one page. */
export interface FillPart {
  readonly key: string
  /** The dimension that it belongs to. */
  readonly name?: Localised
  readonly time?: LadderTime
  readonly choices: readonly FillChoice[]
  /** Can be marked, not answered. */
  readonly topics: readonly { readonly key: string; readonly text: Localised }[]
}

const ladderPart = (time: LadderTime, step: LadderStep, questionnaire: Questionnaire & { kind: 'ladder' }): FillPart => {
  const question = questionnaire[time][step]
  const key = ladderKey(time, step)
  return { key, time, topics: [], choices: [{ key, ...question, options: 'yesNo' }] }
}

/** The pages of a questionnaire. Those of the ladder follow from the answers so far; next year comes when now is known. */
export const partsOf = (questionnaire: Questionnaire, answers: Answers, pace: Pace): readonly FillPart[] => {
  switch (questionnaire.kind) {
    case 'web':
      return questionnaire.dimensions.map(({ key, name, question, simple, topics }) => ({
        key,
        name,
        topics,
        choices: [{ key, text: question, simple, options: 'grades' as const }],
      }))
    case 'ladder': {
      const now = ladderPath(answers, 'now').map(step => ladderPart('now', step, questionnaire))
      if (rungOf(answers, 'now') === undefined) return now
      return [...now, ...ladderPath(answers, 'nextYear').map(step => ladderPart('nextYear', step, questionnaire))]
    }
    case 'scan':
    case 'check':
      return questionnaire.dimensions.flatMap(({ key, name, items }): readonly FillPart[] => {
        const choices = items.map(item => ({ ...item, options: item.options ?? questionnaire.scale }))
        if (pace === 'together' && choices.length > 1) return [{ key, name, topics: [], choices }]
        return choices.map(choice => ({ key: choice.key, name, topics: [], choices: [choice] }))
      })
  }
}

export type Spot = { readonly at: 'part'; readonly index: number } | { readonly at: 'review' }

/** Where to go on: a named page, the one after or before it, or the first that has no answer yet. */
export const spotOf = (
  parts: readonly FillPart[],
  answers: Answers,
  asked: { readonly part?: string | undefined; readonly after?: string | undefined; readonly before?: string | undefined },
): Spot => {
  const indexOf = (key: string | undefined): number => parts.findIndex(part => part.key === key)
  const named = indexOf(asked.part)
  if (named !== -1) return { at: 'part', index: named }
  const after = indexOf(asked.after)
  if (after !== -1) return after + 1 < parts.length ? { at: 'part', index: after + 1 } : { at: 'review' }
  const before = indexOf(asked.before)
  if (before !== -1) return { at: 'part', index: Math.max(0, before - 1) }
  const open = parts.findIndex(part => part.choices.every(choice => answers[choice.key] === undefined))
  return open === -1 ? { at: 'review' } : { at: 'part', index: open }
}
