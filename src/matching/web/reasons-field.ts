import { z } from 'zod'

const Reasons = z.array(z.looseObject({ code: z.string() }))

interface Told {
  readonly code: string
  readonly [value: string]: unknown
}

/** The reasons that go along with a choice. What the person said belongs to the plan, so the words themselves stay out. */
export const keepReasons = (reasons: readonly Told[]): string =>
  JSON.stringify(reasons.slice(0, 30), (name, value: unknown) => (name === 'theirWords' ? undefined : value))

/** Undefined when the field is not what `keepReasons` wrote. */
export const readReasons = (text: string): z.infer<typeof Reasons> | undefined => {
  try {
    return Reasons.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
