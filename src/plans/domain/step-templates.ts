import { z } from 'zod'
import data from './step-templates.json' with { type: 'json' }
import { StepActor } from './step.ts'

const Words = z.object({ nl: z.string(), en: z.string() })
const StepTemplate = z.object({
  key: z.string(),
  name: Words,
  about: Words,
  phases: z
    .array(z.object({ name: Words, steps: z.array(Words.extend({ who: StepActor.default('participant') })).min(1) }))
    .min(1),
})
/** A way of working as steps to start from, in own words: everything can be left out or changed before it is taken over. */
export type StepTemplate = Readonly<z.infer<typeof StepTemplate>>

export const STEP_TEMPLATES: readonly StepTemplate[] = z.array(StepTemplate).parse(data)
export const templateOf = (key: string | undefined): StepTemplate | undefined =>
  STEP_TEMPLATES.find(template => template.key === key)
