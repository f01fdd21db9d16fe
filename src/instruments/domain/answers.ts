import { accept, type Decision, refuse } from '#kernel'
import type { Answers, Filling, Said } from './filled.ts'
import { LADDER_KEYS, LADDER_MOMENTS, ladderKey, ladderPath, rungOf } from './ladder.ts'
import type { Localised, Questionnaire, ScaleOption } from './questionnaire.ts'

/** What can be answered, with the numbers that an answer may be; in the order in which it is asked. */
export interface Asked {
  readonly key: string
  readonly text: Localised
  readonly values: readonly number[]
}

const upTo = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const valuesOf = (options: readonly ScaleOption[]): readonly number[] => options.map(option => option.value)

export const askedBy = (questionnaire: Questionnaire): readonly Asked[] => {
  switch (questionnaire.kind) {
    case 'web': {
      const values = upTo(questionnaire.grades.from, questionnaire.grades.to)
      return questionnaire.dimensions.map(({ key, question }) => ({ key, text: question, values }))
    }
    case 'ladder':
      return LADDER_MOMENTS.flatMap(time =>
        (['contract', 'withoutSupport', 'unpaidTasks', 'organised', 'contacts'] as const).map(step => ({
          key: ladderKey(time, step),
          text: questionnaire[time][step].text,
          values: [0, 1],
        })),
      )
    case 'scan':
    case 'check':
      return questionnaire.dimensions.flatMap(dimension =>
        dimension.items.map(item => ({
          key: item.key,
          text: item.text,
          values: valuesOf(item.options ?? questionnaire.scale),
        })),
      )
  }
}

/** Everything that can be marked or spoken about: questions, dimensions and topics. */
const namedIn = (questionnaire: Questionnaire): ReadonlySet<string> => {
  if (questionnaire.kind === 'ladder') return new Set(LADDER_KEYS)
  return new Set(
    questionnaire.dimensions.flatMap(dimension => [
      dimension.key,
      ...('topics' in dimension ? dimension.topics : dimension.items).map(part => part.key),
    ]),
  )
}

/** Do these answers belong to this questionnaire? */
export const fits = (questionnaire: Questionnaire, { answers, marks, said }: Filling): Decision<undefined, 'invalidInput'> => {
  const asked = new Map(askedBy(questionnaire).map(({ key, values }) => [key, values]))
  for (const [key, value] of Object.entries(answers))
    if (asked.get(key)?.includes(value) !== true) return refuse('invalidInput', `answers.${key}`, { reason: 'choice' })
  const names = namedIn(questionnaire)
  const mark = marks.find(key => !names.has(key))
  if (mark !== undefined) return refuse('invalidInput', 'marks', { reason: 'choice' })
  const spoken = Object.keys(said).find(key => !names.has(key))
  return spoken === undefined ? accept(undefined) : refuse('invalidInput', `said.${spoken}`, { reason: 'choice' })
}

/** One page of a form: what it asked, and what was given there. What it did not ask stays as it was. */
export interface PageOfAnswers {
  readonly asked: readonly string[]
  readonly answers: Answers
  readonly marks: readonly string[]
  readonly said: Said
}

export const withPage = (filling: Filling, page: PageOfAnswers): Filling => {
  const here = new Set(page.asked)
  const kept = <T>(all: Readonly<Record<string, T>>, given: Readonly<Record<string, T>>): Record<string, T> => ({
    ...Object.fromEntries(Object.entries(all).filter(([key]) => !here.has(key))),
    ...Object.fromEntries(Object.entries(given).filter(([key]) => here.has(key))),
  })
  return {
    answers: kept(filling.answers, page.answers),
    marks: [...filling.marks.filter(key => !here.has(key)), ...new Set(page.marks.filter(key => here.has(key)))],
    said: kept(filling.said, page.said),
  }
}

/** What still has to be answered before it can be finished: the flow of the ladder; of all else one answer is enough. */
export const firstMissing = (questionnaire: Questionnaire, { answers }: Pick<Filling, 'answers'>): string | undefined => {
  if (questionnaire.kind !== 'ladder') return Object.keys(answers).length === 0 ? askedBy(questionnaire)[0]?.key : undefined
  if (rungOf(answers, 'now') !== undefined) return undefined
  return ladderPath(answers, 'now')
    .map(step => ladderKey('now', step))
    .find(key => answers[key] === undefined)
}

/** Answers to the same question with the same possible answers go along to another version. */
export const takenOver = (from: Questionnaire, to: Questionnaire, filling: Filling): Filling => {
  const before = new Map(askedBy(from).map(asked => [asked.key, asked]))
  const same = new Set(
    askedBy(to).flatMap(asked => {
      const old = before.get(asked.key)
      const isSame = old !== undefined && old.text.nl === asked.text.nl && old.values.join() === asked.values.join()
      return isSame ? [asked.key] : []
    }),
  )
  const names = namedIn(to)
  return {
    answers: Object.fromEntries(Object.entries(filling.answers).filter(([key]) => same.has(key))),
    marks: filling.marks.filter(key => names.has(key)),
    said: Object.fromEntries(Object.entries(filling.said).filter(([key]) => names.has(key))),
  }
}
