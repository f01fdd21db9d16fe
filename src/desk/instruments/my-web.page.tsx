import { accept } from '#kernel'
import { type FilledDetail, getFilled, listFilled, type Questionnaire, questionnaireOf } from '#instruments'
import { page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, Card, LinkButton, PageHead, Paragraph, renderPage, Section } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { FilledRows, GoOn, type MineData, mineOf } from './my-questionnaires.page.tsx'
import { placeOf, WHO } from './place.ts'
import { ResultBody, resultOfDetail } from './result.page.tsx'
import { sayText, sayView, sayWhen } from './say.tsx'

interface MyWebData extends MineData {
  /** The last web, with the views beside it. */
  readonly last: FilledDetail | undefined
}

const webOf = ({ list }: MineData): Questionnaire | undefined => {
  const texts = list.offered.find(({ content }) => content.kind === 'web')
  return texts === undefined ? undefined : questionnaireOf(texts)
}

const Empty = ({
  web,
  data,
  context,
}: {
  readonly web: Questionnaire
  readonly data: MyWebData
  readonly context: PageContext
}) => {
  const mine = mineOf(data, context)
  return (
    <Card tint="orange" centred>
      <Paragraph lead>{sayText(web.about, context.lang)}</Paragraph>
      <GoOn of={web} mine={mine} />
    </Card>
  )
}

/** The own web: the last one large, a wish from what is marked, and how it was before. */
export const viewMyWeb = (data: MyWebData, context: PageContext): string => {
  const mine = mineOf(data, context)
  const { t } = mine.reader
  const web = webOf(data)
  const { last, place, list } = data
  const earlier = list.filled.filter(
    ({ kind, state, filledId }) => kind === 'web' && state === 'finished' && filledId !== last?.filled.filledId,
  )
  return renderPage(
    <AppPage context={context} title={t('myWeb.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('mine.home') }]} />
      <PageHead
        title={t('myWeb.title')}
        lead={last === undefined ? undefined : `${sayView(last.filled, mine.reader)}, ${sayWhen(last.filled, mine.reader)}`}
      />
      {last === undefined ? null : <ResultBody result={resultOfDetail({ place, detail: last }, context)} />}
      {web === undefined ? null : last === undefined ? (
        <Empty web={web} data={data} context={context} />
      ) : (
        <GoOn of={web} mine={mine} />
      )}
      {earlier.length === 0 ? null : (
        <Section title={t('myWeb.earlier')}>
          <FilledRows filled={earlier} mine={mine} label={t('myWeb.earlier')} />
        </Section>
      )}
      <LinkButton look="quiet" href={deskPaths.myQuestionnaires()}>
        {t('myWeb.more')}
      </LinkButton>
    </AppPage>,
  )
}

export const myWebPage = page<MyWebData>({
  id: 'desk.myWeb',
  path: deskPaths.myWeb(),
  who: WHO.own,
  load: async request => {
    const place = placeOf('own', request)
    if (!place.ok) return place
    const { participantId } = place.value
    const list = await request.run(listFilled, { participantId })
    if (!list.ok) return list
    const webs = list.value.filled.filter(({ kind, state }) => kind === 'web' && state === 'finished')
    const last = webs.findLast(({ view }) => view !== 'coach') ?? webs.at(-1)
    if (last === undefined) return accept({ place: place.value, list: list.value, last: undefined })
    const detail = await request.run(getFilled, { participantId, filledId: last.filledId })
    return detail.ok ? accept({ place: place.value, list: list.value, last: detail.value }) : detail
  },
  view: viewMyWeb,
})
