import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { asFurtherLanguage } from '#kernel'
import { projectRoot } from '#platform'
import type { LanguageFiles } from '#ui'

const About = z.object({
  name: z.string().min(1).max(40),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  locale: z.string().optional(),
})

interface Words {
  readonly [key: string]: string | Words
}
const Words: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), Words])))

const ABOUT = 'language.json'

/** Where they lie when nothing else is said. */
export const languagesDirectory = (): string => join(projectRoot(), 'languages')

/** A locale that this Node knows, else the Dutch one: a day is rather said in Dutch than in the language of the machine. */
const localeOf = (code: string, wanted: string | undefined): string =>
  [wanted ?? code].find(locale => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) ?? 'nl-NL'

const read = <T>(file: string, schema: z.ZodType<T>): T => {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`The language file ${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`, {
      cause: error,
    })
  }
}

const loadLanguage = (folder: string): LanguageFiles | undefined => {
  const code = asFurtherLanguage(basename(folder))
  if (code === undefined || !existsSync(join(folder, ABOUT))) return undefined
  const { name, direction, locale } = read(join(folder, ABOUT), About)
  const files = readdirSync(folder).filter(file => file.endsWith('.json') && file !== ABOUT)
  const texts = Object.fromEntries(files.map(file => [basename(file, '.json'), read(join(folder, file), Words)]))
  return { code, name, direction, locale: localeOf(code, locale), texts }
}

/** Each folder that is named by a language code and says in `language.json` how it is called. */
export const loadLanguages = (directory: string): readonly LanguageFiles[] => {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .toSorted()
    .flatMap(name => loadLanguage(join(directory, name)) ?? [])
}
