import { z } from 'zod'
import type { PageContext } from '#platform'
import type { ErrorWords } from '#ui'
import type { FileRefusalReason } from '../domain/import/read-cells.ts'
import { findingTexts, supplyTexts } from './texts.ts'

const REASONS = [
  'empty',
  'tooLarge',
  'spreadsheet',
  'binary',
  'invalidUtf8',
  'invalidUtf16',
  'tooManyRows',
  'tooManyColumns',
  'cellTooLong',
  'quoteNotClosed',
  'noHeader',
] as const satisfies readonly FileRefusalReason[]

const Details = z.object({ line: z.number().optional(), max: z.number().optional() })

/** Why a file could not be read, with the line or the limit in the sentence. */
export const fileErrors = (context: PageContext): ErrorWords => {
  const { t } = findingTexts(context.lang)
  const details = Details.safeParse(context.form?.refusal.details).data ?? {}
  const values = { line: details.line ?? 0, max: details.max ?? 0 }
  return {
    ...Object.fromEntries(REASONS.map(reason => [`file.${reason}`, t(`file.${reason}`, values)])),
    'file.required': supplyTexts(context.lang).t('imports.fileMissing'),
    'file.tooBig.string': t('file.tooLarge', values),
  }
}

const NOT_NOW = ['otherImportRuns', 'otherImportSince'] as const

/** Why something about a list is not possible now. */
export const importRefusal = (context: PageContext): string | undefined => {
  const { t } = supplyTexts(context.lang)
  const refusal = context.form?.refusal
  if (refusal?.code === 'versionConflict') return t('import.conflictTitle')
  if (refusal?.code !== 'notPossibleNow') return undefined
  const reason = NOT_NOW.find(known => known === refusal.details?.['reason'])
  return t(`import.notNow.${reason ?? 'other'}`)
}
