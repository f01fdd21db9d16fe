import { accept, clockTimeIn, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { listAccess, type Look } from '#sharing'
import {
  AppPage,
  Breadcrumbs,
  Callout,
  EmptyState,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  sayList,
  sayTime,
  Section,
  Tabs,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { myTexts, type MyT } from './texts.ts'

interface AccessData {
  readonly looks: readonly Look[]
  readonly period: 'week' | 'all'
}

const BY_AGREEMENT = 'agreement'

/** Law or agreement as text: the agreement has a word in each language, a law keeps its name. */
const basisWords = ({ legalBases }: Look, t: MyT): string | undefined => {
  const words = legalBases.map(basis => (basis === BY_AGREEMENT ? t('access.byAgreement') : basis))
  return words.length === 0 ? undefined : t('access.basis', { basis: words.join(', ') })
}

const LookRow = ({ look, t, lang }: { readonly look: Look; readonly t: MyT; readonly lang: PageContext['lang'] }) => {
  const what = sayList(
    look.lookedAt.map(part => t(`access.what.${part}`)),
    lang,
  )
  const who = [look.functionTitle, look.organisationName].filter(words => words !== undefined && words !== '').join(', ')
  const did = look.wrote ? t('access.wrote', { count: look.times, what }) : t('access.looked', { count: look.times, what })
  const last = t('access.last', { time: sayTime(clockTimeIn(new Date(look.lastAt)), lang) })
  const basis = basisWords(look, t)
  return (
    <Row
      title={<bdi>{look.name ?? t('access.system')}</bdi>}
      detail={
        <>
          {who === '' ? null : (
            <span className="op-line">
              <bdi>{who}</bdi>
            </span>
          )}{' '}
          <span className="op-line">{did}</span>{' '}
          <span className="op-line">{t('access.why', { purpose: t(`access.purpose.${look.purpose}`) })}.</span>{' '}
          <span className="op-line">{[last, basis].filter(words => words !== undefined).join('. ')}.</span>
        </>
      }
    />
  )
}

/** Who looked, when and why, in plain words: per day, per person. */
export const viewMyAccess = ({ looks, period }: AccessData, context: PageContext): string => {
  const { lang, today } = context
  const { t } = myTexts(lang)
  const days = [...new Set(looks.map(look => look.day))]
  const all = `${deskPaths.myAccess()}?periode=alles`
  return renderPage(
    <AppPage context={context} title={t('access.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('plan.back') }]} />
      <PageHead title={t('access.title')} lead={t('access.lead')} />
      <Tabs
        label={t('access.filter')}
        tabs={[
          { href: deskPaths.myAccess(), label: t('access.week'), current: period === 'week' },
          { href: all, label: t('access.all'), current: period === 'all' },
        ]}
      />
      {looks.length === 0 ? (
        <EmptyState
          title={period === 'week' ? t('access.nobodyWeek') : t('access.nobodyAll')}
          action={
            period === 'week' ? (
              <LinkButton look="secondary" href={all}>
                {t('access.showAll')}
              </LinkButton>
            ) : undefined
          }
        >
          {t('access.nobodyWords')}
        </EmptyState>
      ) : (
        days.map(day => (
          <Section key={day} title={sayDay(day, today, lang)}>
            <Rows>
              {looks
                .filter(look => look.day === day)
                .map((look, i) => (
                  <LookRow key={i} look={look} t={t} lang={lang} />
                ))}
            </Rows>
          </Section>
        ))
      )}
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
    const period = request.query['periode'] === 'alles' ? 'all' : 'week'
    const answer = await request.run(listAccess, { participantId, period })
    return answer.ok ? accept({ looks: answer.value.looks, period }) : answer
  },
  view: viewMyAccess,
})
