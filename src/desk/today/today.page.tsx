import { CountsGlyph } from '#instruments'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Card,
  Columns,
  EmptyState,
  LinkButton,
  PageHead,
  renderPage,
  Row,
  Rows,
  sayWeekday,
  sayRelative,
  sayTime,
  Stack,
} from '#ui'
import { referralsPath } from '../links.ts'
import { deskPaths } from '../web/paths.ts'
import { partOfDay } from './attention.ts'
import { AttentionCard } from './attention-card.tsx'
import { getToday, type Today } from './get-today.ts'
import { todayTexts as texts, type TodayT as T } from './texts.ts'

const MOST_SPELLED = 12
const spelled = (t: T, n: number): string => (n <= MOST_SPELLED ? t(`number.${n}` as Parameters<T>[0]) : String(n))

/** A capital at the start; Dutch leaves the accent of "één" off a capital. */
const startOfSentence = (text: string): string => text.charAt(0).toUpperCase().replace('É', 'E') + text.slice(1)

/** "Goedemorgen. Drie gesprekken, één nieuwe aanmelding." */
const headline = (today: Today, t: T): string => {
  const talks = today.agenda.filter(item => item.state === 'planned').length
  const fresh = today.referrals.filter(referral => referral.state === 'sent').length
  const counts = [
    ...(talks > 0 ? [t('conversations', { count: talks, words: spelled(t, talks) })] : []),
    ...(fresh > 0 ? [t('referrals', { count: fresh, words: spelled(t, fresh) })] : []),
  ]
  const greeting = t(`greeting.${partOfDay(today.time)}`)
  return counts.length === 0 ? `${greeting} ${t('nothing')}` : `${greeting} ${startOfSentence(counts.join(', '))}.`
}

type AgendaItem = Today['agenda'][number]
const stateBadge = (item: AgendaItem, t: T) =>
  item.state === 'held' ? (
    <Badge tone="green">{t('agenda.held')}</Badge>
  ) : item.state === 'missed' ? (
    <Badge>{t('agenda.missed')}</Badge>
  ) : undefined

const Agenda = ({ today, t, lang }: { readonly today: Today; readonly t: T; readonly lang: PageContext['lang'] }) => (
  <Card title={t('agenda.title')}>
    {today.agenda.length === 0 ? (
      <EmptyState level={3} title={t('agenda.empty')}>
        {t('agenda.emptyHelp')}
      </EmptyState>
    ) : (
      <Rows label={t('agenda.title')}>
        {today.agenda.map(item => (
          <Row
            key={item.appointmentId}
            start={<time>{sayTime(item.time, lang)}</time>}
            glyph={<CountsGlyph goals={item.goalsByArea} lang={lang} />}
            title={item.name}
            href={deskPaths.dossier(item.participantId)}
            detail={[
              t(`kind.${item.kind}` as Parameters<T>[0]),
              item.stepsTotal === 0 ? t('agenda.noSteps') : t('agenda.steps', { done: item.stepsDone, total: item.stepsTotal }),
              ...(item.place === null ? [] : [item.place]),
            ].join(' · ')}
            end={stateBadge(item, t)}
          />
        ))}
      </Rows>
    )}
  </Card>
)

const newsWords = ({ name, on, ownWords }: Today['answers'][number], t: T, { today, lang }: PageContext): string => {
  const words = { name, day: sayRelative(on, today, lang) }
  return ownWords === undefined ? t('news.on', words) : t('news.said', { ...words, words: ownWords })
}

const News = ({ today, t, context }: { readonly today: Today; readonly t: T; readonly context: PageContext }) =>
  today.answers.length === 0 ? null : (
    <Card title={t('news.title')}>
      <Rows kind="badges" label={t('news.title')}>
        {today.answers.map(answer => (
          <Row
            key={`${answer.participantId}-${answer.step}`}
            start={<Badge tone={answer.state === 'done' ? 'green' : 'stone'}>{t(`news.${answer.state}`)}</Badge>}
            title={answer.step}
            href={deskPaths.dossier(answer.participantId)}
            detail={newsWords(answer, t, context)}
          />
        ))}
      </Rows>
    </Card>
  )

export const viewToday = (today: Today, context: PageContext): string => {
  const { t } = texts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead above={sayWeekday(context.today, context.today, context.lang)} title={headline(today, t)} />
      {today.caseload === 0 && today.referrals.length === 0 ? (
        <EmptyState title={t('firstDay.title')} action={<LinkButton href={referralsPath()}>{t('firstDay.action')}</LinkButton>}>
          {t('firstDay.words')}
        </EmptyState>
      ) : (
        <Columns kind="wide-last">
          <Stack>
            <Agenda today={today} t={t} lang={context.lang} />
            <News today={today} t={t} context={context} />
          </Stack>
          <AttentionCard today={today} context={context} />
        </Columns>
      )}
    </AppPage>,
  )
}

export const todayPage = page<Today>({
  id: 'desk.today',
  path: deskPaths.today(),
  who: ['coach', 'workcoach'],
  load: request => request.run(getToday, {}),
  view: viewToday,
})
