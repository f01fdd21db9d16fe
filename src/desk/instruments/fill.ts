import {
  type FilledDetail,
  firstMissing,
  partsOf,
  type Questionnaire,
  questionnaireOf,
  spotOf,
  type FillPart,
  type Spot,
} from '#instruments'
import type { PageContext } from '#platform'
import { type InstrumentPaths, pathsIn, type Place, withQuery } from './place.ts'
import { instrumentTexts, type InstrumentT } from './texts.ts'
import type { Reader } from './say.tsx'

export interface FillData {
  readonly place: Place
  readonly detail: FilledDetail
}

/** Everything that the parts of the fill page need, derived once. */
export interface Fill extends FillData {
  readonly context: PageContext
  readonly t: InstrumentT
  readonly reader: Reader
  readonly paths: InstrumentPaths
  readonly questionnaire: Questionnaire
  /** Plain words and nothing beside the question. */
  readonly simple: boolean
  readonly hasSimple: boolean
  readonly parts: readonly FillPart[]
  readonly spot: Spot
  /** The question that has to be answered before it can be finished. */
  readonly missing: string | undefined
  readonly isDraft: boolean
}

const offersSimple = (questionnaire: Questionnaire): boolean => JSON.stringify(questionnaire).includes('"simple"')

export const fillOf = ({ place, detail }: FillData, context: PageContext): Fill => {
  const questionnaire = questionnaireOf(detail.texts)
  const hasSimple = offersSimple(questionnaire)
  const { vraag: part, na: after, voor: before, taal } = context.query
  const { answers } = detail.filled
  const parts = partsOf(questionnaire, answers, place.kind === 'own' ? 'one' : 'together')
  const { t } = instrumentTexts(context.lang)
  return {
    ...{ place, detail, context, t, questionnaire, hasSimple, parts },
    reader: { kind: place.kind, name: detail.callName, context, t },
    paths: pathsIn(place),
    simple: hasSimple && (taal === 'simpel' || (place.kind === 'own' && taal !== 'gewoon')),
    spot: spotOf(parts, answers, { part, after, before }),
    missing: firstMissing(questionnaire, detail.filled),
    isDraft: detail.filled.state === 'draft',
  }
}

/** The address of a page of the form; the kind of words goes along. */
export const fillHref = (
  { paths, detail, context }: Pick<Fill, 'paths' | 'detail' | 'context'>,
  query: Readonly<Record<string, string | undefined>>,
): string => withQuery(paths.fill(detail.filled.filledId), { ...query, taal: query['taal'] ?? context.query['taal'] })
