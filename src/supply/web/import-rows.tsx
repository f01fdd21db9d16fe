import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Button,
  Card,
  Columns,
  DataTable,
  DefinitionList,
  Details,
  Form,
  Heading,
  Link,
  Paragraph,
  Soft,
  TextArea,
  TextField,
  type Tone,
} from '#ui'
import type { ReactNode } from 'react'
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import/columns.ts'
import type { RowOutcome } from '../domain/import/findings.ts'
import type { ImportRowView, ImportView } from '../use-cases/get-import.ts'
import { DoubleCard } from './double-card.tsx'
import { Times } from './offer-parts.tsx'
import { supplyPaths } from './paths.ts'
import { sayAreas, sayCost, sayFinding, sayLaws, sayLimits, sayOfferLanguages, sayWhere } from './say.ts'
import type { SupplyT } from './texts.ts'

export interface RowPart {
  readonly list: ImportView
  readonly row: ImportRowView
  readonly t: SupplyT
  readonly context: PageContext
  /** The query of this page, to come back to. */
  readonly back: string
}

const OUTCOME_TONE: Readonly<Record<RowOutcome, Tone>> = {
  takenOver: 'green',
  repaired: 'green',
  doubtful: 'orange',
  refused: 'stone',
}

const nameOf = ({ row, t }: RowPart): string => row.corrections.name ?? row.originals.name ?? t('import.noName')

const Findings = ({ row, t, context }: RowPart) =>
  row.findings.length === 0 ? null : (
    <ul>
      {row.findings.map((finding, at) => (
        <li key={at} dir="auto">
          <Soft>{t(`columns.${finding.field}`)}:</Soft> {sayFinding(finding, context.today, context.lang)}
        </li>
      ))}
    </ul>
  )

const Titled = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <Heading level={4}>{title}</Heading>
    {children}
  </div>
)

