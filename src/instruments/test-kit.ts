import type { Filling } from './domain/filled.ts'
import { type OfKind, type Questionnaire, QuestionnaireContent, type ScaledQuestionnaire } from './domain/questionnaire.ts'

export const nothingFilled: Filling = { answers: {}, marks: [], said: {} }

const base = { about: { nl: 'Om over te praten.' }, licence: 'test', source: 'test' }

const parsed = <Kind extends Questionnaire['kind']>(kind: Kind, content: object, version: number) => {
  const read = QuestionnaireContent.parse({ ...base, kind, ...content })
  return { ...read, version } as Questionnaire & { readonly kind: Kind }
}

/** A web of three corners with grades from 1 to 10. */
export const aWeb = (version = 1, content: object = {}): OfKind<'web'> =>
  parsed(
    'web',
    {
      key: 'test-web',
      title: { nl: 'Klein web' },
      grades: { from: 1, to: 10 },
      dimensions: (['body', 'mind', 'meaning'] as const).map(key => ({
        key,
        name: { nl: `Hoek ${key}` },
        question: { nl: `Hoe is ${key}?` },
        topics: [{ key: `${key}Topic`, text: { nl: `Iets van ${key}` } }],
      })),
      ...content,
    },
    version,
  )

/** Two areas with one item each, on a scale from 1 to 3. */
export const aScan = (version = 1, content: object = {}): ScaledQuestionnaire =>
  parsed(
    'scan',
    {
      key: 'test-scan',
      title: { nl: 'Kleine scan' },
      scale: [1, 2, 3].map(value => ({ value, label: { nl: `Stap ${value}` } })),
      dimensions: (['home', 'money'] as const).map(key => ({
        key: `${key}Area`,
        name: { nl: `Gebied ${key}` },
        items: [{ key, text: { nl: `Hoe gaat het met ${key}?` } }],
      })),
      ...content,
    },
    version,
  )
