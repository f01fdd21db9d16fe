import { z } from 'zod'
import { freeText, lineText } from '#kernel'

export const INSTRUMENT_KINDS = ['web', 'ladder', 'scan', 'check'] as const
/** `web`: graded dimensions, for the conversation only. `ladder`: a flow of questions to a rung. `scan`, `check`: items on a scale. */
export const InstrumentKind = z.enum(INSTRUMENT_KINDS)
export type InstrumentKind = z.infer<typeof InstrumentKind>

export const VIEWS = ['participant', 'coach', 'together'] as const
/** Whose view a filled instrument holds. */
export const View = z.enum(VIEWS)
export type View = z.infer<typeof View>

export const TEXT_LANGUAGES = ['nl', 'en', 'ar'] as const
export type TextLanguage = (typeof TEXT_LANGUAGES)[number]

const texts = <T extends z.ZodType>(text: T) => z.strictObject({ nl: text, en: text.optional(), ar: text.optional() })
const Line = texts(lineText(300))
const Words = texts(freeText(2_000, 1))
/** A text in the languages that there are; Dutch always. */
export type Localised = Readonly<z.infer<typeof Words>>

export const InstrumentKey = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'key' })
/** Names a question or a dimension; unique within its questionnaire. */
export const ItemKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, { error: 'key' })

const Option = z.strictObject({ value: z.int().min(0).max(100), label: Line, simple: Line.optional() })
export type ScaleOption = Readonly<z.infer<typeof Option>>
const Scale = z.array(Option).min(2).max(11).readonly()

const named = { key: ItemKey, name: Line }
/** Something to think of within a dimension of the web; not answered, but it can be marked. */
const Topic = z.strictObject({ key: ItemKey, text: Line })
const GradedDimension = z.strictObject({
  ...named,
  question: Words,
  simple: Words.optional(),
  topics: z.array(Topic).max(20).default([]).readonly(),
})

const ScaledItem = z.strictObject({ key: ItemKey, text: Words, simple: Words.optional(), options: Scale.optional() })
const ScaledDimension = z.strictObject({ ...named, items: z.array(ScaledItem).min(1).max(30).readonly() })

const LadderQuestion = z.strictObject({ text: Words, hint: Words.optional(), simple: Words.optional() })
/** The five questions of the flow, in its order. */
export const LADDER_STEPS = ['contract', 'withoutSupport', 'unpaidTasks', 'organised', 'contacts'] as const
export type LadderStep = (typeof LADDER_STEPS)[number]
const LadderFlow = z.strictObject({
  contract: LadderQuestion,
  withoutSupport: LadderQuestion,
  unpaidTasks: LadderQuestion,
  organised: LadderQuestion,
  contacts: LadderQuestion,
})
const Rungs = z
  .array(z.strictObject({ name: Line, about: Words }))
  .length(6)
  .readonly()

const about = {
  key: InstrumentKey,
  title: Line,
  /** What it is for, in a sentence or two. */
  about: Words,
  licence: lineText(300),
  source: lineText(300),
  fillers: z.array(View).min(1).default(['participant', 'coach', 'together']).readonly(),
}

const Content = z.discriminatedUnion('kind', [
  z.strictObject({
    ...about,
    kind: z.literal('web'),
    grades: z.strictObject({ from: z.int().min(0).max(1), to: z.int().min(3).max(10) }),
    dimensions: z.array(GradedDimension).min(3).max(12).readonly(),
  }),
  z.strictObject({
    ...about,
    kind: z.literal('ladder'),
    now: LadderFlow,
    nextYear: LadderFlow,
    rungs: Rungs,
  }),
  z.strictObject({
    ...about,
    kind: z.enum(['scan', 'check']),
    scale: Scale,
    dimensions: z.array(ScaledDimension).min(1).max(30),
  }),
])

type Content = z.infer<typeof Content>

type KeyAt = readonly [key: string, path: readonly (string | number)[]]
const keysOf = (content: Content): readonly KeyAt[] => {
  if (content.kind === 'ladder') return []
  return content.dimensions.flatMap((dimension, at): readonly KeyAt[] => {
    const [field, parts] = 'topics' in dimension ? ['topics', dimension.topics] : ['items', dimension.items]
    return [
      [dimension.key, ['dimensions', at, 'key']],
      ...parts.map(({ key }, i): KeyAt => [key, ['dimensions', at, field, i, 'key']]),
    ]
  })
}

/** A questionnaire as data, without its version: that is given when it is kept. */
export const QuestionnaireContent = Content.superRefine((content, context) => {
  const seen = new Set<string>()
  for (const [key, path] of keysOf(content)) {
    if (seen.has(key)) context.addIssue({ code: 'custom', message: 'keyTwice', path: [...path] })
    seen.add(key)
  }
})
export type QuestionnaireContent = Readonly<z.infer<typeof QuestionnaireContent>>

export type Questionnaire = QuestionnaireContent & { readonly version: number }
export type OfKind<Kind extends InstrumentKind> = Extract<Questionnaire, { readonly kind: Kind }>
export type ScaledQuestionnaire = Exclude<Questionnaire, { readonly kind: 'web' | 'ladder' }>

/** The text in the language of the page, or in Dutch; `lang` says in which language it is when that is another. */
export const sayIn = (text: Localised, lang: string): { readonly words: string; readonly lang?: TextLanguage } => {
  const known = TEXT_LANGUAGES.find(language => language === lang)
  const words = known === undefined ? undefined : text[known]
  return words === undefined ? { words: text.nl, lang: 'nl' } : { words }
}
