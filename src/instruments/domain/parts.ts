import type { Answers } from './filled.ts'
import { LADDER_MOMENTS, ladderKey, ladderPath } from './ladder.ts'
import type { LadderStep, Localised, Questionnaire, ScaleOption } from './questionnaire.ts'
import type { LadderTime } from './ladder.ts'

/** `one`: a question at a time, for a phone. `together`: a life area at a time. */
export type Pace = 'one' | 'together'

interface Choice {
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
  readonly choices: readonly Choice[]
  /** Can be marked, not answered. */
  readonly topics: readonly { readonly key: string; readonly text: Localised }[]
}

const ladderPart = (time: LadderTime, step: LadderStep, questionnaire: Questionnaire & { kind: 'ladder' }): FillPart => {
  const question = questionnaire[time][step]
  const key = ladderKey(time, step)
  return { key, time, topics: [], choices: [{ key, ...question, options: 'yesNo' }] }
}

/** The pages of a questionnaire. Those of the ladder follow from the answers so far. */
export const partsOf = (questionnaire: Questionnaire, answers: Answers, pace: Pace): readonly FillPart[] => {
  switch (questionnaire.kind) {
    case 'web':
      return questionnaire.dimensions.map(({ key, name, question, simple, topics }) => ({
        key,
        name,
        topics,
        choices: [{ key, text: question, simple, options: 'grades' as const }],
      }))
    case 'ladder':
      return LADDER_MOMENTS.flatMap(time => ladderPath(answers, time).map(step => ladderPart(time, step, questionnaire)))
    case 'scan':
    case 'check':
      return questionnaire.dimensions.flatMap(({ key, name, items }): readonly FillPart[] => {
        const choices = items.map(item => ({ ...item, options: item.options ?? questionnaire.scale }))
        if (pace === 'together') return [{ key, name, topics: [], choices }]
        return choices.map(choice => ({ key: choice.key, name, topics: [], choices: [choice] }))
      })
  }
}
