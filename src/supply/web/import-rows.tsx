import { Actions, Badge, Button, Card, Columns, DataTable, Details, Form, Link, Paragraph, Soft, type Tone } from '#ui'
import type { RowOutcome } from '../domain/import/findings.ts'
import type { ImportRowView } from '../use-cases/get-import.ts'
import { DoubleCard } from './double-card.tsx'
import type { RowPart } from './import-row-part.ts'
import { Correct, Understood } from './import-row-texts.tsx'
import { supplyPaths } from './paths.ts'
import { sayFinding } from './say.ts'
import type { SupplyT } from './texts.ts'

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
