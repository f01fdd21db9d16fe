import { refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { type AllowanceMeter, type Gauge, getAllowance, type Payment } from '#plans'
import {
  AppPage,
  Breadcrumbs,
  Callout,
  Card,
  EmptyState,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayMoney,
  Section,
  Stack,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { MeterBar } from '../../work/meter-bar.tsx'
import { isolate } from '../say.ts'
import { type AllowanceT, allowanceTexts } from './texts.ts'

interface MyAllowance {
  readonly meter: AllowanceMeter
  readonly payments: readonly Payment[]
}
interface Part {
  readonly t: AllowanceT
  readonly context: PageContext
}

const sayRoom = (gauge: Gauge, { t, context }: Part): string => {
  if (gauge.limit.state === 'notSet') return t('notSet')
  const limit = isolate(sayMoney(gauge.limit.value, context.lang), context.lang)
  if (gauge.level === 'over' || gauge.level === 'full') return t(gauge.level, { limit })
  const left = t('left', { limit, left: isolate(sayMoney(gauge.leftCents ?? 0, context.lang), context.lang) })
  return gauge.level === 'near' ? `${left} ${t('near')}` : left
}

/** What I got and what still can, in words first; the bar says the same. */
const Period = ({ gauge, title, part }: { readonly gauge: Gauge; readonly title: string; readonly part: Part }) => {
  const { t, context } = part
  const got = t('got', { paid: isolate(sayMoney(gauge.paidCents, context.lang), context.lang) })
  return (
    <Card title={title}>
      <Paragraph lead>{got}</Paragraph>
      <MeterBar gauge={gauge} label={`${title}: ${got}`} />
      <Paragraph>{sayRoom(gauge, part)}</Paragraph>
    </Card>
  )
}

const Payments = ({ payments, part: { t, context } }: { readonly payments: readonly Payment[]; readonly part: Part }) => (
  <Section title={t('list')}>
    <Rows label={t('list')}>
      {payments.map(payment => (
        <Row
          key={payment.id}
          title={sayMoney(payment.amountCents, context.lang)}
          detail={
            <>
              <span className="op-line">{t('from', { organisation: isolate(payment.organisationName, context.lang) })}</span>{' '}
              <span className="op-line">{sayDate(payment.paidOn, context.today, context.lang)}</span>{' '}
              {payment.kind === 'actualCosts' ? <span className="op-line">{t('costs')}</span> : null}
            </>
          }
        />
      ))}
    </Rows>
    <Paragraph soft>{t('wrong')}</Paragraph>
  </Section>
)

export const viewMyAllowance = ({ meter, payments }: MyAllowance, context: PageContext): string => {
  const { t } = allowanceTexts(context.lang)
  const part: Part = { t, context }
  const paid = payments.filter(({ state }) => state === 'paid')
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <Stack>
        {paid.length === 0 ? <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState> : null}
        <Period gauge={meter.month} title={t('month')} part={part} />
        <Period gauge={meter.year} title={t('year')} part={part} />
        {meter.young.state === 'counts' ? (
          <Callout tone="orange" title={t('youngTitle')} level={2}>
            <Paragraph>{t('young', { age: meter.young.belowAge })}</Paragraph>
          </Callout>
        ) : null}
        {paid.length === 0 ? null : <Payments payments={paid} part={part} />}
        <Paragraph soft>{t('decides')}</Paragraph>
      </Stack>
    </AppPage>,
  )
}

export const myAllowancePage = page<MyAllowance>({
  id: 'desk.myAllowance',
  path: deskPaths.myAllowance(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getAllowance, { participantId })
  },
  view: viewMyAllowance,
})
