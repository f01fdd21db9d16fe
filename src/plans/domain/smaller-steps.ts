import { z } from 'zod'
import { foldText } from '#kernel'
import data from './smaller-steps.json' with { type: 'json' }

const Pattern = z.object({
  /** Beginnings of words; the last pattern has none and fits everything. */
  about: z.array(z.string()),
  steps: z.array(z.object({ nl: z.string(), en: z.string() })).min(1),
})
const PATTERNS = z.array(Pattern).parse(data)

/** Ways to make a step smaller, by what it is about. Ideas to take, change or leave. */
export const smallerStepsFor = (title: string, language: 'nl' | 'en'): readonly string[] => {
  const words = ` ${foldText(title)} `
  const fits = (beginning: string): boolean => words.includes(` ${foldText(beginning)}`)
  const pattern = PATTERNS.find(each => each.about.length === 0 || each.about.some(fits))
  return pattern?.steps.map(step => step[language]) ?? []
}
