import { accept, clockTimeIn, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { listAccess, type Look } from '#sharing'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Callout,
  Details,
  EmptyState,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  sayList,
  sayMonthName,
  sayTime,
  sayWeekday,
  Section,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { sayLegalBasis } from '../legal-basis.ts'
import { isolate, withCapital } from '../say.ts'
import { myTexts, type MyT } from '../texts.ts'
import { type LookDay, type LookMonth, tellLooks, whoLooked } from './looks.ts'

interface AccessData {
  readonly looks: readonly Look[]
  /** Everything open at once: to search in or to print. */
  readonly unfolded: boolean
}
interface Part {
  readonly context: PageContext
  readonly t: MyT
}

const whatOf = (look: Look, { context: { lang }, t }: Part): string =>
  withCapital(
    sayList(
      look.lookedAt.map(each => t(`access.what.${each}`)),
      lang,
    ),
    lang,
  )

/** When, who, what and why: one short line each. */
const LookRow = ({ look, part }: { readonly look: Look; readonly part: Part }) => {
  const { t, context } = part
  const time = sayTime(clockTimeIn(new Date(look.lastAt)), context.lang)
  return (
    <Row
      start={<bdi>{time}</bdi>}
      title={<bdi>{look.name ?? t('access.system')}</bdi>}
      detail={
        <>
          <span className="op-line">{whatOf(look, part)}</span>{' '}
          <span className="op-line">
            {withCapital(t(`access.purpose.${look.purpose}`), context.lang)}
            {look.times > 1 ? ` · ${t('access.times', { count: look.times })}` : null}
          </span>
        </>
      }
      end={<Badge tone={look.wrote ? 'orange' : 'stone'}>{t(look.wrote ? 'access.wrote' : 'access.read')}</Badge>}
    />
  )
}

const Day = ({ of, part, level }: { readonly of: LookDay; readonly part: Part; readonly level: 2 | 3 }) => {
  const { lang, today } = part.context
  return (
    <Section title={withCapital((level === 2 ? sayDay : sayWeekday)(of.day, today, lang), lang)} level={level}>
      <Rows>
        {of.looks.map((look, at) => (
          <LookRow key={at} look={look} part={part} />
        ))}
      </Rows>
    </Section>
  )
}

const sayMonth = (month: string, { context: { lang, today } }: Part): string => {
  const name = withCapital(sayMonthName(Number(month.slice(5)), lang), lang)
  return month.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${month.slice(0, 4)}`
}

const Month = ({ of, part, open }: { readonly of: LookMonth; readonly part: Part; readonly open: boolean }) => (
  <Details summary={`${sayMonth(of.month, part)}: ${part.t('access.times', { count: of.times })}`} open={open}>
    {of.days.map(day => (
      <Day key={day.day} of={day} part={part} level={3} />
    ))}
  </Details>
)

/** Once for everybody: what they are to the person, and why they may. */
const Who = ({ looks, part }: { readonly looks: readonly Look[]; readonly part: Part }) => {
  const { t, context } = part
  return (
    <Section title={t('access.who')}>
      <Rows>
        {whoLooked(looks).map((look, at) => {
          const what = [look.functionTitle, look.organisationName].filter(words => words !== undefined && words !== '')
          const bases = look.legalBases.map(basis => isolate(sayLegalBasis(basis, t), context.lang))
          return (
            <Row
              key={at}
              title={<bdi>{look.name ?? t('access.system')}</bdi>}
              detail={
                <>
                  {what.length === 0 ? null : (
                    <span className="op-line">
                      <bdi>{what.join(', ')}</bdi>
                    </span>
                  )}{' '}
                  <span className="op-line">{withCapital(t(`access.purpose.${look.purpose}`), context.lang)}</span>{' '}
                  {bases.length === 0 ? null : (
                    <span className="op-line">{t('access.basis', { basis: sayList(bases, context.lang) })}</span>
                  )}
                </>
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}

/** Who looked, when, at what and why, in plain words: this week by day, what was before folded by month. */
export const viewMyAccess = ({ looks, unfolded }: AccessData, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  const part: Part = { context, t }
  const { week, before } = tellLooks(looks, context.today)
  return renderPage(
    <AppPage context={context} title={t('access.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('plan.back') }]} />
      <PageHead title={t('access.title')} lead={t('access.lead')} />
      {week.length === 0 ? (
        <EmptyState title={looks.length === 0 ? t('access.nobodyAll') : t('access.nobodyWeek')}>
          {t('access.nobodyWords')}
        </EmptyState>
      ) : (
        week.map(day => <Day key={day.day} of={day} part={part} level={2} />)
      )}
      {before.length === 0 ? null : (
        <Section title={t('access.before')}>
          {before.map(month => (
            <Month key={month.month} of={month} part={part} open={unfolded} />
          ))}
        </Section>
      )}
      {looks.length === 0 ? null : <Who looks={looks} part={part} />}
      <Paragraph soft>{t('access.lists')}</Paragraph>
      <Callout tone="green" level={2} title={t('access.wrongTitle')}>
        <Paragraph>{t('access.wrong')}</Paragraph>
        <LinkButton look="secondary" href={deskPaths.myPeople()}>
          {t('access.wrongPeople')}
        </LinkButton>
      </Callout>
    </AppPage>,
  )
}

export const myAccessPage = page<AccessData>({
  id: 'desk.myAccess',
  path: deskPaths.myAccess(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const answer = await request.run(listAccess, { participantId, period: 'all' })
    return answer.ok ? accept({ looks: answer.value.looks, unfolded: request.query['periode'] === 'alles' }) : answer
  },
  view: viewMyAccess,
})
