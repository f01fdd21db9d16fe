import { accept } from '#kernel'
import {
  type FilledList,
  type FilledView,
  listFilled,
  movedBetween,
  type Questionnaire,
  questionnaireOf,
  resultOf,
} from '#instruments'
import { type Page, page, type PageContext } from '#platform'
import {
  AppPage,
  Breadcrumbs,
  Button,
  Columns,
  EmptyState,
  FilterForm,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Select,
  Stack,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { Figure, FigureTable, Legend, type ShownView } from './figure.tsx'
import { pathsIn, type Place, placeOf, type PlaceKind, ROUTES, WHO } from './place.ts'
import { type Reader, sayText, sayWhen, sayWho } from './say.tsx'
import { instrumentTexts } from './texts.ts'

interface CompareData {
  readonly place: Place
  readonly list: FilledList
}

interface Compared {
  readonly one: FilledView
  readonly other: FilledView
}

const finishedOf = ({ filled }: FilledList): readonly FilledView[] => filled.filter(({ state }) => state === 'finished')

/** The two that were asked for, oldest first; else the last of a kind against an earlier one, by the same eyes where that can be. */
const comparedIn = (list: FilledList, query: Readonly<Record<string, string>>): Compared | undefined => {
  const finished = finishedOf(list)
  const byId = (id: string | undefined) => finished.find(({ filledId }) => filledId === id)
  const [first, second] = [byId(query['een']), byId(query['twee'])]
  if (first !== undefined && second !== undefined && first.key === second.key && first !== second)
    return finished.indexOf(first) < finished.indexOf(second) ? { one: first, other: second } : { one: second, other: first }
  const wanted = query['soort'] ?? first?.key ?? second?.key
  const keys = wanted === undefined ? [...new Set(finished.map(({ key }) => key))] : [wanted]
  for (const key of keys) {
    const same = finished.filter(filled => filled.key === key)
    const other = same.findLast(({ view }) => view !== 'coach') ?? same.at(-1)
    const before = same.filter(filled => filled !== other)
    const one = before.find(({ view }) => view === other?.view) ?? before[0]
    if (one !== undefined && other !== undefined) return { one, other }
  }
  return undefined
}

/** What changed, in a sentence; of a web nothing is counted. */
const finding = ({ one, other }: Compared, from: Questionnaire, to: Questionnaire, { t }: Reader): string => {
  const [first, last] = [resultOf(from, one), resultOf(to, other)]
  if (first.kind === 'web' || last.kind === 'web') return t('compare.web')
  const moved = movedBetween(first, last)
  if (moved === undefined) return t('compare.beside')
  if (last.kind !== 'ladder') return t(moved > 0 ? 'compare.better' : moved < 0 ? 'compare.harder' : 'compare.same')
  const rungs = { from: first.score ?? 0, to: last.score ?? 0 }
  return t(moved > 0 ? 'compare.up' : moved < 0 ? 'compare.down' : 'compare.stays', rungs)
}

const labelOf = (filled: FilledView, reader: Reader): string =>
  reader.t('compare.label', { day: sayWhen(filled, reader), view: sayWho(filled, reader) })

const Choose = ({ list, compared, place, reader }: CompareData & { readonly compared: Compared; readonly reader: Reader }) => {
  const { t } = reader
  const options = finishedOf(list)
    .filter(({ key }) => key === compared.one.key)
    .map(filled => ({ value: filled.filledId, label: labelOf(filled, reader) }))
  return (
    <FilterForm
      action={pathsIn(place).compare()}
      values={{ een: compared.one.filledId, twee: compared.other.filledId }}
      label={t('compare.choose')}
    >
      <Select name="een" label={t('compare.one')} empty={false} options={options} />
      <Select name="twee" label={t('compare.other')} empty={false} options={options} />
      <Button look="secondary">{t('compare.show')}</Button>
    </FilterForm>
  )
}

const Nothing = ({ place, reader }: { readonly place: Place; readonly reader: Reader }) => (
  <EmptyState
    title={reader.t('compare.nothing')}
    action={<LinkButton href={pathsIn(place).overview()}>{reader.t('compare.toOverview')}</LinkButton>}
  >
    {reader.t('compare.nothingWords')}
  </EmptyState>
)

const Body = ({ data: { place, list }, reader }: { readonly data: CompareData; readonly reader: Reader }) => {
  const compared = comparedIn(list, reader.context.query)
  if (compared === undefined) return <Nothing place={place} reader={reader} />
  const textsOf = (filled: FilledView): Questionnaire | undefined => {
    const texts = list.texts.find(({ version, content }) => content.key === filled.key && version === filled.instrumentVersion)
    return texts === undefined ? undefined : questionnaireOf(texts)
  }
  const [from, to] = [textsOf(compared.one), textsOf(compared.other)]
  if (from === undefined || to === undefined) return <Nothing place={place} reader={reader} />
  const { one, other } = compared
  const byDate = one.view === other.view && one.finishedOn !== other.finishedOn
  const views: readonly ShownView[] = [one, other].map(filled => ({
    label: byDate ? sayWhen(filled, reader) : labelOf(filled, reader),
    filled,
  }))
  const drawing = (
    <Stack>
      <Figure questionnaire={to} views={views} reader={reader} />
      <Legend views={views} />
    </Stack>
  )
  const table = <FigureTable questionnaire={to} views={views} reader={reader} />
  return (
    <>
      <Paragraph lead>{finding(compared, from, to, reader)}</Paragraph>
      {from.version === to.version ? null : <Paragraph soft>{reader.t('compare.versions')}</Paragraph>}
      {place.kind === 'own' ? (
        <>
          {drawing}
          {table}
        </>
      ) : (
        <Columns kind="wide-first">
          {drawing}
          {table}
        </Columns>
      )}
      <Choose place={place} list={list} compared={compared} reader={reader} />
    </>
  )
}

export const viewCompare = (data: CompareData, context: PageContext): string => {
  const { t } = instrumentTexts(context.lang)
  const { place, list } = data
  const reader: Reader = { kind: place.kind, name: list.callName, context, t }
  const compared = comparedIn(list, context.query)
  const texts = list.texts.find(({ content }) => content.key === compared?.one.key)
  const title =
    texts === undefined ? t('compare.title') : t('compare.titleOf', { title: sayText(texts.content.title, context.lang) })
  if (place.kind === 'dossier')
    return renderPage(
      <DossierFrame
        context={context}
        participantId={place.participantId}
        name={list.callName}
        current="instruments"
        title={title}
      >
        <Body data={data} reader={reader} />
      </DossierFrame>,
    )
  return renderPage(
    <AppPage context={context} title={title}>
      <Breadcrumbs
        items={[
          { href: deskPaths.my(), label: t('mine.home') },
          { href: deskPaths.myQuestionnaires(), label: t('mine.title') },
        ]}
      />
      <PageHead title={title} />
      <Body data={data} reader={reader} />
    </AppPage>,
  )
}

const comparePageIn = (kind: PlaceKind): Page<CompareData> =>
  page<CompareData>({
    id: kind === 'own' ? 'desk.myCompare' : 'desk.compareInstruments',
    path: ROUTES[kind].compare(),
    who: WHO[kind],
    load: async request => {
      const place = placeOf(kind, request)
      if (!place.ok) return place
      const list = await request.run(listFilled, { participantId: place.value.participantId })
      return list.ok ? accept({ place: place.value, list: list.value }) : list
    },
    view: viewCompare,
  })

export const comparePage = comparePageIn('dossier')
export const myComparePage = comparePageIn('own')
