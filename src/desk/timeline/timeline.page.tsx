import { CalendarDay, clockTimeIn, dayIn } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Button,
  EmptyState,
  FilterForm,
  LinkButton,
  Paragraph,
  Quote,
  renderPage,
  sayDay,
  sayTime,
  Section,
  Select,
  Soft,
} from '#ui'
import { LIFE_AREAS, END_REASONS, PAUSE_REASONS } from '#trajectories'
import { DossierFrame } from '../dossier/tabs.tsx'
import { sayLifeArea } from '../intake/texts.ts'
import { progressTexts } from '../progress/texts.ts'
import { deskPaths } from '../web/paths.ts'
import { getTimeline, type Happening, type Timeline } from './get-timeline.ts'
import { HAPPENING_KINDS } from './happenings.ts'
import { sayDone, timelineTexts, type TimelineT } from './texts.ts'

interface Part {
  readonly timeline: Timeline
  readonly context: PageContext
  readonly t: TimelineT
}

const Filters = ({ part: { timeline, context, t } }: { readonly part: Part }) => (
  <FilterForm action={deskPaths.timeline(timeline.participantId)} values={context.query} label={t('filter.label')}>
    <Select
      name="wat"
      label={t('filter.kind')}
      empty={t('filter.all')}
      options={HAPPENING_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
    />
    <Select
      name="wie"
      label={t('filter.by')}
      empty={t('filter.everybody')}
      options={timeline.people.map(person => ({ value: person.membershipId, label: person.name }))}
    />
    <Button look="secondary">{t('filter.apply')}</Button>
  </FilterForm>
)

const sayBy = ({ by }: Happening, t: TimelineT): string => {
  if (by === undefined) return t('system')
  return by.organisationName === undefined
    ? t('by', { name: by.name })
    : t('byOf', { name: by.name, organisation: by.organisationName })
}

type About = Happening['about'][number]

const ABOUT_AREAS: readonly string[] = ['lifeArea', 'lifeAreaNote']

/** A reason from the list of pauses or endings, in words. */
const sayReason = (code: string | undefined, lang: PageContext['lang']): string | undefined => {
  const { t } = progressTexts(lang)
  const pause = PAUSE_REASONS.find(each => `pause.${each}` === code)
  if (pause !== undefined) return t(`pauseReason.${pause}`)
  const end = END_REASONS.find(each => `end.${each}` === code)
  return end === undefined ? undefined : t(`endReason.${end}`)
}

/** A moment in the diary, a life area and a planned day are kept as dates; the rest are somebody's words. */
const Words = ({ about, context }: { readonly about: About; readonly context: PageContext }) => {
  const { lang, today } = context
  if (about.entity === 'appointment') {
    const instant = new Date(about.words)
    return <span>{`${sayDay(dayIn(instant), today, lang)}, ${sayTime(clockTimeIn(instant), lang)}`}</span>
  }
  const area = LIFE_AREAS.find(each => each === about.words)
  if (area !== undefined && ABOUT_AREAS.includes(about.entity)) return <span>{sayLifeArea(area, lang)}</span>
  if (about.entity === 'review') return <span>{sayDay(CalendarDay.parse(about.words), today, lang)}</span>
  return (
    <span dir="auto" lang={about.language}>
      {about.words}
    </span>
  )
}

const AboutLine = ({ about, part: { context, t } }: { readonly about: About; readonly part: Part }) => {
  const chosen = sayReason(about.code, context.lang)
  return (
    <>
      {about.words === '' ? null : (
        <p className="nl-paragraph">
          <Words about={about} context={context} />
        </p>
      )}
      {chosen === undefined && about.why === undefined ? null : (
        <Soft>{chosen === undefined ? t(about.entity === 'step' ? 'said' : 'why') : `${t('why')} ${chosen}`}</Soft>
      )}
      {about.why === undefined ? null : <Quote>{about.why}</Quote>}
    </>
  )
}

/** A review planned as a talk is one moment: the talk also says the time. */
const aboutOnce = ({ about }: Happening): readonly About[] =>
  about.some(({ entity }) => entity === 'appointment') ? about.filter(({ entity }) => entity !== 'review') : about

const Line = ({ happening, part }: { readonly happening: Happening; readonly part: Part }) => {
  const { context, t } = part
  return (
    <li className="op-event">
      <p className="op-event__head">
        <strong>{sayDone(happening.useCase, t)}</strong>{' '}
        <Soft>
          {sayTime(clockTimeIn(new Date(happening.at)), context.lang)} · <bdi>{sayBy(happening, t)}</bdi>
        </Soft>
      </p>
      {aboutOnce(happening).map(about => (
        <AboutLine key={`${about.entity}-${about.words}`} about={about} part={part} />
      ))}
    </li>
  )
}

const Empty = ({ filtered, part: { timeline, t } }: { readonly filtered: boolean; readonly part: Part }) =>
  filtered ? (
    <EmptyState
      title={t('noMatch')}
      action={
        <LinkButton look="secondary" href={deskPaths.timeline(timeline.participantId)}>
          {t('showAll')}
        </LinkButton>
      }
    >
      {t('noMatchWords')}
    </EmptyState>
  ) : (
    <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>
  )

/** The same view from another line on; `before` undefined is the newest. */
const hrefFrom = ({ timeline, context }: Part, before: string | undefined): string => {
  const { wat, wie } = context.query
  const asked = new URLSearchParams(
    Object.entries({ wat, wie, voor: before }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as [string, string]],
    ),
  ).toString()
  return `${deskPaths.timeline(timeline.participantId)}${asked === '' ? '' : `?${asked}`}`
}

export const viewTimeline = (timeline: Timeline, context: PageContext): string => {
  const { t } = timelineTexts(context.lang)
  const part: Part = { timeline, context, t }
  const dayOf = (happening: Happening) => dayIn(new Date(happening.at))
  const days = [...new Set(timeline.happenings.map(dayOf))]
  const { wat = '', wie = '', voor } = context.query
  return renderPage(
    <DossierFrame
      context={context}
      participantId={timeline.participantId}
      name={timeline.callName}
      current="timeline"
      title={t('title')}
    >
      <Paragraph soft>{t('lead')}</Paragraph>
      <Filters part={part} />
      {days.length === 0 ? <Empty filtered={wat !== '' || wie !== '' || voor !== undefined} part={part} /> : null}
      {days.map(day => (
        <Section key={day} title={sayDay(day, context.today, context.lang)}>
          <ol className="op-events">
            {timeline.happenings
              .filter(happening => dayOf(happening) === day)
              .map(happening => (
                <Line key={happening.id} happening={happening} part={part} />
              ))}
          </ol>
        </Section>
      ))}
      <nav className="op-pagination" aria-label={t('title')}>
        {voor === undefined ? null : (
          <LinkButton look="secondary" href={hrefFrom(part, undefined)}>
            {t('newest')}
          </LinkButton>
        )}
        {timeline.next === undefined ? null : (
          <LinkButton look="secondary" href={hrefFrom(part, timeline.next)}>
            {t('older')}
          </LinkButton>
        )}
      </nav>
    </DossierFrame>,
  )
}

const filled = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

export const timelinePage = page<Timeline>({
  id: 'desk.timeline',
  path: deskPaths.timeline(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const { wat, wie, voor } = request.query
    return request.run(getTimeline, {
      participantId: request.params['participantId'],
      kind: filled(wat),
      by: filled(wie),
      before: filled(voor),
    })
  },
  view: viewTimeline,
})
