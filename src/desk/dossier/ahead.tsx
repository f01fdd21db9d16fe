import { clockTimeIn, dayIn } from '#kernel'
import { APPOINTMENT_KINDS } from '#contacts'
import { reviewStanding } from '#trajectories'
import {
  Actions,
  Button,
  Callout,
  Card,
  DateField,
  Details,
  Form,
  LinkButton,
  Paragraph,
  sayDay,
  sayTime,
  Section,
  Soft,
  Select,
  TextField,
  TimeField,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type DossierPart, firstOf, isAskedFor } from './part.ts'

type Appointment = NonNullable<DossierPart['dossier']['appointments']>[number]

const MarkButtons = ({
  appointment,
  part: { dossier, context, t },
}: {
  readonly appointment: Appointment
  readonly part: DossierPart
}) => {
  const begun = appointment.startsAt <= context.now.toISOString()
  const start = new Date(appointment.startsAt)
  const label = [
    t(`kind.${appointment.kind}` as 'kind.other'),
    sayDay(dayIn(start), context.today, context.lang),
    sayTime(clockTimeIn(start), context.lang),
  ].join(', ')
  return (
    <Form
      action={deskPaths.markAppointment(dossier.participantId, appointment.id)}
      inline
      version={appointment.version}
      label={label}
    >
      {begun ? (
        <>
          <Button look="secondary" name="action" value="hold">
            {t('ahead.held')}
          </Button>
          <Button look="quiet" name="action" value="miss">
            {t('ahead.missed')}
          </Button>
        </>
      ) : null}
      <Button look="quiet" name="action" value="cancel">
        {t('ahead.cancel')}
      </Button>
    </Form>
  )
}

type PlannedReview = DossierPart['dossier']['reviews'][number]

interface ReviewProps {
  readonly review: PlannedReview
  readonly part: DossierPart
}

const PrepareReview = ({ review, part: { dossier, context, t } }: ReviewProps) => (
  <LinkButton
    look="quiet"
    href={deskPaths.review(dossier.participantId, review.id)}
    label={`${t('review.prepare')}, ${t('ahead.reviewOn')} ${sayDay(review.plannedOn, context.today, context.lang)}`}
  >
    {t('review.prepare')}
  </LinkButton>
)

/** A review without a talk in the diary; with one, the talk stands there once. */
const ReviewAhead = ({ review, part }: ReviewProps) => {
  const { context, t } = part
  const standing = reviewStanding(review, context.today)
  const day = sayDay(
    standing === 'onHold' ? (review.holdUntil ?? review.plannedOn) : review.plannedOn,
    context.today,
    context.lang,
  )
  return (
    <li className="op-event">
      <p className="op-event__head">
        <strong>{t('ahead.reviewOn')}</strong>{' '}
        <span>{standing === 'onHold' || standing === 'overdue' ? t(`review.${standing}`, { day }) : day}</span>
      </p>
      <PrepareReview review={review} part={part} />
    </li>
  )
}

const AppointmentAhead = ({ appointment, part }: { readonly appointment: Appointment; readonly part: DossierPart }) => {
  const { dossier, context, t } = part
  const start = new Date(appointment.startsAt)
  return (
    <li className="op-event op-split">
      <p className="op-event__head">
        <strong>{t(`kind.${appointment.kind}` as 'kind.other')}</strong>
        <span>
          {sayDay(dayIn(start), context.today, context.lang)}, {sayTime(clockTimeIn(start), context.lang)}
        </span>
        {appointment.place === null ? null : <Soft>{appointment.place}</Soft>}
      </p>
      <Actions>
        {dossier.reviews
          .filter(({ id, state }) => id === appointment.reviewId && state === 'planned')
          .map(review => (
            <PrepareReview key={review.id} review={review} part={part} />
          ))}
        <MarkButtons appointment={appointment} part={part} />
      </Actions>
    </li>
  )
}

/** What comes first stands open. */
const AHEAD = 2

