import { type AllowanceMeter, type Payment, PAYMENT_KINDS } from '#plans'
import type { ParticipantId } from '#kernel'
import type { FormFields, PageContext } from '#platform'
import {
  Actions as FormActions,
  Badge,
  Button,
  Card,
  type Column,
  ConflictPanel,
  DataTable,
  DateField,
  Details,
  EmptyState,
  Form,
  LinkButton,
  RadioGroup,
  sayDate,
  sayMoney,
  Select,
  Soft,
  TextField,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { decimal, inEuros } from './say.ts'
import type { WorkT } from './texts.ts'
import { workPaths } from './work-paths.ts'

export interface PaymentsPart {
  readonly participantId: ParticipantId
  readonly payments: readonly Payment[]
  readonly hourly: AllowanceMeter['hourly']
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly context: PageContext
  readonly t: WorkT
}

export const PAY = 'desk.recordPayment'
export const AMEND_PAYMENT = 'desk.amendPayment'

/** Somebody who is not in the list of organisations. */
const OTHER = 'other'

/** Amounts are typed in euros. */
export const typedPayment = (fields: FormFields) => {
  const euros = fields.number('amountCents')
  const payer = fields.optional('organisationId')
  return {
    paidOn: fields.optional('paidOn'),
    amountCents: euros === undefined ? undefined : Math.round(euros * 100),
    kind: fields.optional('kind'),
    hours: fields.number('hours'),
    words: fields.text('words'),
    organisationId: payer === OTHER ? undefined : payer,
    organisationName: fields.optional('organisationName'),
  }
}

const wordsOf = (t: WorkT) => ({
  'paidOn.inFuture': t('pay.inFuture'),
  amountCents: t('pay.notAmount'),
  hours: t('pay.notHours'),
  'organisationName.required': t('pay.whoMissing'),
  'kind.required': t('pay.kindMissing'),
  'kind.choice': t('pay.kindMissing'),
})

/** Who paid before and is not in the list: those names need not be typed again. */
const namesBefore = (payments: readonly Payment[]): readonly string[] => [
  ...new Set(
    payments.filter(({ organisationId }) => organisationId === undefined).map(({ organisationName }) => organisationName),
  ),
]

const Fields = ({ payments, organisations, context, t }: PaymentsPart) => (
  <>
    <Select
      name="organisationId"
      label={t('pay.organisation')}
      empty={t('pay.choose')}
      options={[...organisations.map(({ id, name }) => ({ value: id, label: name })), { value: OTHER, label: t('pay.other') }]}
    />
    <TextField
      name="organisationName"
      label={t('pay.organisationName')}
      hint={t('pay.organisationHint')}
      maxLength={120}
      suggestions={namesBefore(payments)}
      optional
    />
    <DateField name="paidOn" label={t('pay.paidOn')} max={context.today} />
    <TextField name="amountCents" label={t('pay.amount')} inputMode="decimal" narrow />
    <RadioGroup
      name="kind"
      label={t('pay.kind')}
      options={PAYMENT_KINDS.map(kind => ({ value: kind, label: t(`pay.kinds.${kind}`), hint: t(`pay.kindHints.${kind}`) }))}
    />
    <TextField name="hours" label={t('pay.hours')} hint={t('pay.hoursHint')} inputMode="decimal" narrow optional />
    <TextField name="words" label={t('pay.words')} maxLength={500} optional ownWords />
  </>
)

const labelsOf = (t: WorkT) => ({
  organisationName: t('pay.organisationName'),
  paidOn: t('pay.paidOn'),
  amountCents: t('pay.amount'),
  kind: t('pay.kind'),
  hours: t('pay.hours'),
})

/** Writes down a new one, or corrects the one that was asked for. */
export const PaymentForm = (part: PaymentsPart) => {
  const { payments, participantId, context, t } = part
  const amended = payments.find(payment => isAmended(context, payment))
  if (amended !== undefined) return <Amend {...part} payment={amended} />
  return (
    <Card id="vergoeding-erbij">
      <Details summary={t('pay.title')} open={context.form?.id === PAY}>
        <Form
          id={PAY}
          action={workPaths.pay(participantId)}
          refused={context.form}
          values={{ paidOn: context.today, kind: 'allowance' }}
          words={wordsOf(t)}
          labels={labelsOf(t)}
          idPrefix="pay-"
        >
          <Fields {...part} />
          <Button>{t('pay.save')}</Button>
        </Form>
      </Details>
    </Card>
  )
}

/** What the other made of it, beside what was typed. */
const Conflict = ({ payment, context, t }: PaymentsPart & { readonly payment: Payment }) => {
  const { form } = context
  if (form?.refusal.code !== 'versionConflict') return null
  const money = sayMoney(payment.amountCents, context.lang)
  return (
    <ConflictPanel
      fields={[
        { label: t('pay.amount'), theirs: `${money}, ${payment.organisationName}`, yours: form.fields.text('amountCents') },
      ]}
    />
  )
}

/** Which payment is being corrected: asked for in the address, or by the form that came back. */
const isAmended = ({ params, query }: PageContext, payment: Payment): boolean =>
  (params['paymentId'] ?? query['verbeter']) === payment.id && payment.state === 'paid'

const Amend = ({ payment, ...part }: PaymentsPart & { readonly payment: Payment }) => {
  const { participantId, context, t } = part
  const { id, version, paidOn, amountCents, kind, hours, words, organisationId, organisationName } = payment
  return (
    <Card title={t('pay.amendOf', { amount: sayMoney(amountCents, context.lang), organisation: organisationName })} id="verbeter">
      <Conflict {...part} payment={payment} />
      <Form
        id={AMEND_PAYMENT}
        refused={context.form}
        action={workPaths.amendPayment(participantId, id)}
        version={version}
        values={{
          ...{ paidOn, kind, words },
          amountCents: inEuros(amountCents, context.lang),
          hours: decimal(hours, context.lang),
          organisationId: organisationId ?? OTHER,
          organisationName: organisationId === undefined ? organisationName : '',
        }}
        words={wordsOf(t)}
        labels={labelsOf(t)}
        idPrefix="amend-"
      >
        <Fields {...part} />
        <TextField name="why" label={t('pay.why')} maxLength={300} optional />
        <FormActions>
          <Button>{t('pay.amendSave')}</Button>
          <LinkButton look="secondary" href={deskPaths.work(participantId)}>
            {t('back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}

const Actions = ({ payment, ...part }: PaymentsPart & { readonly payment: Payment }) => {
  const { participantId, context, t } = part
  const said = { amount: sayMoney(payment.amountCents, context.lang), organisation: payment.organisationName }
  if (payment.state === 'withdrawn')
    return (
      <Form action={workPaths.restorePayment(participantId, payment.id)} version={payment.version} inline>
        <Button look="quiet" label={t('pay.restoreFor', said)}>
          {t('pay.restore')}
        </Button>
      </Form>
    )
  return (
    <FormActions>
      <LinkButton
        look="quiet"
        href={`${deskPaths.work(participantId)}?verbeter=${payment.id}#verbeter`}
        label={t('pay.amendFor', said)}
      >
        {t('pay.amend')}
      </LinkButton>
      <Form action={workPaths.withdrawPayment(participantId, payment.id)} version={payment.version} inline>
        <Button look="quiet" label={t('pay.withdrawFor', said)}>
          {t('pay.withdraw')}
        </Button>
      </Form>
    </FormActions>
  )
}

const Hourly = ({ payment, hourly, context, t }: PaymentsPart & { readonly payment: Payment }) => {
  const rate = hourly.find(({ paymentId }) => paymentId === payment.id)
  if (rate === undefined) return null
  const amount = sayMoney(rate.centsPerHour, context.lang)
  const words = rate.limit.state === 'notSet' ? t('pay.perHourUnknown', { amount }) : t('pay.perHour', { amount })
  return (
    <>
      {' '}
      <Soft>{words}</Soft> {rate.above ? <Badge tone="orange">{t('pay.aboveHour')}</Badge> : null}
    </>
  )
}

export const PaymentTable = (part: PaymentsPart) => {
  const { payments, context, t } = part
  const columns: readonly Column<Payment>[] = [
    { key: 'day', label: t('pay.paidOn'), rowHeader: true, cell: ({ paidOn }) => sayDate(paidOn, context.today, context.lang) },
    {
      key: 'by',
      label: t('pay.organisation'),
      cell: ({ organisationName, byPayer }) => (
        <>
          <bdi>{organisationName}</bdi> {byPayer ? <Soft>{t('pay.byPayer')}</Soft> : null}
        </>
      ),
    },
    {
      key: 'amount',
      label: t('pay.amount'),
      numeric: true,
      cell: payment => (
        <>
          {payment.state === 'withdrawn' ? (
            <s>{sayMoney(payment.amountCents, context.lang)}</s>
          ) : (
            sayMoney(payment.amountCents, context.lang)
          )}
          <Hourly {...part} payment={payment} />
        </>
      ),
    },
    {
      key: 'kind',
      label: t('pay.kind'),
      cell: payment => (
        <>
          {t(`pay.kinds.${payment.kind}`)}{' '}
          {payment.state === 'withdrawn' ? <Badge tone="stone">{t('pay.withdrawn')}</Badge> : null}
        </>
      ),
    },
    { key: 'actions', label: t('pay.actions'), unlabelled: true, cell: payment => <Actions {...part} payment={payment} /> },
  ]
  return (
    <DataTable
      caption={t('pay.table')}
      columns={columns}
      rows={payments}
      keyOf={({ id }) => id}
      empty={
        <EmptyState level={3} title={t('pay.empty')}>
          {t('pay.emptyWords')}
        </EmptyState>
      }
    />
  )
}
