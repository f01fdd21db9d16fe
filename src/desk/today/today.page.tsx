import { CountsGlyph } from '#instruments'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Card,
  Columns,
  defineTexts,
  EmptyState,
  LinkButton,
  PageHead,
  Quote,
  renderPage,
  Row,
  Rows,
  sayWeekday,
  sayDay,
  saySpan,
  sayTime,
} from '#ui'
import { referralPath, referralsPath } from '../links.ts'
import { deskPaths } from '../web/paths.ts'
import { correctionRows } from '../own/today-rows.tsx'
import { workRows } from '../work/today-rows.tsx'
import { partOfDay } from './attention.ts'
import en from './en.json' with { type: 'json' }
import { getToday, type Today } from './get-today.ts'
import nl from './nl.json' with { type: 'json' }

const texts = defineTexts({ nl, en })
type T = ReturnType<typeof texts>['t']

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

const reviewDetail = (review: Today['reviews'][number], t: T, { lang, today }: PageContext): string => {
  const when =
    review.standing === 'onHold'
      ? t('attention.reviewOnHold', { day: sayDay(review.holdUntil ?? review.plannedOn, today, lang) })
      : t(review.standing === 'overdue' ? 'attention.reviewOverdue' : 'attention.reviewDue', {
          day: sayDay(review.plannedOn, today, lang),
        })
  return review.hasOwnWord ? `${when} · ${t('attention.reviewSpoken', { name: review.name })}` : when
}

const attentionRows = (today: Today, t: T, context: PageContext) => {
  const { lang, today: day } = context
  return [
    ...today.referrals.map(referral => (
      <Row
        key={referral.referralId}
        start={<Badge tone="orange">{t(referral.state === 'questioned' ? 'attention.question' : 'attention.new')}</Badge>}
        title={t('attention.referral', { name: referral.name })}
        href={referralPath(referral.referralId)}
        detail={t(referral.state === 'questioned' ? 'attention.questioned' : 'attention.answerBy', {
          day: sayDay(referral.answerBy, day, lang),
        })}
      />
    )),
    ...today.reviews.map(review => (
      <Row
        key={review.reviewId}
        start={<Badge tone={review.standing === 'overdue' ? 'orange' : 'stone'}>{t('attention.review')}</Badge>}
        glyph={<CountsGlyph goals={review.goalsByArea} lang={lang} />}
        title={t('attention.reviewOf', { name: review.name })}
        href={deskPaths.review(review.participantId, review.reviewId)}
        detail={reviewDetail(review, t, context)}
      />
    )),
    ...today.lookAgain.map(person => (
      <Row
        key={`again-${person.participantId}`}
        start={<Badge tone="orange">{t('attention.lookAgain')}</Badge>}
        glyph={<CountsGlyph goals={person.goalsByArea} lang={lang} />}
        title={t('attention.lookAgainOf', { name: person.name })}
        href={deskPaths.intake(person.participantId)}
        detail={t('attention.lookAgainOn', { day: sayDay(person.lookAgainOn, day, lang) })}
      />
    )),
    ...today.objections.map(person => (
      <Row
        key={`objection-${person.participantId}`}
        start={<Badge tone="orange">{t('attention.objection')}</Badge>}
        glyph={<CountsGlyph goals={person.goalsByArea} lang={lang} />}
        title={t('attention.objectionOf', { name: person.name })}
        href={deskPaths.intake(person.participantId)}
        detail={t('attention.objectionOn', { day: sayDay(person.objectedOn, day, lang) })}
      />
    )),
    ...correctionRows(today.corrections, context),
    ...workRows(today.work, context),
    ...today.back.map(person => (
      <Row
        key={`back-${person.participantId}`}
        start={<Badge tone="orange">{t('attention.back')}</Badge>}
        glyph={<CountsGlyph goals={person.goalsByArea} lang={lang} />}
        title={t('attention.backOf', { name: person.name })}
        href={deskPaths.progress(person.participantId)}
        detail={t('attention.backOn', { day: sayDay(person.returnOn, day, lang) })}
      />
    )),
    ...today.advices.map(advice => (
      <Row
        key={`advice-${advice.participantId}`}
        start={<Badge tone={advice.decision === 'agreed' ? 'green' : 'orange'}>{t('attention.advice')}</Badge>}
        glyph={<CountsGlyph goals={advice.goalsByArea} lang={lang} />}
        title={t(advice.decision === 'agreed' ? 'attention.adviceAgreed' : 'attention.adviceOtherwise', { name: advice.name })}
        href={deskPaths.advice(advice.participantId)}
        detail={sayDay(advice.on, day, lang)}
      />
    )),
    ...today.silent.map(silent => (
      <Row
        key={`silent-${silent.participantId}`}
        start={<Badge>{t('attention.silent')}</Badge>}
        glyph={<CountsGlyph goals={silent.goalsByArea} lang={lang} />}
        title={t('attention.silentOf', { name: silent.name, span: saySpan(silent.days, lang) })}
        href={deskPaths.dossier(silent.participantId)}
        detail={t('attention.silentHelp')}
      />
    )),
    ...today.withoutStep.map(person => (
      <Row
        key={`step-${person.participantId}`}
        start={<Badge>{t('attention.noStep')}</Badge>}
        glyph={<CountsGlyph goals={person.goalsByArea} lang={lang} />}
        title={t('attention.noStepOf', { name: person.name })}
        href={deskPaths.conversation(person.participantId)}
        detail={t('attention.noStepHelp')}
      />
    )),
  ]
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
            detail={t('news.on', { name: answer.name, day: sayDay(answer.on, context.today, context.lang) })}
            end={answer.ownWords === undefined ? undefined : <Quote>{answer.ownWords}</Quote>}
          />
        ))}
      </Rows>
    </Card>
  )

export const viewToday = (today: Today, context: PageContext): string => {
  const { t } = texts(context.lang)
  const attention = attentionRows(today, t, context)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead above={sayWeekday(context.today, context.today, context.lang)} title={headline(today, t)} />
      {today.caseload === 0 && today.referrals.length === 0 ? (
        <EmptyState title={t('firstDay.title')} action={<LinkButton href={referralsPath()}>{t('firstDay.action')}</LinkButton>}>
          {t('firstDay.words')}
        </EmptyState>
      ) : (
        <>
          <Columns kind="wide-first">
            <Agenda today={today} t={t} lang={context.lang} />
            <Card title={t('attention.title')}>
              {attention.length === 0 ? (
                <EmptyState level={3} title={t('attention.empty')}>
                  {t('attention.emptyHelp')}
                </EmptyState>
              ) : (
                <Rows kind="badges" label={t('attention.title')}>
                  {attention}
                </Rows>
              )}
            </Card>
          </Columns>
          <News today={today} t={t} context={context} />
        </>
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
