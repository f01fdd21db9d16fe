import { confirmOffer } from '#supply'
import { form, page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Button,
  Callout,
  Card,
  Columns,
  EmptyState,
  ErrorSummary,
  Form,
  type Lang,
  PageHead,
  renderPage,
  sayDate,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { listVisitors, type OwnOffer } from './list-visitors.ts'
import { type PartnerPart, partnerTexts as texts } from './texts.ts'
import { Visitors } from './visitors-part.tsx'

interface PartnerData {
  readonly offers: readonly OwnOffer[]
}
type Part = PartnerPart

const month = (lang: Lang) => new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const sayMonth = (day: string, lang: Lang): string => month(lang).format(new Date(`${day}T00:00:00Z`))

/** One tap keeps the supply fresh. */
const StillRight = ({ offer, part: { context, t } }: { readonly offer: OwnOffer; readonly part: Part }) => {
  const { confirmed, offerId } = offer
  const today = confirmed?.precision === 'day' && confirmed.on === context.today
  return (
    <div className="op-stack">
      <span className="op-soft">
        {confirmed === undefined
          ? t('never')
          : t('confirmed', {
              day:
                confirmed.precision === 'day'
                  ? sayDate(confirmed.on, context.today, context.lang)
                  : sayMonth(confirmed.on, context.lang),
            })}
      </span>
      {today ? null : <span>{t('ask')}</span>}
      {today ? null : (
        <Form
          {...(context.params['offerId'] === offerId ? { id: 'desk.confirmOwnOffer', refused: context.form } : {})}
          action={confirmPath(offerId)}
          version={offer.version}
          inline
        >
          <Button look="secondary" label={t('yesFor', { offer: offer.name })}>
            {t('yes')}
          </Button>
        </Form>
      )}
    </div>
  )
}

const OfferCard = ({ offer, part }: { readonly offer: OwnOffer; readonly part: Part }) => {
  const { t } = part
  const where = [offer.times, offer.place].filter(words => words !== '').join(' · ')
  return (
    <Card
      title={offer.name}
      badges={offer.waiting === 0 ? undefined : <Badge tone="orange">{t('waiting', { count: offer.waiting })}</Badge>}
    >
      {where === '' ? null : <span className="op-soft">{where}</span>}
      <Visitors offer={offer} {...part} />
      <StillRight offer={offer} part={part} />
    </Card>
  )
}

const TURNING: readonly string[] = ['desk.withdrawOwnPayment', 'desk.restoreOwnPayment']
/** Why a payment could not be taken back or put back; what stands there now is on the page. */
const NotTurned = ({ context: { form: refused }, t }: Part) =>
  refused === undefined || !TURNING.includes(refused.id) ? null : (
    <ErrorSummary errors={[{ message: t(refused.refusal.code === 'tooMany' ? 'money.tooOften' : 'money.changed') }]} />
  )

/** Who comes at the own offers, by first name; nothing else of the person. */
export const viewPartner = ({ offers }: PartnerData, context: PageContext): string => {
  const { t } = texts(context.lang)
  const part: Part = { context, t }
  const count = offers.reduce((sum, offer) => sum + offer.visitors.length, 0)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead
        above={context.actor?.organisationName}
        title={t('title')}
        lead={offers.length === 0 ? undefined : t('lead', { count })}
      />
      <NotTurned {...part} />
      {offers.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>
      ) : (
        <Columns kind="halves">
          {offers.map(offer => (
            <OfferCard key={offer.offerId} offer={offer} part={part} />
          ))}
        </Columns>
      )}
      <Callout>{t('only')}</Callout>
    </AppPage>,
  )
}

const confirmPath = (offerId: string): string => `${deskPaths.partner()}/aanbod/${offerId}/klopt`

export const partnerPage = page<PartnerData>({
  id: 'desk.partner',
  path: deskPaths.partner(),
  who: ['partner'],
  load: request => request.run(listVisitors, {}),
  view: viewPartner,
})

export const confirmOwnOfferForm = form({
  id: 'desk.confirmOwnOffer',
  path: confirmPath(':offerId'),
  who: ['partner'],
  useCase: confirmOffer,
  input: (fields, { offerId }) => ({ offerId, version: fields.number('version') }),
  done: (_output, request) => ({ to: deskPaths.partner(), notice: { text: texts(request.lang).t('thanks') } }),
  page: partnerPage,
})
