import { accept } from '#kernel'
import { canDoFilled, type FilledDetail, type FilledView, getFilled, type Questionnaire, questionnaireOf } from '#instruments'
import { type Page, page, type PageContext } from '#platform'
import { Actions, AppPage, Breadcrumbs, Button, Columns, Details, Form, LinkButton, PageHead, renderPage, Soft, Stack } from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { Figure, FigureTable, Legend, type ShownView } from './figure.tsx'
import {
  filledIdOf,
  type InstrumentPaths,
  pathsIn,
  type Place,
  placeOf,
  type PlaceKind,
  ROUTES,
  WHO,
  withQuery,
} from './place.ts'
import { type Reader, sayText, sayView, sayWhen, sayWho } from './say.tsx'
import { Differences, Talk } from './talk.tsx'
import { instrumentTexts } from './texts.ts'

interface ResultData {
  readonly place: Place
  readonly detail: FilledDetail
}

interface Result extends ResultData {
  readonly reader: Reader
  readonly paths: InstrumentPaths
  readonly questionnaire: Questionnaire
}

/** The view beside it that says most: the other person's, else the one filled together. */
const otherOf = ({ filled, beside }: FilledDetail): FilledView | undefined =>
  beside.find(({ view }) => view !== 'together' && view !== filled.view) ?? beside[0]

const start = (result: Result, view: string, words: string, beside?: string) => {
  const { place, paths, detail } = result
  return (
    <Form
      action={paths.start()}
      hidden={{ participantId: place.participantId, key: detail.filled.key, view, ...(beside === undefined ? {} : { beside }) }}
      inline
    >
      <Button look="secondary">{words}</Button>
    </Form>
  )
}

/** What can be done with it: one's own view beside it, changing, comparing, putting away. */
const ResultActions = ({ result }: { readonly result: Result }) => {
  const { place, detail, paths, reader } = result
  const { t } = reader
  const { filled, beside, others, speaks } = detail
  const own = place.kind === 'own' ? 'participant' : 'coach'
  const hasOwn = [filled, ...beside].some(({ view }) => view === own)
  const [earlier] = others.toReversed()
  return (
    <Actions>
      {hasOwn ? null : start(result, own, t(place.kind === 'own' ? 'result.addMine' : 'result.addCoach'), filled.filledId)}
      {earlier === undefined ? null : (
        <LinkButton look="secondary" href={withQuery(paths.compare(), { een: earlier.filledId, twee: filled.filledId })}>
          {t('result.compare')}
        </LinkButton>
      )}
      {speaks ? (
        <LinkButton look="secondary" href={paths.fill(filled.filledId)}>
          {t('result.change')}
        </LinkButton>
      ) : null}
      {speaks && canDoFilled(filled.state, 'discard') ? (
        <Form
          action={paths.discard(filled.filledId)}
          version={filled.version}
          hidden={{ participantId: place.participantId }}
          inline
        >
          <Button look="quiet">{t('result.discard')}</Button>
        </Form>
      ) : null}
    </Actions>
  )
}

const Body = ({ result }: { readonly result: Result }) => {
  const { detail, questionnaire, reader, paths } = result
  const { filled } = detail
  const other = otherOf(detail)
  const views: readonly ShownView[] = [filled, ...(other === undefined ? [] : [other])].map(view => ({
    label: sayWho(view, reader),
    filled: view,
  }))
  const drawing = (
    <Stack>
      <Figure questionnaire={questionnaire} views={views} reader={reader} />
      <Legend views={views} />
      {questionnaire.kind === 'web' ? <Soft>{reader.t('result.webIsTalk')}</Soft> : null}
    </Stack>
  )
  const table = <FigureTable questionnaire={questionnaire} views={views} reader={reader} />
  const differences =
    other === undefined ? null : <Differences mine={filled} theirs={other} questionnaire={questionnaire} reader={reader} />
  return (
    <>
      {reader.kind === 'own' ? (
        <>
          {drawing}
          <Details summary={reader.t('table.inWords')} open={questionnaire.kind !== 'web'}>
            {table}
          </Details>
          {differences}
        </>
      ) : (
        <Columns kind="wide-first">
          {drawing}
          <Stack>
            {table}
            {differences}
          </Stack>
        </Columns>
      )}
      <Talk
        views={[filled, ...(other === undefined ? [] : [other])]}
        questionnaire={questionnaire}
        reader={reader}
        paths={paths}
      />
      <ResultActions result={result} />
    </>
  )
}

export const resultOfDetail = ({ place, detail }: ResultData, context: PageContext): Result => {
  const { t } = instrumentTexts(context.lang)
  return {
    ...{ place, detail, paths: pathsIn(place), questionnaire: questionnaireOf(detail.texts) },
    reader: { kind: place.kind, name: detail.callName, context, t },
  }
}

/** The figure, the words and what to do with them, without a page around it. */
export const ResultBody = Body

export const viewResult = (data: ResultData, context: PageContext): string => {
  const result = resultOfDetail(data, context)
  const { reader, questionnaire, detail, place } = result
  const { t } = reader
  const title = sayText(questionnaire.title, context.lang)
  const above = `${sayView(detail.filled, reader)}, ${sayWhen(detail.filled, reader)}`
  if (place.kind === 'dossier')
    return renderPage(
      <DossierFrame
        context={context}
        participantId={place.participantId}
        name={detail.callName}
        current="instruments"
        title={title}
        actions={
          <LinkButton look="secondary" href={result.paths.overview()}>
            {t('title')}
          </LinkButton>
        }
      >
        <Soft>{above}</Soft>
        <Body result={result} />
      </DossierFrame>,
    )
  return renderPage(
    <AppPage context={context} title={title}>
      <Breadcrumbs
        items={[
          { href: deskPaths.my(), label: t('mine.home') },
          { href: result.paths.overview(), label: t('mine.title') },
        ]}
      />
      <PageHead above={above} title={title} />
      <Body result={result} />
    </AppPage>,
  )
}

const resultPageIn = (kind: PlaceKind): Page<ResultData> =>
  page<ResultData>({
    id: kind === 'own' ? 'desk.myInstrument' : 'desk.instrument',
    path: ROUTES[kind].result(ROUTES[kind].id),
    who: WHO[kind],
    load: async request => {
      const place = placeOf(kind, request)
      if (!place.ok) return place
      const { participantId } = place.value
      const detail = await request.run(getFilled, { participantId, filledId: filledIdOf(request.params) })
      return detail.ok ? accept({ place: place.value, detail: detail.value }) : detail
    },
    view: viewResult,
  })

export const resultPage = resultPageIn('dossier')
export const myResultPage = resultPageIn('own')
