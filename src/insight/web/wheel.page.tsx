import type { z } from 'zod'
import { WheelFigure, wheelModel, type WheelPlan } from '#instruments'
import { page, type PageContext } from '#platform'
import { supplyPaths } from '#supply/paths'
import {
  AppPage,
  Callout,
  DataTable,
  defineTexts,
  EmptyState,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  sayArea,
  sayList,
  Section,
  Soft,
} from '#ui'
import { type AreaFigures, isShort, largest, type Measure, totalOf } from '../domain/figures.ts'
import { getAreaFigures } from '../use-cases/get-area-figures.ts'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import { insightPaths } from './paths.ts'

const texts = defineTexts({ nl, en })
type T = ReturnType<typeof texts>['t']
type Data = z.infer<(typeof getAreaFigures)['output']>

/** "8 doelen open, 6 gehaald, 5 onvervuld": what is kept back or nothing is left out. */
const goalsWords = ({ openGoals, reachedGoals = 0, unmetWishes = 0 }: AreaFigures, t: T): string =>
  [
    openGoals === undefined ? t('few') : t('goals', { count: openGoals }),
    ...(reachedGoals > 0 ? [t('reached', { count: reachedGoals })] : []),
    ...(unmetWishes > 0 ? [t('unmet', { count: unmetWishes })] : []),
  ].join(', ')

/** The same picture as one person's wheel, with figures in the place of goals and helpers. */
const planOf = (name: string, areas: readonly AreaFigures[], t: T): WheelPlan => ({
  name,
  areas: Object.fromEntries(
    areas.map(figures => [
      figures.area,
      {
        goals: [{ id: figures.area, title: goalsWords(figures, t), stepsDone: 0, stepsTotal: 0, figure: true }],
        supply: figures.offers === 0 ? [] : [{ id: figures.area, label: t('offers', { count: figures.offers }), kind: 'figure' }],
        laws: figures.laws.map(law => ({ law, carries: [] })),
      },
    ]),
  ),
})

/** What stands out, said in a sentence each. */
const findings = (areas: readonly AreaFigures[], context: PageContext, t: T): readonly string[] => {
  const say = (area: AreaFigures): string => sayArea(area.area, context.lang)
  const most = (measure: Measure, key: 'finding.goals' | 'finding.wishes'): readonly string[] => {
    const area = largest(areas, measure)
    return area === undefined ? [] : [t(key, { area: say(area), count: area[measure] ?? 0 })]
  }
  const short = areas.filter(isShort)
  const found = [
    ...most('openGoals', 'finding.goals'),
    ...most('unmetWishes', 'finding.wishes'),
    ...(short.length === 0 ? [] : [t('finding.short', { areas: sayList(short.map(say), context.lang) })]),
  ]
  return found.length === 0 ? [t('finding.none')] : found
}

const Figures = ({
  areas,
  context,
  t,
}: {
  readonly areas: readonly AreaFigures[]
  readonly context: PageContext
  readonly t: T
}) => {
  const shown = (count: number | undefined) => (count === undefined ? <Soft>{t('fewCell')}</Soft> : count)
  const column = (key: 'people' | Measure | 'offers') => ({
    key,
    label: t(`table.${key}`),
    numeric: true,
    cell: (figures: AreaFigures) => shown(figures[key]),
  })
  const total = (measure: Measure): string => {
    const { sum, complete } = totalOf(areas, measure)
    return t(complete ? 'table.total' : 'table.totalSome', { what: t(`table.${measure}`), count: sum })
  }
  return (
    <Section title={t('table.title')} id="getallen">
      <DataTable
        caption={t('table.title')}
        rows={areas}
        keyOf={figures => figures.area}
        columns={[
          { key: 'area', label: t('table.area'), rowHeader: true, cell: figures => sayArea(figures.area, context.lang) },
          column('people'),
          column('openGoals'),
          column('reachedGoals'),
          column('offers'),
          column('unmetWishes'),
        ]}
      />
      <Paragraph soft>{(['openGoals', 'reachedGoals', 'unmetWishes'] as const).map(total).join(' · ')}</Paragraph>
    </Section>
  )
}

const aboutWords = (name: string, areas: readonly AreaFigures[], t: T): string => {
  const [goals, reached] = [totalOf(areas, 'openGoals'), totalOf(areas, 'reachedGoals')]
  return t(goals.complete && reached.complete ? 'about' : 'aboutSome', { name, goals: goals.sum, reached: reached.sum })
}

const isEmpty = (areas: readonly AreaFigures[]): boolean =>
  areas.every(area => area.people === 0 && area.reachedGoals === 0 && area.unmetWishes === 0)

/** One picture for policy too: what people want, what there is and what is lacking, without anybody in it. */
export const viewWheel = ({ areas, shownFrom }: Data, context: PageContext): string => {
  const { t } = texts(context.lang)
  const name = context.actor?.tenantName ?? ''
  return renderPage(
    <AppPage context={context} title={t('title', { name })}>
      <PageHead title={t('title', { name })} lead={t('lead', { from: shownFrom })} />
      {isEmpty(areas) ? (
        <EmptyState title={t('empty')} action={<LinkButton href={supplyPaths.offers()}>{t('toSupply')}</LinkButton>}>
          {t('emptyWords')}
        </EmptyState>
      ) : (
        <Callout>
          {findings(areas, context, t).map(finding => (
            <Paragraph key={finding}>{finding}</Paragraph>
          ))}
        </Callout>
      )}
      <WheelFigure
        model={wheelModel(planOf(name, areas, t))}
        lang={context.lang}
        size="listed"
        about={aboutWords(name, areas, t)}
        caption={t('caption')}
        links={{
          goals: () => '#getallen',
          supply: area => supplyPaths.offers({ area }),
          findSupply: area => supplyPaths.offers({ area }),
        }}
      />
      <Figures areas={areas} context={context} t={t} />
    </AppPage>,
  )
}

export const wheelPage = page<Data>({
  id: 'insight.wheel',
  path: insightPaths.wheel(),
  who: ['beleid'],
  load: ({ run }) => run(getAreaFigures, {}),
  view: viewWheel,
})
