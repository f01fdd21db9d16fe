import { accept, type ParticipantId } from '#kernel'
import { listOrganisations } from '#organisations'
import { page, type PageContext, type PageRequest } from '#platform'
import {
  type AllowanceForecast,
  type AllowanceMeter,
  foreseeAllowance,
  getAllowance,
  isLive,
  listPlacements,
  listWorkPlacements,
  type Payment,
  type Placement,
  signalOf,
  type WorkView,
} from '#plans'
import {
  Badge,
  Callout,
  Columns,
  Details,
  EmptyState,
  ErrorSummary,
  Link,
  LinkButton,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayDay,
  Section,
  Stack,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { Meter } from './meter-part.tsx'
import { PaymentForm, AMEND_PAYMENT, PAY, PaymentTable } from './payments-part.tsx'
import { type WorkT, workTexts } from './texts.ts'
import { WhatIf } from './what-if-part.tsx'
import { END, EXTEND, PastWork, WorkCard } from './work-card.tsx'
import { workPaths } from './work-paths.ts'

interface WorkData {
  readonly participantId: ParticipantId
  readonly callName: string
  readonly meter: AllowanceMeter
  readonly payments: readonly Payment[]
  /** Organisations that entered or turned so much of late that it goes through the coach. */
  readonly throughCoach: readonly string[]
  readonly works: readonly WorkView[]
  readonly placements: readonly Placement[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly forecast: AllowanceForecast | 'unreadable' | undefined
}
interface Part {
  readonly data: WorkData
  readonly context: PageContext
  readonly t: WorkT
}

/** What was asked in the address; what cannot be read is said, not refused. */
const foresee = async ({ query, params, run }: PageRequest): Promise<WorkData['forecast']> => {
  const { bedrag = '', keer = '' } = query
  if (bedrag === '' && keer === '') return undefined
  const perTimeCents = Math.round(Number(bedrag.replace(',', '.')) * 100)
  const answer = await run(foreseeAllowance, {
    participantId: params['participantId'],
    perTimeCents,
    timesPerMonth: Number(keer),
  })
  return answer.ok ? answer.value : 'unreadable'
}

const NOW: readonly WorkView['work']['state'][] = ['agreed']

/** Everything that has to be thought of, in one list. */
const Attention = ({ data, context, t }: Part) => {
  const signal = signalOf(data.meter)
  const due = data.works.flatMap(({ work, moments }) => moments.filter(moment => moment.due).map(moment => ({ work, moment })))
  if (signal === undefined && due.length === 0 && data.throughCoach.length === 0) return null
  return (
    <Section title={t('attention.title')}>
      <Rows kind="badges" label={t('attention.title')}>
        {due
          .toSorted((a, b) => a.moment.on.localeCompare(b.moment.on))
          .map(({ work, moment }) => (
            <Row
              key={`${work.id} ${moment.key}`}
              start={<Badge tone="orange">{t(moment.on < context.today ? 'attention.past' : 'attention.soon')}</Badge>}
              title={t('attention.moment', {
                moment: t(`moments.${moment.code}`, { number: moment.number ?? 1 }),
                place: work.workplace,
              })}
              detail={sayDay(moment.on, context.today, context.lang)}
            />
          ))}
        {signal === undefined ? null : (
          <Row
            start={<Badge tone="orange">{t('attention.allowance')}</Badge>}
            title={t(`signals.${signal}`)}
            href="#vergoeding"
            detail={t('attention.partner')}
          />
        )}
        {data.throughCoach.map(organisation => (
          <Row
            key={organisation}
            start={<Badge tone="orange">{t('attention.allowance')}</Badge>}
            title={t('attention.throughCoach', { organisation })}
            href="#vergoeding"
            detail={t('attention.throughCoachWords')}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** From the place to what was agreed about the work there, or to writing that down. Who joins an activity does not work there. */
const AboutWork = ({ place, data: { participantId, works }, t }: Part & { readonly place: Placement }) => {
  const work = works.find(each => each.work.placementId === place.id && each.work.state === 'agreed')?.work
  if (work === undefined && place.kind === 'activity') return null
  const href = work === undefined ? workPaths.newWorkAt(participantId, place.id) : workPaths.workCard(participantId, work.id)
  return (
    <Link href={href}>
      {t(work === undefined ? 'places.arrange' : 'places.arranged')}
      <span className="op-unseen">: {place.offerName}</span>
    </Link>
  )
}

const Places = ({ data, context, t }: Part) => {
  const places = data.placements.filter(isLive)
  if (places.length === 0) return null
  return (
    <Section title={t('places.title', { name: data.callName })}>
      <Rows label={t('places.title', { name: data.callName })}>
        {places.map(place => (
          <Row
            key={place.id}
            title={<bdi>{place.offerName}</bdi>}
            detail={
              <>
                <span className="op-line">
                  {t(place.state === 'waiting' ? 'places.waits' : 'places.comes', {
                    organisation: place.organisationName,
                    day: sayDate(place.startsOn ?? place.since, context.today, context.lang),
                  })}
                </span>{' '}
                <AboutWork place={place} data={data} context={context} t={t} />
              </>
            }
            end={<Badge>{t(`placeKinds.${place.kind}`)}</Badge>}
          />
        ))}
      </Rows>
    </Section>
  )
}

const Works = (part: Part) => {
  const { data, context, t } = part
  const { participantId, works, placements } = data
  const now = works.filter(({ work }) => NOW.includes(work.state))
  const past = works.filter(({ work }) => !NOW.includes(work.state)).toReversed()
  const common = { participantId, placements, context, t }
  return (
    <>
      <Section title={t('work.title')} actions={<LinkButton href={workPaths.newWork(participantId)}>{t('work.add')}</LinkButton>}>
        <Stack>
          {now.length === 0 && !placements.some(isLive) ? (
            <EmptyState level={3} title={t('work.empty')}>
              {t('work.emptyWords', { name: data.callName })}
            </EmptyState>
          ) : null}
          {now.length === 0 ? null : (
            <Columns kind="halves">
              {now.map(view => (
                <WorkCard key={view.work.id} view={view} {...common} />
              ))}
            </Columns>
          )}
          {past.length === 0 ? null : (
            <Details summary={t('work.past', { count: past.length })}>
              <Stack>
                {past.map(view => (
                  <PastWork key={view.work.id} view={view} {...common} />
                ))}
              </Stack>
            </Details>
          )}
        </Stack>
      </Section>
      <Places {...part} />
    </>
  )
}

const Allowance = ({ data, context, t }: Part) => {
  const { participantId, callName, meter, payments, organisations, forecast } = data
  const part = { participantId, payments, hourly: meter.hourly, organisations, context, t }
  return (
    <Section title={t('meter.title')} id="vergoeding">
      <Stack>
        <Meter meter={meter} name={callName} context={context} t={t} />
        <PaymentTable {...part} />
        <Columns kind="wide-last">
          <PaymentForm {...part} />
          <WhatIf participantId={participantId} forecast={forecast} context={context} t={t} />
        </Columns>
        <Callout>
          <Paragraph>{t('partnerReads')}</Paragraph>
        </Callout>
      </Stack>
    </Section>
  )
}

/** Forms that say at their own fields what is wrong. */
const OWN_ERRORS: readonly string[] = [PAY, AMEND_PAYMENT, EXTEND, END]

const problemOf = ({ form }: PageContext, t: WorkT): string | undefined => {
  if (form === undefined || (OWN_ERRORS.includes(form.id) && form.refusal.code === 'invalidInput')) return undefined
  if (form.refusal.code === 'versionConflict') return t('changed')
  if (form.refusal.code === 'alreadyDone') return t('already')
  return t(form.refusal.details?.['reason'] === 'clash' ? 'clashNow' : 'changed')
}

export const workPage = page<WorkData>({
  id: 'desk.work',
  path: deskPaths.work(':participantId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const { run } = request
    const participantId = request.params['participantId'] as ParticipantId
    const allowance = await run(getAllowance, { participantId })
    if (!allowance.ok) return allowance
    const works = await run(listWorkPlacements, { participantId })
    if (!works.ok) return works
    const places = await run(listPlacements, { participantId })
    if (!places.ok) return places
    const organisations = await run(listOrganisations, {})
    if (!organisations.ok) return organisations
    const { callName, meter, payments, throughCoach } = allowance.value
    return accept({
      ...{ participantId, callName, meter, payments, throughCoach },
      works: works.value.workPlacements,
      placements: places.value.placements,
      organisations: organisations.value.organisations,
      forecast: await foresee(request),
    })
  },
  view: (data, context) => {
    const { t } = workTexts(context.lang)
    const part = { data, context, t }
    const problem = problemOf(context, t)
    return renderPage(
      <DossierFrame context={context} participantId={data.participantId} name={data.callName} current="work" title={t('title')}>
        <Stack>
          <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
          <Attention {...part} />
          <Works {...part} />
          <Allowance {...part} />
        </Stack>
      </DossierFrame>,
    )
  },
})