const Understood = ({ row, t, context }: RowPart) => {
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

const Correct = ({ list, row, t, context, back }: RowPart) => {
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

const Decide = ({
  part,
  decision,
  double,
  label,
  look = 'secondary',
}: {
  readonly part: RowPart
  readonly decision?: string
  readonly double?: string
  readonly label: string
  readonly look?: 'secondary' | 'confirm' | 'quiet'
}) => (
  <Form
    inline
    action={supplyPaths.decideRow(part.list.importId)}
    version={part.list.version}
    hidden={{ rowNumber: part.row.rowNumber, decision, double, back: part.back }}
  >
    <Button look={look} label={`${label}: ${nameOf(part)}`}>
      {label}
    </Button>
  </Form>
)

const ChangeTable = ({
  title,
  changes,
  t,
}: {
  readonly title: string
  readonly changes: ImportRowView['changes']['changes']
  readonly t: SupplyT
}) =>
  changes.length === 0 ? null : (
    <DataTable
      caption={title}
      showCaption
      rows={changes}
      keyOf={({ field }) => field}
      columns={[
        { key: 'field', label: '', unlabelled: true, rowHeader: true, cell: ({ field }) => t(`fields.${field}`) },
        {
          key: 'was',
          label: t('import.was'),
          cell: ({ textBefore }) => <span dir="auto">{textBefore || <Soft>{t('import.empty')}</Soft>}</span>,
        },
        {
          key: 'becomes',
          label: t('import.becomes'),
          cell: ({ textNow }) => <span dir="auto">{textNow || <Soft>{t('import.empty')}</Soft>}</span>,
        },
      ]}
    />
  )

const Changes = ({ row, t }: RowPart) => (
  <>
    <ChangeTable title={t('import.changes')} changes={row.changes.changes} t={t} />
    <ChangeTable title={t('import.conflicts')} changes={row.changes.conflicts} t={t} />
    {row.changes.notes.map(note => (
      <Paragraph soft key={note}>
        {t(`import.notes.${note}`)}
      </Paragraph>
    ))}
  </>
)

const Decisions = (part: RowPart) => {
  const { row, t } = part
  if (row.decision !== undefined)
    return (
      <Actions>
        <Soft>{t(`import.decided.${row.decision}`)}</Soft>
        <Decide part={part} decision="" label={t('import.undecide')} look="quiet" />
      </Actions>
    )
  if (row.plan === 'changed')
    return (
      <Actions>
        {row.changes.conflicts.length === 0 ? null : <Decide part={part} decision="list" label={t('import.takeList')} />}
        <Decide part={part} decision="ours" label={t('import.keepOurs')} />
      </Actions>
    )
  return null
}

const Double = (part: RowPart) => {
  const { row, t, context, list } = part
  const { double, offer } = row
  if (double === undefined || offer === undefined) return null
  const isOpen = list.state === 'preview'
  return (
    <DoubleCard
      title={t('import.double')}
      context={context}
      first={{
        above:
          double.rowNumber === undefined
            ? t('import.doubleOffer')
            : t('import.doubleRow', { line: double.line ?? double.rowNumber }),
        offer: double.offer,
        href: double.offerId === undefined ? undefined : supplyPaths.offer(double.offerId),
      }}
      second={{ above: t('import.doubleThis'), offer }}
    >
      {row.doubleDecision === undefined ? null : <Paragraph>{t(`import.doubleDecided.${row.doubleDecision}`)}</Paragraph>}
      {isOpen ? (
        <Actions>
          {row.doubleDecision === 'merge' ? null : (
            <Decide part={part} double="merge" label={t('doubles.merge')} look="confirm" />
          )}
          {row.doubleDecision === 'keepApart' ? null : <Decide part={part} double="keepApart" label={t('doubles.keepApart')} />}
        </Actions>
      ) : null}
    </DoubleCard>
  )
}

const badgesOf = ({ row, t }: RowPart) => (
  <>
    {row.outcome === undefined ? null : <Badge tone={OUTCOME_TONE[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>}
    {row.result !== undefined ? (
      <Badge tone={row.result === 'created' || row.result === 'changed' || row.result === 'merged' ? 'green' : 'stone'}>
        {t(`results.${row.result}`)}
      </Badge>
    ) : row.plan === undefined || row.plan === 'refused' ? null : (
      <Badge tone={row.plan === 'unchanged' ? 'stone' : 'green'}>{t(`plans.${row.plan}`)}</Badge>
    )}
  </>
)

const LookAndCorrect = (part: RowPart) => {
  const { row, t, context, list } = part
  const isRefusedHere = context.form?.id === 'supply.correctRow' && context.form.fields.text('rowNumber') === `${row.rowNumber}`
  if (list.state !== 'preview')
    return row.offer === undefined ? null : (
      <Details summary={t('import.understood')}>
        <Understood {...part} />
      </Details>
    )
  return (
    <Details summary={t('import.lookAndCorrect')} open={isRefusedHere || row.outcome === 'refused'}>
      {row.offer === undefined ? (
        <Correct {...part} />
      ) : (
        <Columns kind="halves">
          <Understood {...part} />
          <Correct {...part} />
        </Columns>
      )}
      {row.plan === 'new' && row.decision === undefined ? (
        <Decide part={part} decision="skip" label={t('import.skip')} look="quiet" />
      ) : null}
    </Details>
  )
}

/** One row of the list: how well it was read, what would happen to it, and what can be done about it. */
export const ImportRowCard = (part: RowPart) => {
  const { row, t, list } = part
  const isOpen = list.state === 'preview'
  const about = [
    row.corrections.organisation ?? row.originals.organisation,
    row.number === undefined ? undefined : t('import.numbered', { number: row.number }),
    t('import.line', { line: row.line }),
  ].filter(words => words !== undefined)
  return (
    <Card
      id={`r${row.rowNumber}`}
      level={3}
      badges={badgesOf(part)}
      title={
        row.offerId === undefined || row.result === 'refused' ? (
          nameOf(part)
        ) : (
          <Link href={supplyPaths.offer(row.offerId)}>{nameOf(part)}</Link>
        )
      }
    >
      <Soft>{about.join(' · ')}</Soft>
      <Findings {...part} />
      <Changes {...part} />
      <Double {...part} />
      {isOpen ? <Decisions {...part} /> : null}
      <LookAndCorrect {...part} />
    </Card>
  )
}
