import type { z } from 'zod'
import { dayIn } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Pagination,
  Paragraph,
  ProgressBar,
  renderPage,
  Row,
  Rows,
  sayCount,
  sayDay,
  sayList,
  Section,
  Stack,
  Tabs,
} from '#ui'
import { PLAN_KINDS, ROW_OUTCOMES, ROW_RESULTS } from '../domain/import/supply-import.ts'
import { getImport } from '../use-cases/get-import.ts'
import { ImportMapping } from './import-mapping.tsx'
import { ImportRowCard } from './import-rows.tsx'
import { importRefusal } from './import-words.ts'
import { STATE_TONE } from './imports.page.tsx'
import { supplyPaths } from './paths.ts'
import { asked, backTo } from './query.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof getImport)['output']>
interface Part {
  readonly data: Data
  readonly t: SupplyT
  readonly context: PageContext
}

const FILTERS = ['outcome', 'plan', 'doubles', 'page'] as const

/** What the page shows: from its address, or from the form that came back. */
const filterOf = (context: PageContext): Readonly<Record<string, string>> => {
  const query = context.form === undefined ? context.query : backTo(context.form.fields.text('back'))
  return Object.fromEntries(Object.entries(asked(query)).filter(([name]) => FILTERS.some(known => known === name)))
}

const sayApply = (fresh: number, changed: number, t: SupplyT): string => {
  if (fresh + changed === 0) return t('import.nothingToDo')
  if (changed === 0) return t('import.applyAdds', { fresh })
  return fresh === 0 ? t('import.applyChanges', { changed }) : t('import.applyBoth', { fresh, changed })
}

const Apply = ({ data: { list }, t }: Part) => {
  const { new: fresh = 0, changed = 0, refused = 0 } = list.summary.plans
  const hasWork = fresh + changed > 0
  return (
    <Card tint={hasWork ? 'green' : 'stone'}>
      <Paragraph>{sayApply(fresh, changed, t)}</Paragraph>
      {refused === 0 ? null : <Paragraph soft>{t('import.refusedStay')}</Paragraph>}
      <Actions>
        <Form inline action={supplyPaths.apply(list.importId)} version={list.version}>
          <Button look={hasWork ? 'confirm' : 'secondary'}>{t('import.apply')}</Button>
        </Form>
        <Form inline action={supplyPaths.cancel(list.importId)} version={list.version}>
          <Button look="quiet">{t('import.cancel')}</Button>
        </Form>
      </Actions>
    </Card>
  )
}

const Progress = ({ data: { list }, t, context }: Part) => (
  <progress-watch data-every="1500">
    <Card tint="orange">
      <ProgressBar
        value={list.rowsDone}
        max={list.rowsTotal}
        label={t('import.progress', {
          done: sayCount(list.rowsDone, context.lang),
          total: sayCount(list.rowsTotal, context.lang),
        })}
      />
      <Paragraph soft>{t('import.progressHelp')}</Paragraph>
      <Actions>
        <LinkButton look="secondary" href={supplyPaths.import(list.importId)}>
          {t('import.look')}
        </LinkButton>
      </Actions>
    </Card>
  </progress-watch>
)

const Done = ({ data: { list }, t }: Part) => (
  <Card title={t('import.whatHappened')}>
    <div className="op-badges">
      {ROW_RESULTS.map(result => {
        const count = list.result[result] ?? 0
        return count === 0 ? null : (
          <Badge key={result} tone={result === 'refused' || result === 'unchanged' ? 'stone' : 'green'}>
            {t(`results.${result}`)}: {count}
          </Badge>
        )
      })}
    </div>
    <Actions>
      <LinkButton href={supplyPaths.offers()}>{t('import.toSupply')}</LinkButton>
      <LinkButton look="secondary" href={supplyPaths.doubles()}>
        {t('import.toDoubles')}
      </LinkButton>
    </Actions>
  </Card>
)

const Cancelled = ({ data: { list }, t }: Part) => (
  <Callout tone="stone" title={t('import.isCancelled')} level={2}>
    <Form inline action={supplyPaths.reopen(list.importId)} version={list.version}>
      <Button look="secondary">{t('import.reopen')}</Button>
    </Form>
  </Callout>
)

const StateCard = (part: Part) => {
  const { state } = part.data.list
  if (state === 'preview') return <Apply {...part} />
  if (state === 'applying') return <Progress {...part} />
  if (state === 'applied') return <Done {...part} />
  if (state === 'cancelled') return <Cancelled {...part} />
  return (
    <Callout tone="orange" title={part.t('import.mappingNeeded')} level={2}>
      <Paragraph>{part.t('import.mappingHelp')}</Paragraph>
    </Callout>
  )
}

