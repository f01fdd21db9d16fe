import type { ReactNode } from 'react'
import { Button, DefinitionList, Form, Heading, Paragraph, Soft, TextArea, TextField } from '#ui'
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import/columns.ts'
import type { ImportRowView } from '../use-cases/get-import.ts'
import type { RowPart } from './import-row-part.ts'
import { Times } from './offer-parts.tsx'
import { supplyPaths } from './paths.ts'
import { sayAreas, sayCost, sayLaws, sayLimits, sayOfferLanguages, sayWhere } from './say.ts'

const Titled = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <Heading level={4}>{title}</Heading>
    {children}
  </div>
)

/** The row as the product reads it. */
export const Understood = ({ row, t, context }: RowPart) => {
  const { offer } = row
  if (offer === undefined) return null
  const { lang } = context
  const limits = sayLimits(offer, lang)
  const unknown = <Soft>{t('offer.unknown')}</Soft>
  return (
    <Titled title={t('import.understood')}>
      <DefinitionList
        items={[
          { term: t('fields.kind'), value: t(`kinds.${offer.kind}`) },
          { term: t('fields.areas'), value: sayAreas(offer, lang) || unknown },
          { term: t('fields.times'), value: <Times times={offer.times} lang={lang} /> },
          { term: t('offer.where'), value: sayWhere(offer) || unknown },
          { term: t('fields.capacity'), value: offer.capacity ?? unknown },
          { term: t('fields.free'), value: offer.free ?? unknown },
          { term: t('fields.cost'), value: sayCost(offer, lang) },
          { term: t('fields.languages'), value: sayOfferLanguages(offer, lang) ?? unknown },
          { term: t('fields.targetGroups'), value: offer.targetGroupText || t('offer.everybody') },
          { term: t('fields.limits'), value: limits.length === 0 ? t('limits.none') : limits.join(', ') },
          { term: t('fields.laws'), value: sayLaws(offer, lang) || unknown },
        ]}
      />
    </Titled>
  )
}

const LONG: ReadonlySet<ImportColumn> = new Set(['description', 'remarks'])

/** What can be corrected: the texts with which something is the matter, and always the name and the organisation. */
const correctable = (row: ImportRowView): readonly ImportColumn[] => {
  const wrong = new Set<ImportColumn>(['name', 'organisation', ...row.findings.map(({ field }) => field)])
  return IMPORT_COLUMNS.filter(column => wrong.has(column))
}

/** The texts of the row, to correct in place. */
export const Correct = ({ list, row, t, context, back }: RowPart) => {
  const refusedHere = context.form?.id === 'supply.correctRow' && context.form.fields.text('rowNumber') === `${row.rowNumber}`
  const columns = correctable(row)
  return (
    <Form
      action={supplyPaths.correctRow(list.importId)}
      {...(refusedHere ? { id: 'supply.correctRow' } : {})}
      refused={refusedHere ? context.form : undefined}
      version={list.version}
      hidden={{ rowNumber: row.rowNumber, back }}
      idPrefix={`r${row.rowNumber}-`}
      values={Object.fromEntries(columns.map(column => [`texts.${column}`, row.corrections[column] ?? row.originals[column]]))}
      labels={Object.fromEntries(columns.map(column => [`texts.${column}`, t(`columns.${column}`)]))}
    >
      <Paragraph soft>{t('import.correctHelp')}</Paragraph>
      {columns.map(column => {
        const original = row.originals[column]
        const isCorrected = row.corrections[column] !== undefined && original !== undefined
        const field = {
          name: `texts.${column}`,
          label: t(`columns.${column}`),
          optional: column !== 'name',
          ...(isCorrected ? { hint: t('import.inList', { text: original }) } : {}),
        }
        return LONG.has(column) ? <TextArea key={column} {...field} rows={3} /> : <TextField key={column} {...field} ownWords />
      })}
      <Button look="secondary">{t('import.correctButton')}</Button>
    </Form>
  )
}
