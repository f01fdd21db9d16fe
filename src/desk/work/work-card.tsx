import type { ParticipantId } from '#kernel'
import { OUTCOMES, type Placement, type WorkView } from '#plans'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Button,
  Callout,
  Card,
  DateField,
  DefinitionList,
  Details,
  Form,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayDate,
  sayDay,
  sayDayPart,
  sayList,
  sayWeekdayName,
  Stack,
  TextArea,
  Timeline,
} from '#ui'
import { decimal } from './say.ts'
import type { WorkT } from './texts.ts'
import { sayTogether, WhyLonger } from './why-longer.tsx'
import { workPaths } from './work-paths.ts'

export interface WorkPart {
  readonly participantId: ParticipantId
  readonly view: WorkView
  /** Where somebody comes by an offer: one of these may be behind it. */
  readonly placements: readonly Placement[]
  readonly context: PageContext
  readonly t: WorkT
}

export const EXTEND = 'desk.extendWork'
export const END = 'desk.endWork'

type Parts = WorkView['work']['dayParts']
type Weekday = Parameters<typeof sayWeekdayName>[0]
type DayPart = Parameters<typeof sayDayPart>[0]

export const sayPart = (part: string, lang: PageContext['lang']): string => {
  const [day, half] = part.split('-') as [string, DayPart]
  return `${sayWeekdayName(Number(day) as Weekday, lang)} ${sayDayPart(half, lang)}`
}
const sayParts = (parts: Parts, lang: PageContext['lang']): string =>
  sayList(
    parts.map(part => sayPart(part, lang)),
    lang,
  )

const sayWhen = ({ view: { work }, context, t }: WorkPart): string => {
  const from = sayDate(work.startsOn, context.today, context.lang)
  const end = work.state === 'ended' ? work.endedOn : work.endsOn
  return end === undefined
    ? t('work.since', { from })
    : t('work.between', { from, until: sayDate(end, context.today, context.lang) })
}

const placeOf = ({ view, placements }: WorkPart): Placement | undefined =>
  placements.find(({ id }) => id === view.work.placementId)

const Facts = (part: WorkPart) => {
  const place = placeOf(part)
  const { view, context, t } = part
  const { work } = view
  const longer =
    view.extendUntil === undefined
      ? t('work.noLonger')
      : t('work.until', { day: sayDate(view.extendUntil, context.today, context.lang) })
  return (
    <DefinitionList
      items={[
        { term: t('work.when'), value: sayWhen(part) },
        ...(place === undefined
          ? []
          : [{ term: t('work.place'), value: <bdi>{`${place.offerName}, ${place.organisationName}`}</bdi> }]),
        ...(work.hoursPerWeek === undefined
          ? []
          : [{ term: t('work.hours'), value: t('work.hoursValue', { hours: decimal(work.hoursPerWeek, context.lang) }) }]),
        ...(work.dayParts.length === 0 ? [] : [{ term: t('work.dayParts'), value: sayParts(work.dayParts, context.lang) }]),
        ...(work.state === 'agreed' && view.term !== 'none'
          ? [{ term: t('work.term'), value: view.term === 'notSet' ? t('notKnown') : longer }]
          : []),
        ...(work.whyLonger === '' ? [] : [{ term: t('work.whyLonger'), value: <span dir="auto">{work.whyLonger}</span> }]),
        ...(work.tasks === '' ? [] : [{ term: t('work.tasksOf'), value: <span dir="auto">{work.tasks}</span> }]),
      ]}
    />
  )
}

const momentTitle = ({ code, number = 1 }: WorkView['moments'][number], t: WorkT): string => t(`moments.${code}`, { number })

/** What the law or the agreement asks at which day, and whether it was dealt with. */
const Moments = ({ participantId, view, context, t }: WorkPart) => {
  const { work, moments } = view
  if (moments.length === 0) return null
  const next = moments.findIndex(({ handled }) => !handled)
  const on = (key: string) => ({ version: work.version, hidden: { moment: key } })
  return (
    <Timeline
      label={t('work.moments')}
      items={moments.map((moment, at) => ({
        key: moment.key,
        state: moment.handled ? 'done' : at === next ? 'now' : 'open',
        title: momentTitle(moment, t),
        detail: sayDay(moment.on, context.today, context.lang),
        children: moment.handled ? (
          <Form action={workPaths.reopenMoment(participantId, work.id)} {...on(moment.key)} inline>
            <Button look="quiet" label={t('work.reopenFor', { moment: momentTitle(moment, t) })}>
              {t('work.reopen')}
            </Button>
          </Form>
        ) : moment.due && moment.code !== 'end' ? (
          <Form action={workPaths.moment(participantId, work.id)} {...on(moment.key)} inline>
            <Button look="secondary" label={t('work.handledFor', { moment: momentTitle(moment, t) })}>
              {t('work.handled')}
            </Button>
          </Form>
        ) : undefined,
      }))}
    />
  )
}

