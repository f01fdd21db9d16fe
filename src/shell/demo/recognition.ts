import { namedId } from '#kernel'
import { addRecognitionBudget, addRecognitionOption } from '#plans'
import type { Cast } from './cast.ts'
import chosen from './data/recognition.json' with { type: 'json' }
import type { Stage } from './stage.ts'

export const optionNamed = (key: string): string => namedId(`recognition/${key}`)

/** What the municipality has to choose from when somebody is appreciated, and what there is for it this year and the last. */
export const stockRecognition = async (stage: Stage, cast: Cast): Promise<void> => {
  const admin = cast.member('beheer')
  for (const { key, ...option } of chosen.options) await stage.run(addRecognitionOption, admin, option, [optionNamed(key)])
  const year = Number(stage.today.slice(0, 4))
  for (const each of [year - 1, year])
    await stage.run(addRecognitionBudget, admin, { year: each, amountCents: chosen.budgetCents })
}
