import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Badges,
  Callout,
  type Column,
  DataTable,
  Details,
  Link,
  PageHead,
  renderPage,
  Section,
  Soft,
  sayDate,
  Stack,
} from '#ui'
import { LIMIT_GROUPS } from '../domain/limit.ts'
import { type ListedLimit, listLimits } from '../use-cases/list-limits.ts'
import { regimesPaths } from './paths.ts'
import { sayLimit } from './say.ts'
import { type RegimeT, regimeTexts } from './texts.ts'

interface LimitsData {
  readonly limits: readonly ListedLimit[]
}
interface PartProps {
  readonly limits: readonly ListedLimit[]
  readonly context: PageContext
  readonly t: RegimeT
}

/** Whether it came along checked, has to be looked up here, or was set by the municipality. */
const Marks = ({ now, t }: { readonly now: ListedLimit['now']; readonly t: RegimeT }) =>
  now.state === 'notSet' ? null : (
    <Badges>
      {now.own ? <Badge tone="green">{t('own')}</Badge> : null}
      {now.mark === 'checkLocally' ? <Badge tone="stone">{t('checkLocally')}</Badge> : null}
    </Badges>
  )

const isMarked = ({ now }: ListedLimit): boolean => now.state === 'known' && (now.own || now.mark === 'checkLocally')

/** In the law already, and in force later. */
const isYetToCome = ({ now, next }: ListedLimit): boolean => now.state === 'notSet' && next?.value.state === 'known'

const sayNext = ({ next, unit }: ListedLimit, { lang, today }: PageContext, t: RegimeT): string => {
  if (next === undefined) return t('noEnd')
  const day = sayDate(next.from, today, lang)
  return next.value.state === 'notSet'
    ? t('unknownFrom', { day })
    : t('from', { day, value: sayLimit({ ...next.value, unit }, lang) })
}

const LimitTable = ({ limits, caption, context, t }: PartProps & { readonly caption: string }) => {
  const columns: readonly Column<ListedLimit>[] = [
    {
      key: 'name',
      label: t('name'),
      rowHeader: true,
      cell: ({ key }) => <Link href={regimesPaths.limit(key)}>{t(`limits.${key}`)}</Link>,
    },
    {
      key: 'now',
      label: t('now'),
      cell: limit =>
        limit.now.state === 'known' ? (
          sayLimit({ ...limit.now, unit: limit.unit }, context.lang)
        ) : (
          <Badge tone={isYetToCome(limit) ? 'stone' : 'orange'}>{t(isYetToCome(limit) ? 'notInForce' : 'notSet')}</Badge>
        ),
    },
    { key: 'next', label: t('next'), cell: limit => sayNext(limit, context, t) },
    ...(limits.some(isMarked)
      ? [{ key: 'marks', label: t('marks'), cell: ({ now }: ListedLimit) => <Marks now={now} t={t} /> }]
      : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={limits} keyOf={({ key }) => key} />
}

const List = ({ limits, context, t }: PartProps) => (
  <ul className="op-list">
    {limits.map(limit => (
      <li key={limit.key}>
        <Link href={regimesPaths.limit(limit.key)}>{t(`limits.${limit.key}`)}</Link>
        {limit.now.state === 'notSet' ? null : `: ${sayNext(limit, context, t)}`}
      </li>
    ))}
  </ul>
)

/** What somebody has to look up: first what is missing today, then what will be when the present value ends. */
const Missing = ({ limits, context, t }: PartProps) => {
  const now = limits.filter(limit => limit.now.state === 'notSet' && !isYetToCome(limit))
  const later = limits.filter(({ now: today, next }) => today.state === 'known' && next?.value.state === 'notSet')
  if (now.length + later.length === 0) return null
  return (
    <Callout title={t('missing', { count: now.length })} level={2}>
      <p className="nl-paragraph">{t('missingWords')}</p>
      {now.length === 0 ? null : <List limits={now} context={context} t={t} />}
      {later.length === 0 ? null : (
        <Details summary={t('missingLater', { count: later.length })}>
          <List limits={later} context={context} t={t} />
        </Details>
      )}
    </Callout>
  )
}

const groupId = (group: ListedLimit['group']): string => `groep-${group}`

/** The list is long: straight to the part that is looked for. */
const Contents = ({ limits, t }: Omit<PartProps, 'context'>) => (
  <nav aria-label={t('contents')} id="inhoud">
    <ul className="op-jump">
      {LIMIT_GROUPS.map(group => (
        <li key={group}>
          <Link href={`#${groupId(group)}`}>{t(`groups.${group}`)}</Link>{' '}
          <Soft>({limits.filter(limit => limit.group === group).length})</Soft>
        </li>
      ))}
    </ul>
  </nav>
)

export const limitsPage = page<LimitsData>({
  id: 'regimes.limits',
  path: regimesPaths.limits,
  who: ['beheer'],
  load: request => request.run(listLimits, {}),
  view: ({ limits }, context) => {
    const { t } = regimeTexts(context.lang)
    return renderPage(
      <AppPage context={context} title={t('title')}>
        <PageHead title={t('title')} lead={t('lead')} />
        <Stack>
          <Missing limits={limits} context={context} t={t} />
          <Contents limits={limits} t={t} />
          {LIMIT_GROUPS.map(group => (
            <Section
              key={group}
              id={groupId(group)}
              title={t(`groups.${group}`)}
              actions={<Link href="#inhoud">{t('toContents')}</Link>}
            >
              <LimitTable
                caption={t(`groups.${group}`)}
                limits={limits.filter(limit => limit.group === group)}
                context={context}
                t={t}
              />
            </Section>
          ))}
        </Stack>
      </AppPage>,
    )
  },
})