const Planned = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, t } = part
  const appointments = (dossier.appointments ?? [])
    .filter(a => a.state === 'planned')
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  const reviews = dossier.reviews.filter(review => review.state === 'planned')
  const inDiary = new Set<string | null>(appointments.map(({ reviewId }) => reviewId))
  const withoutTalk = reviews.filter(({ id }) => !inDiary.has(id))
  if (appointments.length === 0 && withoutTalk.length === 0) return <Paragraph soft>{t('ahead.none')}</Paragraph>
  // A review that should have been goes before the diary, one that is to come after it.
  const inOrder = [
    ...appointments.map(appointment => ({
      at: appointment.startsAt,
      line: <AppointmentAhead key={appointment.id} appointment={appointment} part={part} />,
    })),
    ...withoutTalk.map(review => ({
      at: review.holdUntil ?? review.plannedOn,
      line: <ReviewAhead key={review.id} review={review} part={part} />,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  const [first, more] = firstOf(inOrder, AHEAD)
  return (
    <>
      <ul className="op-events" aria-label={t('ahead.title')}>
        {first.map(({ line }) => line)}
      </ul>
      {more.length === 0 ? null : (
        <Details summary={t('ahead.more', { count: more.length })} open={isAskedFor(part, 'straks')}>
          <ul className="op-events" aria-label={t('ahead.more', { count: more.length })}>
            {more.map(({ line }) => line)}
          </ul>
        </Details>
      )}
    </>
  )
}

const isNew = ({ appointments, trajectories }: DossierPart['dossier']): boolean =>
  appointments?.length === 0 && trajectories.some(trajectory => trajectory.state === 'intake')

/** A review is planned with its own form, so that review and diary say the same. */
const PLANNABLE = APPOINTMENT_KINDS.filter(kind => kind !== 'review')

/** A link may say which kind is to be planned: the conversation of three after a warm hand-over. */
const asked = ({ query }: DossierPart['context']) => PLANNABLE.find(kind => kind === query['soort'])

const kindOf = ({ appointments = [] }: DossierPart['dossier'], context: DossierPart['context']) =>
  asked(context) ?? (appointments.length === 0 ? 'firstConversation' : 'conversation')

const PlanAppointment = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => (
  <Details
    summary={t('ahead.appointment')}
    open={context.form?.id === 'desk.planAppointment' || isNew(dossier) || asked(context) !== undefined}
  >
    <Form
      id="desk.planAppointment"
      idPrefix="appointment-"
      action={deskPaths.planAppointment(dossier.participantId)}
      refused={context.form}
      values={{ kind: kindOf(dossier, context), minutes: 60 }}
      words={{ 'day.inPast': t('ahead.inPast') }}
      labels={{ day: t('ahead.day'), time: t('ahead.time') }}
    >
      <Select
        name="kind"
        label={t('ahead.kind')}
        empty={false}
        options={PLANNABLE.map(value => ({ value, label: t(`kind.${value}`) }))}
      />
      <DateField name="day" label={t('ahead.day')} min={context.today} />
      <TimeField name="time" label={t('ahead.time')} />
      <TextField name="minutes" label={t('ahead.minutes')} inputMode="numeric" narrow />
      <TextField name="place" label={t('ahead.place')} optional maxLength={200} />
      <Actions>
        <Button look="secondary">{t('ahead.save')}</Button>
      </Actions>
    </Form>
  </Details>
)

const PlanReview = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => {
  const running = dossier.trajectories.find(({ own, state }) => own && state !== 'ended')
  if (running === undefined) return null
  return (
    <Details summary={t('ahead.review')} open={context.form?.id === 'desk.planReview'}>
      <Form
        id="desk.planReview"
        idPrefix="review-"
        action={deskPaths.planReview(dossier.participantId, running.id)}
        refused={context.form}
        words={{ 'plannedOn.inPast': t('ahead.inPast') }}
      >
        <DateField name="plannedOn" label={t('ahead.reviewDay')} min={context.today} />
        <Actions>
          <Button look="secondary">{t('ahead.reviewSave')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

/** Appointments and reviews to come, and planning new ones. */
export const Ahead = ({ part }: { readonly part: DossierPart }) => (
  <Section title={part.t('ahead.title')} id="straks">
    <Card>
      {part.context.form?.id === 'desk.markAppointment' ? (
        <div role="alert">
          <Callout tone="orange">{part.t('ahead.notMarked')}</Callout>
        </div>
      ) : null}
      <Planned part={part} />
      {part.dossier.appointments === undefined ? null : (
        <>
          <PlanAppointment part={part} />
          <PlanReview part={part} />
        </>
      )}
    </Card>
  </Section>
)