const mine = ({ view, context }: WorkPart, id: string) =>
  context.params['workPlacementId'] === view.work.id ? { id, refused: context.form } : {}
const isOpen = ({ view, context }: WorkPart, id: string): boolean =>
  context.params['workPlacementId'] === view.work.id && context.form?.id === id

const Extend = (part: WorkPart) => {
  const { participantId, view, context, t } = part
  const { work } = view
  if (!view.mayExtend || work.endsOn === undefined) return null
  const latest = view.extendUntil === undefined ? '' : sayDate(view.extendUntil, context.today, context.lang)
  return (
    <Details summary={t('work.extend')} open={isOpen(part, EXTEND)}>
      <Form
        {...mine(part, EXTEND)}
        action={workPaths.extend(participantId, work.id)}
        version={work.version}
        values={{ endsOn: view.extendUntil }}
        words={{
          'endsOn.term': t('work.extendTerm', { day: latest }),
          'endsOn.notLonger': t('work.notLonger'),
          'endsOn.used': t('work.used'),
          'dayParts.clash': t('work.clash'),
          'whyLonger.together': sayTogether(context.form?.refusal.details, t),
        }}
        labels={{ endsOn: t('work.newEnd'), whyLonger: t('work.whyLonger') }}
        idPrefix={`extend-${work.id}-`}
      >
        <DateField name="endsOn" label={t('work.newEnd')} hint={latest === '' ? undefined : t('work.until', { day: latest })} />
        {isOpen(part, EXTEND) ? <WhyLonger context={context} kept="" t={t} /> : null}
        <Button>{t('work.extendSave')}</Button>
      </Form>
    </Details>
  )
}

const End = (part: WorkPart) => {
  const { participantId, view, context, t } = part
  const { work } = view
  return (
    <Details summary={t('work.end')} open={isOpen(part, END)}>
      <Form
        {...mine(part, END)}
        action={workPaths.end(participantId, work.id)}
        version={work.version}
        values={{ endedOn: context.today }}
        words={{
          'outcome.required': t('work.outcomeMissing'),
          'endedOn.inFuture': t('work.endFuture'),
          'endedOn.beforeStart': t('work.beforeStart'),
        }}
        labels={{ outcome: t('work.outcome'), endedOn: t('work.endedOn') }}
        idPrefix={`end-${work.id}-`}
      >
        <RadioGroup
          name="outcome"
          label={t('work.outcome')}
          options={OUTCOMES.map(outcome => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
        />
        <DateField name="endedOn" label={t('work.endedOn')} max={context.today} />
        <TextArea name="outcomeWords" label={t('work.outcomeWords')} rows={2} maxLength={1_000} optional />
        <Button>{t('work.endSave')}</Button>
      </Form>
    </Details>
  )
}

export const WorkCard = (part: WorkPart) => {
  const { participantId, view, t } = part
  const { work, beside } = view
  return (
    <Card
      id={`werk-${work.id}`}
      title={<bdi>{work.workplace}</bdi>}
      badges={<Badge tone="green">{t(`kinds.${work.kind}`)}</Badge>}
      level={3}
    >
      <Stack>
        <Facts {...part} />
        {beside.length === 0 ? null : (
          <Callout>
            {t('work.beside', { places: sayList([...beside.map(({ workplace }) => workplace)], part.context.lang) })}
          </Callout>
        )}
        <Moments {...part} />
        <Extend {...part} />
        <End {...part} />
        <Actions>
          <LinkButton
            look="secondary"
            href={workPaths.amend(participantId, work.id)}
            label={t('work.amendFor', { place: work.workplace })}
          >
            {t('work.amend')}
          </LinkButton>
          <Form action={workPaths.cancel(participantId, work.id)} version={work.version} inline>
            <Button look="quiet" label={t('work.cancelFor', { place: work.workplace })}>
              {t('work.cancel')}
            </Button>
          </Form>
        </Actions>
      </Stack>
    </Card>
  )
}

/** What is over, in one line, with the way back. */
export const PastWork = (part: WorkPart) => {
  const { participantId, view, t } = part
  const { work } = view
  const how = work.state === 'ended' ? t(`outcomes.${work.outcome}`) : t('work.cancelled')
  return (
    <div className="op-stack">
      <Paragraph>
        <strong>
          <bdi>{work.workplace}</bdi>
        </strong>{' '}
        ({t(`kinds.${work.kind}`)}) {sayWhen(part)} · {how}
      </Paragraph>
      {work.state === 'ended' && work.outcomeWords !== '' ? (
        <Paragraph soft>
          <span dir="auto">{work.outcomeWords}</span>
        </Paragraph>
      ) : null}
      <Form action={workPaths.reinstate(participantId, work.id)} version={work.version} inline>
        <Button look="quiet" label={t('work.reinstateFor', { place: work.workplace })}>
          {t('work.reinstate')}
        </Button>
      </Form>
    </div>
  )
}
