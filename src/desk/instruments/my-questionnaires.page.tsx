import { accept } from '#kernel'
import { type FilledList, type FilledView, listFilled, type Questionnaire, questionnaireOf } from '#instruments'
import { page, type PageContext } from '#platform'
import { Actions, AppPage, Breadcrumbs, Button, Card, Form, LinkButton, PageHead, Paragraph, renderPage, Row, Rows } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type InstrumentPaths, pathsIn, type Place, placeOf, ROUTES, WHO, withQuery } from './place.ts'
import { type Reader, sayText, sayView, sayWhen, Text } from './say.tsx'
import { instrumentTexts } from './texts.ts'

export interface MineData {
  readonly place: Place
  readonly list: FilledList
}

interface Mine extends MineData {
  readonly reader: Reader
  readonly paths: InstrumentPaths
}

/** The one next thing: go on with what was begun, or begin. */
export const GoOn = ({ of, mine }: { readonly of: Questionnaire; readonly mine: Mine }) => {
  const { place, paths, list, reader } = mine
  const { t, context } = reader
  const draft = list.filled.find(filled => filled.key === of.key && filled.state === 'draft')
  const before = list.filled.some(filled => filled.key === of.key && filled.state === 'finished')
  const title = sayText(of.title, context.lang)
  if (draft !== undefined)
    return (
      <LinkButton large look="confirm" href={paths.fill(draft.filledId)} label={`${t('mine.goOn')}: ${title}`}>
        {t('mine.goOn')}
      </LinkButton>
    )
  if (!of.fillers.includes('participant')) return null
  return (
    <Form action={paths.start()} hidden={{ participantId: place.participantId, key: of.key, view: 'participant' }}>
      <Button large look="secondary" label={`${t(before ? 'mine.again' : 'mine.begin')}: ${title}`}>
        {t(before ? 'mine.again' : 'mine.begin')}
      </Button>
    </Form>
  )
}

export const FilledRows = ({
  filled,
  mine,
  label,
}: {
  readonly filled: readonly FilledView[]
  readonly mine: Mine
  readonly label: string
}) =>
  filled.length === 0 ? null : (
    <Rows label={label}>
      {filled.toReversed().map(each => (
        <Row
          key={each.filledId}
          title={sayWhen(each, mine.reader)}
          href={mine.paths.result(each.filledId)}
          detail={sayView(each, mine.reader)}
        />
      ))}
    </Rows>
  )

const QuestionnaireCard = ({ of, mine }: { readonly of: Questionnaire; readonly mine: Mine }) => {
  const { list, reader, paths } = mine
  const { t, context } = reader
  const finished = list.filled.filter(filled => filled.key === of.key && filled.state === 'finished')
  return (
    <Card title={<Text text={of.title} lang={context.lang} />}>
      <Paragraph>
        <Text text={of.about} lang={context.lang} />
      </Paragraph>
      <GoOn of={of} mine={mine} />
      <FilledRows filled={finished} mine={mine} label={sayText(of.title, context.lang)} />
      {finished.length < 2 ? null : (
        <Actions>
          <LinkButton
            look="quiet"
            href={withQuery(paths.compare(), { soort: of.key })}
            label={`${t('result.compare')}: ${sayText(of.title, context.lang)}`}
          >
            {t('result.compare')}
          </LinkButton>
        </Actions>
      )}
    </Card>
  )
}

export const mineOf = ({ place, list }: MineData, context: PageContext): Mine => {
  const { t } = instrumentTexts(context.lang)
  return { place, list, paths: pathsIn(place), reader: { kind: 'own', name: list.callName, context, t } }
}

export const viewMyQuestionnaires = (data: MineData, context: PageContext): string => {
  const mine = mineOf(data, context)
  const { t } = mine.reader
  return renderPage(
    <AppPage context={context} title={t('mine.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('mine.home') }]} />
      <PageHead title={t('mine.title')} lead={t('mine.lead')} />
      {data.list.offered.map(texts => (
        <QuestionnaireCard key={texts.content.key} of={questionnaireOf(texts)} mine={mine} />
      ))}
    </AppPage>,
  )
}

export const myQuestionnairesPage = page<MineData>({
  id: 'desk.myQuestionnaires',
  path: ROUTES.own.overview(),
  who: WHO.own,
  load: async request => {
    const place = placeOf('own', request)
    if (!place.ok) return place
    const list = await request.run(listFilled, { participantId: place.value.participantId })
    return list.ok ? accept({ place: place.value, list: list.value }) : list
  },
  view: viewMyQuestionnaires,
})
