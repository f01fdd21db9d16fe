import { Recognition } from '../domain/recognition.ts'
import type { PlansTables } from './tables.ts'

type Columns = Pick<
  PlansTables['step'],
  'recognition_kind' | 'recognition' | 'recognition_option_id' | 'recognition_cents' | 'recognition_counts_as'
>

/** What was agreed, as a step or a goal keeps it. */
export const recognitionColumns = (recognition: Recognition): Columns => ({
  recognition_kind: recognition.kind,
  recognition: recognition.words,
  recognition_option_id: recognition.optionId ?? null,
  recognition_cents: recognition.valueCents ?? null,
  recognition_counts_as: recognition.countsAs ?? null,
})

export const toRecognition = (row: Columns): Recognition =>
  Recognition.parse({
    kind: row.recognition_kind,
    words: row.recognition,
    optionId: row.recognition_option_id ?? undefined,
    valueCents: row.recognition_cents ?? undefined,
    countsAs: row.recognition_counts_as ?? undefined,
  })
