import { PAYMENT_KINDS } from '#plans'
import {
  Badge,
  Button,
  DateField,
  Details,
  Form,
  Paragraph,
  RadioGroup,
  Row,
  Rows,
  sayDate,
  sayMoney,
  Soft,
  TextField,
} from '#ui'
import type { OwnOffer } from './list-visitors.ts'
import { ownPaymentPaths, payPath } from './pay-paths.ts'
import type { PartnerPart } from './texts.ts'

type Visitor = OwnOffer['visitors'][number]
type VisitorPart = PartnerPart & { readonly visitor: Visitor }

export const PAY_VISITOR = 'desk.payVisitor'

const OwnPayments = ({ visitor, context, t }: VisitorPart) =>
  visitor.payments.length === 0 ? null : (
    <ul className="op-list" aria-label={t('money.own')}>
      {visitor.payments.map(payment => {
        const amount = sayMoney(payment.amountCents, context.lang)
        const withdrawn = payment.state === 'withdrawn'
        const words = { amount, name: visitor.name }
        return (
          <li key={payment.id}>
            {sayDate(payment.paidOn, context.today, context.lang)}: {withdrawn ? <s>{amount}</s> : amount}{' '}
            <Soft>{t(`money.kinds.${payment.kind}`)}</Soft> {withdrawn ? <Badge>{t('money.withdrawn')}</Badge> : null}
            <Form
              action={withdrawn ? ownPaymentPaths.restore(payment.id) : ownPaymentPaths.withdraw(payment.id)}
              version={payment.version}
              inline
            >
              <Button look="quiet" label={withdrawn ? t('money.restoreFor', words) : t('money.withdrawFor', words)}>
                {withdrawn ? t('money.restore') : t('money.withdraw')}
              </Button>
            </Form>
          </li>
        )
      })}
    </ul>
  )

const Pay = ({ visitor, context, t }: VisitorPart) => {
  const isMine = context.params['placementId'] === visitor.placementId
  return (
    <Form
      {...(isMine ? { id: PAY_VISITOR, refused: context.form } : {})}
      action={payPath(visitor.placementId)}
      values={{ paidOn: context.today, kind: 'allowance' }}
      words={{
        'paidOn.inFuture': t('money.inFuture'),
        'paidOn.beforeStart': t('money.beforeStart', {
          name: visitor.name,
          day: sayDate(visitor.since, context.today, context.lang),
        }),
        'amountCents.tooMany': t('money.tooMany', { name: visitor.name }),
        amountCents: t('money.notAmount'),
        hours: t('money.notHours'),
      }}
      labels={{ paidOn: t('money.paidOn'), amountCents: t('money.amount'), kind: t('money.kind'), hours: t('money.hours') }}
      idPrefix={`${visitor.placementId}-`}
    >
      <TextField name="amountCents" label={t('money.amount')} inputMode="decimal" narrow />
      <DateField name="paidOn" label={t('money.paidOn')} min={visitor.since} max={context.today} />
      <RadioGroup
        name="kind"
        label={t('money.kind')}
        options={PAYMENT_KINDS.map(kind => ({ value: kind, label: t(`money.kinds.${kind}`) }))}
      />
      <TextField name="hours" label={t('money.hours')} inputMode="decimal" narrow optional />
      <Button label={t('money.payFor', { name: visitor.name })}>{t('money.save')}</Button>
    </Form>
  )
}

/** One who comes: by first name, and what the organisation paid. Why it should talk with the coach first is never said here. */
const One = (part: VisitorPart) => {
  const { visitor, context, t } = part
  const day = sayDate(visitor.since, context.today, context.lang)
  const isMine = context.params['placementId'] === visitor.placementId && context.form !== undefined
  return (
    <div className="op-stack">
      <Rows>
        <Row
          title={<span dir="auto">{visitor.name}</span>}
          detail={visitor.since > context.today ? t('from', { day }) : t('since', { day })}
          end={visitor.talkFirst ? <Badge tone="stone">{t('money.talkFirst')}</Badge> : undefined}
        />
      </Rows>
      <Details summary={t('money.payFor', { name: visitor.name })} open={isMine}>
        {visitor.talkFirst ? (
          <Paragraph>
            <strong>{t('money.talkFirst')}</strong>
          </Paragraph>
        ) : null}
        <OwnPayments {...part} />
        <Pay {...part} />
        <Paragraph soft>{t('money.onlyPay')}</Paragraph>
      </Details>
    </div>
  )
}

export const Visitors = ({ offer, context, t }: PartnerPart & { readonly offer: OwnOffer }) =>
  offer.visitors.length === 0 ? (
    <Paragraph soft>{t('nobody')}</Paragraph>
  ) : (
    <div className="op-stack" role="group" aria-label={t('who', { offer: offer.name })}>
      {offer.visitors.map(visitor => (
        <One key={visitor.placementId} visitor={visitor} context={context} t={t} />
      ))}
    </div>
  )
