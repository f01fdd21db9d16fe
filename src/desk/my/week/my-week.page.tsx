import { addDays, CalendarDay, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Heading,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  sayWeekday,
  Section,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { isolate, sayHours } from '../say.ts'
import { OwnWords } from '../step-card.tsx'
import { getMyWeek, type MyWeek } from './get-my-week.ts'
import { weekTexts } from './texts.ts'
import { DAYS_OF_WEEK, type WeekDay, type WeekItem } from './week.ts'

type T = ReturnType<typeof weekTexts>['t']
interface Part {
  readonly t: T
  readonly context: PageContext
}

const TONES = { appointment: 'stone', step: 'orange', comes: 'green', promise: 'orange', review: 'stone' } as const

const titleOf = (item: WeekItem, { t, context }: Part) => {
  switch (item.kind) {
    case 'appointment': {
      const about = t(`appointment.${item.about}`)
      return item.with === undefined ? about : `${about} ${t('with', { name: isolate(item.with, context.lang) })}`
    }
    case 'comes':
      return <bdi>{item.name}</bdi>
    case 'review':
      return t('review')
    case 'step':
    case 'promise':
      return <OwnWords words={item.title.words} {...(item.title.language === undefined ? {} : { lang: item.title.language })} />
  }
}

const timeOf = (item: WeekItem, { t, context }: Part): string | undefined => {
  if (item.time !== undefined) return sayHours(item.time, item.kind === 'comes' ? item.until : undefined, context.lang)
  if (item.kind === 'comes' && item.part !== undefined) return t(`part.${item.part}`)
  return item.kind === 'review' ? t('reviewTime') : undefined
}

const whoOf = (item: WeekItem, { t, context }: Part): string | undefined => {
  if (item.kind === 'comes') return item.organisationName
  if (item.kind !== 'step' || item.who === 'participant') return undefined
  return t(`by.${item.who}`, { name: isolate(item.whoName ?? '', context.lang) })
}

const overOf = (item: WeekItem, { t }: Part): string | undefined => {
  if (item.kind === 'step' && item.over) return t('done')
  return item.kind === 'appointment' && item.over ? t('over') : undefined
}

const Line = ({ words }: { readonly words: string | undefined }) =>
  words === undefined || words === '' ? null : (
    <>
      <span className="op-line">
        <bdi>{words}</bdi>
      </span>{' '}
    </>
  )

const Item = ({ item, part }: { readonly item: WeekItem; readonly part: Part }) => (
  <Row
    start={<Badge tone={TONES[item.kind]}>{part.t(`badge.${item.kind}`)}</Badge>}
    title={titleOf(item, part)}
    detail={
      <>
        <Line words={timeOf(item, part)} />
        <Line words={item.place} />
        <Line words={whoOf(item, part)} />
        <Line words={overOf(item, part)} />
        {item.kind === 'comes' && item.notAlways !== undefined ? (
          <Line words={part.t('notAlways', { times: isolate(item.notAlways, part.context.lang) })} />
        ) : null}
      </>
    }
  />
)

const dayTitle = (day: CalendarDay, { t, context }: Part): string => {
  const { today, lang } = context
  if (day === today) return t('today', { day: sayWeekday(day, today, lang) })
  if (day === addDays(today, 1)) return t('tomorrow', { day: sayWeekday(day, today, lang) })
  const said = sayDay(day, today, lang)
  return said.charAt(0).toLocaleUpperCase(lang) + said.slice(1)
}

const Day = ({ day, items, part }: WeekDay & { readonly part: Part }) => (
  <section className={items.length === 0 ? 'op-day op-day--free' : 'op-day'}>
    <Heading level={2} looks={3}>
      {dayTitle(day, part)}
    </Heading>
    {items.length === 0 ? (
      <Paragraph soft>{part.t('nothing')}</Paragraph>
    ) : (
      <Rows kind="badges">
        {items.map((item, at) => (
          <Item key={`${item.kind}${at}`} item={item} part={part} />
        ))}
      </Rows>
    )}
  </section>
)

const Other = ({ from, part }: { readonly from: CalendarDay; readonly part: Part }) => {
  const { t, context } = part
  return (
    <nav className="op-actions" aria-label={t('moving')}>
      <LinkButton look="secondary" href={myPaths.week(addDays(from, DAYS_OF_WEEK))}>
        {t('next')}
      </LinkButton>
      <LinkButton look="quiet" href={myPaths.week(addDays(from, -DAYS_OF_WEEK))}>
        {t('previous')}
      </LinkButton>
      {from === context.today ? null : (
        <LinkButton look="quiet" href={deskPaths.myWeek()}>
          {t('now')}
        </LinkButton>
      )}
    </nav>
  )
}

/** Seven days, as people say them. A day without anything is a free day, no gap. */
export const viewMyWeek = ({ from, days, without }: MyWeek, context: PageContext): string => {
  const { t } = weekTexts(context.lang)
  const part: Part = { t, context }
  const isEmpty = days.every(({ items }) => items.length === 0)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={isEmpty ? t('leadNothing') : t('lead')} />
      <div className="op-week">
        {days.map(({ day, items }) => (
          <Day key={day} day={day} items={items} part={part} />
        ))}
      </div>
      {without.length === 0 ? null : (
        <Section title={t('unknownTitle')}>
          <Paragraph soft>{t('unknown')}</Paragraph>
          <Rows>
            {without.map(({ name, organisationName }) => (
              <Row key={name} title={<bdi>{name}</bdi>} detail={<bdi>{organisationName}</bdi>} />
            ))}
          </Rows>
        </Section>
      )}
      <Other from={from} part={part} />
    </AppPage>,
  )
}

export const myWeekPage = page<MyWeek>({
  id: 'desk.myWeek',
  path: deskPaths.myWeek(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const from = CalendarDay.safeParse(request.query['vanaf'])
    return request.run(getMyWeek, { participantId, ...(from.success ? { from: from.data } : {}) })
  },
  view: viewMyWeek,
})
