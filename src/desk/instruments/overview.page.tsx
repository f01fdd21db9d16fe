import { accept } from '#kernel'
import { type FilledList, type FilledView, listFilled, type Questionnaire, questionnaireOf, type View } from '#instruments'
import { page, type PageContext } from '#platform'
import { Actions, Badge, Button, Card, Columns, Form, LinkButton, Paragraph, renderPage, Row, Rows, Section, Soft } from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { Figure, type ShownView } from './figure.tsx'
import { type InstrumentPaths, pathsIn, type Place, placeOf, ROUTES, WHO, withQuery } from './place.ts'
import { type Reader, sayText, sayView, sayWhen, Text } from './say.tsx'
import { instrumentTexts } from './texts.ts'

interface OverviewData {
  readonly place: Place
  readonly list: FilledList
}

interface Overview {
  readonly place: Place
  readonly list: FilledList
  readonly reader: Reader
  readonly paths: InstrumentPaths
}

const Start = ({
  view,
  words,
  of,
  overview,
  look,
}: {
  readonly view: View
  readonly words: string
  readonly of: Questionnaire
  readonly overview: Overview
  readonly look: 'secondary' | 'quiet'
}) => {
  const { place, paths, reader } = overview
  return (
    <Form action={paths.start()} hidden={{ participantId: place.participantId, key: of.key, view }} inline>
      <Button look={look} label={`${words}: ${sayText(of.title, reader.context.lang)}`}>
        {words}
      </Button>
    </Form>
  )
}

const FilledRow = ({ filled, overview }: { readonly filled: FilledView; readonly overview: Overview }) => {
  const { reader, paths } = overview
  const isDraft = filled.state === 'draft'
  return (
    <Row
      title={isDraft ? reader.t('overview.draft') : sayWhen(filled, reader)}
      href={isDraft ? paths.fill(filled.filledId) : paths.result(filled.filledId)}
      detail={sayView(filled, reader)}
      end={isDraft ? <Badge tone="orange">{reader.t('overview.goOn')}</Badge> : undefined}
    />
  )
}

/** The last of it as it was drawn, and how it was before. */
const Last = ({
  of,
  filled,
  overview,
}: {
  readonly of: Questionnaire
  readonly filled: readonly FilledView[]
  readonly overview: Overview
}) => {
  const { reader } = overview
  const last = filled.at(-1)
  if (last === undefined || last.instrumentVersion !== of.version || (of.kind !== 'web' && of.kind !== 'ladder')) return null
  const other = filled.find(({ occasionId, filledId }) => occasionId === last.occasionId && filledId !== last.filledId)
  const views: readonly ShownView[] = [last, ...(other === undefined ? [] : [other])].map(view => ({
    label: sayView(view, reader),
    filled: view,
  }))
  return <Figure questionnaire={of} views={views} reader={reader} />
}

const InstrumentCard = ({ of, overview }: { readonly of: Questionnaire; readonly overview: Overview }) => {
  const { list, reader, paths } = overview
  const { t, context } = reader
  const mine = list.filled.filter(({ key }) => key === of.key)
  const finished = mine.filter(({ state }) => state === 'finished')
  const hasDraft = (view: View): boolean => mine.some(filled => filled.state === 'draft' && filled.view === view)
  return (
    <Card title={<Text text={of.title} lang={context.lang} />} id={of.key}>
      <Paragraph soft>
        <Text text={of.about} lang={context.lang} />
      </Paragraph>
      <Last of={of} filled={finished} overview={overview} />
      {mine.length === 0 ? null : (
        <Rows label={sayText(of.title, context.lang)}>
          {mine.toReversed().map(filled => (
            <FilledRow key={filled.filledId} filled={filled} overview={overview} />
          ))}
        </Rows>
      )}
      <Actions>
        {of.fillers.includes('together') && !hasDraft('together') ? (
          <Start view="together" words={t('overview.together')} of={of} overview={overview} look="secondary" />
        ) : null}
        {of.fillers.includes('coach') && !hasDraft('coach') ? (
          <Start view="coach" words={t('overview.coach')} of={of} overview={overview} look="quiet" />
        ) : null}
        <LinkButton
          look="quiet"
          href={withQuery(paths.paper(), { soort: of.key })}
          label={`${t('overview.paper')}: ${sayText(of.title, context.lang)}`}
        >
          {t('overview.paper')}
        </LinkButton>
        {finished.length < 2 ? null : (
          <LinkButton
            look="quiet"
            href={withQuery(paths.compare(), { soort: of.key })}
            label={`${t('result.compare')}: ${sayText(of.title, context.lang)}`}
          >
            {t('result.compare')}
          </LinkButton>
        )}
      </Actions>
    </Card>
  )
}

/** Filled in with something that is no longer offered. */
const Former = ({ overview }: { readonly overview: Overview }) => {
  const { list, reader } = overview
  const former = list.filled.filter(({ key }) => !list.offered.some(({ content }) => content.key === key))
  if (former.length === 0) return null
  return (
    <Section title={reader.t('overview.former')}>
      <Rows label={reader.t('overview.former')}>
        {former.map(filled => (
          <FilledRow key={filled.filledId} filled={filled} overview={overview} />
        ))}
      </Rows>
    </Section>
  )
}

export const viewOverview = ({ place, list }: OverviewData, context: PageContext): string => {
  const { t } = instrumentTexts(context.lang)
  const reader: Reader = { kind: 'dossier', name: list.callName, context, t }
  const overview: Overview = { place, list, reader, paths: pathsIn(place) }
  return renderPage(
    <DossierFrame
      context={context}
      participantId={place.participantId}
      name={list.callName}
      current="instruments"
      title={t('title')}
    >
      <Paragraph>{t(list.filled.length === 0 ? 'overview.empty' : 'overview.lead', { name: list.callName })}</Paragraph>
      <Columns kind="halves">
        {list.offered.map(texts => (
          <InstrumentCard key={texts.content.key} of={questionnaireOf(texts)} overview={overview} />
        ))}
      </Columns>
      <Former overview={overview} />
      <Soft>{t('overview.wall')}</Soft>
    </DossierFrame>,
  )
}

export const overviewPage = page<OverviewData>({
  id: 'desk.instruments',
  path: ROUTES.dossier.overview(),
  who: WHO.dossier,
  load: async request => {
    const place = placeOf('dossier', request)
    if (!place.ok) return place
    const list = await request.run(listFilled, { participantId: place.value.participantId })
    return list.ok ? accept({ place: place.value, list: list.value }) : list
  },
  view: viewOverview,
})
