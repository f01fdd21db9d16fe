import type { z } from 'zod'
import { accept, type Decision, refuse } from '#kernel'
import { BrokenJson, type JsonLines, readJsonLines } from './json-lines.ts'
import { QuestionnaireContent } from './questionnaire.ts'

export const FILE_PROBLEMS = [
  'json',
  'required',
  'unknownField',
  'tooLong',
  'tooShort',
  'key',
  'keyTwice',
  'choice',
  'invalid',
] as const
export type FileProblemCode = (typeof FILE_PROBLEMS)[number]

/** One thing that is wrong in a loaded file. */
export interface FileProblem {
  readonly line: number
  /** `dimensions.2.items.0.text.nl`, empty for the whole file. */
  readonly field: string
  readonly code: FileProblemCode
}

const MOST = 50

const codeOf = (issue: z.core.$ZodIssue): FileProblemCode => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid'
    case 'unrecognized_keys':
      return 'unknownField'
    case 'too_big':
      return 'tooLong'
    case 'too_small':
      return 'tooShort'
    case 'invalid_format':
      return 'key'
    case 'invalid_value':
    case 'invalid_union':
      return 'choice'
    case 'custom':
      return issue.message === 'keyTwice' ? 'keyTwice' : issue.message === 'key' ? 'key' : 'invalid'
    default:
      return 'invalid'
  }
}

const problemOf = (issue: z.core.$ZodIssue, lines: JsonLines): FileProblem => {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...issue.path, ...extra]
  return { line: lines.lineOf(path), field: path.map(String).join('.'), code: codeOf(issue) }
}

const refuseFile = (problems: readonly FileProblem[]) =>
  refuse('invalidInput', 'file', {
    reason: 'content',
    problems: problems.toSorted((a, b) => a.line - b.line).slice(0, MOST),
    count: problems.length,
  })

/** A questionnaire from a file, or everything that is wrong with it, by line. */
export const readQuestionnaireFile = (text: string): Decision<QuestionnaireContent, 'invalidInput'> => {
  const lines = ((): JsonLines | BrokenJson => {
    try {
      return readJsonLines(text)
    } catch (error) {
      if (error instanceof BrokenJson) return error
      throw error
    }
  })()
  if (lines instanceof BrokenJson) return refuseFile([{ line: lines.line, field: '', code: 'json' }])
  const parsed = QuestionnaireContent.safeParse(JSON.parse(text) as unknown, { reportInput: true })
  return parsed.success ? accept(parsed.data) : refuseFile(parsed.error.issues.map(issue => problemOf(issue, lines)))
}
