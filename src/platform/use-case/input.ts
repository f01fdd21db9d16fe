import type { z } from 'zod'
import { accept, type Decision, refuse } from '#kernel'

/** One thing that is wrong with the input: the field (dotted path), a stable code, and what a message needs. */
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

const codeOf = (issue: z.core.$ZodIssue): Pick<FieldError, 'code' | 'params'> => {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'type', params: { expected: issue.expected } }
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'required', params: {} }
        : { code: `tooSmall.${issue.origin}`, params: { minimum: Number(issue.minimum) } }
    case 'too_big':
      return { code: `tooBig.${issue.origin}`, params: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: `format.${issue.format}`, params: {} }
    case 'invalid_value':
      return { code: 'choice', params: {} }
    case 'unrecognized_keys':
      return { code: 'unknownField', params: { keys: issue.keys.join(', ') } }
    case 'custom':
      return { code: issue.message === 'Invalid input' ? 'invalid' : issue.message, params: {} }
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return { code: 'invalid', params: {} }
  }
}

const DEEPEST = 50

/** What no field of the product can hold, wherever it stands: NUL, half a character, or lists without end. */
const unfit = (raw: unknown): FieldError | undefined => {
  const waiting = [{ value: raw, field: '', depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, field, depth } = next
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      return { field, code: 'characters', params: {} }
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEEPEST) return { field: field.split('.')[0] ?? '', code: 'invalid', params: {} }
    for (const [name, inner] of Object.entries(value))
      waiting.push({ value: inner, field: field === '' ? name : `${field}.${name}`, depth: depth + 1 })
  }
  return undefined
}

/** Parses at the edge; a refusal carries every field error, so that a form can show them all at once. */
export const readInput = <Input extends z.ZodObject>(schema: Input, raw: unknown): Decision<z.infer<Input>, 'invalidInput'> => {
  const wrong = unfit(raw)
  if (wrong !== undefined) return refuse('invalidInput', wrong.field, { errors: [wrong] })
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return accept(parsed.data)
  const errors = parsed.error.issues.map((issue): FieldError => ({ field: issue.path.join('.'), ...codeOf(issue) }))
  return refuse('invalidInput', errors[0]?.field ?? '', { errors })
}
