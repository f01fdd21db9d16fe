import { z } from 'zod'
import { CalendarDay, FilledId } from '#kernel'
import { FilledState, Filling } from './filled.ts'
import { InstrumentKind, type Questionnaire, QuestionnaireContent, View } from './questionnaire.ts'

/** A filled instrument as it is handed out. */
export const FilledView = Filling.extend({
  filledId: FilledId,
  /** Views of the same occasion share it. */
  occasionId: z.uuid(),
  key: z.string(),
  instrumentVersion: z.int().positive(),
  kind: InstrumentKind,
  view: View,
  state: FilledState,
  startedOn: CalendarDay,
  finishedOn: CalendarDay.optional(),
  /** Who began it. */
  by: z.string(),
  version: z.int().positive(),
})
export type FilledView = Readonly<z.infer<typeof FilledView>>

/** A questionnaire as it is handed out: its texts, and which version they are. */
export const VersionedTexts = z.object({ version: z.int().positive(), content: QuestionnaireContent })
export type VersionedTexts = Readonly<z.infer<typeof VersionedTexts>>

export const textsOf = ({ version, ...content }: Questionnaire): VersionedTexts => ({ version, content })
export const questionnaireOf = ({ version, content }: VersionedTexts): Questionnaire => ({ ...content, version })