const RowTabs = ({ data: { list }, t, context }: Part) => {
  const filter = filterOf(context)
  const href = (values: Readonly<Record<string, string>>) => supplyPaths.import(list.importId, values)
  const isAll = ['outcome', 'plan', 'doubles'].every(name => filter[name] === undefined)
  const { outcomes, plans, doubles } = list.summary
  const kinds = PLAN_KINDS.filter(plan => plan !== 'refused' && (plans[plan] ?? 0) > 0)
  return (
    <>
      <Tabs
        label={t('import.byOutcome')}
        tabs={[
          { href: href({}), label: t('import.all'), current: isAll, count: list.rowsTotal },
          ...ROW_OUTCOMES.map(outcome => ({
            href: href({ outcome }),
            label: t(`outcomes.${outcome}`),
            current: filter['outcome'] === outcome,
            count: outcomes[outcome] ?? 0,
          })),
          ...(doubles === 0
            ? []
            : [
                {
                  href: href({ doubles: 'yes' }),
                  label: t('import.doubles'),
                  current: filter['doubles'] !== undefined,
                  count: doubles,
                },
              ]),
        ]}
      />
      {kinds.length < 2 ? null : (
        <Tabs
          label={t('import.byPlan')}
          tabs={kinds.map(plan => ({
            href: href({ plan }),
            label: t(`plans.${plan}`),
            current: filter['plan'] === plan,
            count: plans[plan] ?? 0,
          }))}
        />
      )}
    </>
  )
}

const ListOfRows = (part: Part) => {
  const { data, t, context } = part
  const filter = filterOf(context)
  const back = new URLSearchParams(filter).toString()
  return (
    <Section title={t('import.rows')} id="regels">
      <RowTabs {...part} />
      {data.rows.length === 0 ? (
        <EmptyState title={t('import.noRows')} level={3} />
      ) : (
        <Stack>
          {data.rows.map(row => (
            <ImportRowCard key={row.rowNumber} list={data.list} row={row} t={t} context={context} back={back} />
          ))}
        </Stack>
      )}
      <Pagination
        page={data.page}
        pages={data.pages}
        hrefOf={at => `${supplyPaths.import(data.list.importId, { ...filter, page: at })}#regels`}
      />
    </Section>
  )
}

const Vanished = ({ data, t }: Part) =>
  data.vanished.length === 0 ? null : (
    <Card title={t('import.vanished')}>
      <Paragraph soft>{t('import.vanishedHelp')}</Paragraph>
      <Rows label={t('import.vanished')}>
        {data.vanished.map(offer => (
          <Row key={offer.offerId} title={offer.name} detail={offer.organisationName} href={supplyPaths.offer(offer.offerId)} />
        ))}
      </Rows>
    </Card>
  )

const leadOf = ({ data: { list }, t, context }: Part): string => {
  if (list.state === 'mapping') return t('imports.rows', { count: list.rowsTotal })
  const { plans } = list.summary
  const parts = PLAN_KINDS.filter(plan => (plans[plan] ?? 0) > 0).map(plan =>
    t(`import.parts.${plan}`, { count: plans[plan] ?? 0, amount: sayCount(plans[plan] ?? 0, context.lang) }),
  )
  return t('import.summary', { rows: sayCount(list.rowsTotal, context.lang), parts: sayList(parts, context.lang) })
}

const viewImport = (data: Data, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  const part = { data, context, t }
  const { list } = data
  const refusal = importRefusal(context)
  return renderPage(
    <AppPage context={context} title={list.fileName} {...(list.state === 'applying' ? { scripts: ['progress-watch.js'] } : {})}>
      <Breadcrumbs
        items={[
          { href: supplyPaths.offers(), label: t('offers.title') },
          { href: supplyPaths.imports(), label: t('imports.title') },
        ]}
      />
      <PageHead
        above={t('imports.by', {
          name: list.createdByName,
          day: sayDay(dayIn(new Date(list.createdAt)), context.today, context.lang),
        })}
        title={list.fileName}
        lead={leadOf(part)}
        actions={<Badge tone={STATE_TONE[list.state]}>{t(`states.${list.state}`)}</Badge>}
      />
      {refusal === undefined ? null : <ErrorSummary errors={[{ message: refusal }]} />}
      <StateCard {...part} />
      <ImportMapping list={list} t={t} context={context} />
      <Vanished {...part} />
      {list.state === 'mapping' ? null : <ListOfRows {...part} />}
    </AppPage>,
  )
}

export const importPage = page({
  id: 'supply.import',
  path: supplyPaths.import(':importId'),
  who: ['beheer'],
  load: request => request.run(getImport, { ...filterOf(request), importId: request.params['importId'] }),
  view: viewImport,
})
