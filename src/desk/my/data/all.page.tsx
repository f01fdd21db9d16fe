import { dayIn, refuse } from '#kernel'
import { type Download, page, type PageContext, type PageRequest } from '#platform'
import { AppPage, Breadcrumbs, Card, DataTable, DefinitionList, LinkButton, Paragraph, renderPage, sayDate, Section } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { type AllPart, tableTitle, TellLog, TellTable } from './all-tables.tsx'
import { getMyData, type MyData } from './get-my-data.ts'
import { logDays } from './log-days.ts'
import { listed, type Saying, sayValue } from './say-record.ts'
import { bySubject, type OfSubject } from './subjects.ts'
import { dataTexts } from './texts.ts'

type Told = MyData['records'][number]
const LOG = 'access_line'

const rowsOf = ({ records }: MyData, table: string): Told['rows'] => records.find(each => each.table === table)?.rows ?? []

/** What the ids in the rows lead to, in words. */
const titlesOf = (data: MyData, saying: Saying): Readonly<Record<string, string>> => {
  const named = (table: string, column: string) =>
    rowsOf(data, table).map(row => [String(row['id']), sayValue(row[column], column, saying)] as const)
  const places = rowsOf(data, 'placement').flatMap(row => {
    const place = data.places[String(row['offer_id'])]
    return place === undefined ? [] : [[String(row['id']), place] as const]
  })
  return {
    ...data.places,
    ...Object.fromEntries([
      ...named('goal', 'title'),
      ...named('step', 'title'),
      ...named('agreement', 'words'),
      ...named('wish', 'words'),
      ...named('life_area', 'area'),
      ...places,
    ]),
  }
}

const anchorOf = (subject: string): string => `alles-${subject}`

/** The few numbers that tell where somebody stands. */
const InShort = ({ part: { data, context } }: { readonly part: AllPart }) => {
  const { t } = dataTexts(context.lang)
  const steps = rowsOf(data, 'step')
  const others = logDays(rowsOf(data, LOG)).filter(({ role }) => role !== 'participant')
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Card title={t('short')} tint="orange">
      <DefinitionList
        items={[
          { term: t('shortGoals'), value: rowsOf(data, 'goal').filter(({ state }) => state === 'open').length },
          { term: t('shortSteps'), value: t('shortOf', { done, all: steps.length }) },
          {
            term: t('shortPlaces'),
            value: rowsOf(data, 'placement').filter(({ state }) => state === 'placed').length,
          },
          {
            term: t('shortPeople'),
            value: new Set(others.map(({ membershipId }) => membershipId)).size,
          },
        ]}
      />
    </Card>
  )
}

/** What stands where, with how much: also the way to it. */
const Contents = ({ parts, part }: { readonly parts: readonly OfSubject<Told>[]; readonly part: AllPart }) => {
  const { lang } = part.context
  const { t } = dataTexts(lang)
  return (
    <DataTable
      caption={t('contents')}
      columns={[
        {
          key: 'subject',
          label: t('contentsSubject'),
          rowHeader: true,
          cell: ({ subject }) => <a href={`#${anchorOf(subject)}`}>{t(`subject.${subject}`)}</a>,
        },
        {
          key: 'what',
          label: t('contentsWhat'),
          cell: ({ told }) =>
            listed(
              told.map(({ table, rows }) => `${tableTitle(table, lang)} (${rows.length})`),
              lang,
            ),
        },
      ]}
      rows={parts}
      keyOf={({ subject }) => subject}
    />
  )
}

/** Everything that the person may read, on paper or on a screen. */
export const viewAll = (data: MyData, context: PageContext): string => {
  const { lang } = context
  const { t } = dataTexts(lang)
  const saying: Saying = { lang, today: context.today, members: data.members }
  const part: AllPart = { data, context, saying: { ...saying, titles: titlesOf(data, saying) } }
  const parts = bySubject(data.records)
  return renderPage(
    <AppPage context={context} title={t('allTitle')} width="wide" scripts={['print-page.js']} readAloud={false}>
      <Breadcrumbs items={[{ href: deskPaths.myData(), label: t('backData') }]} />
      <div className="op-sheet__how">
        <Paragraph soft>{t('allHow')}</Paragraph>
        <print-page data-label={t('print')} />
        <LinkButton look="quiet" href={myPaths.allAsFile()} download>
          {t('takeFile')}
        </LinkButton>
      </div>
      <div className="op-own">
        <div className="op-page-head">
          <div className="op-page-head__words">
            <h1 className="nl-heading nl-heading--level-1">{t('allTitle')}</h1>
            <p className="nl-paragraph">{t('allLead', { day: sayDate(data.madeOn, context.today, lang) })}</p>
          </div>
        </div>
        <InShort part={part} />
        <Contents parts={parts} part={part} />
        {parts.map(({ subject, told }) => (
          <Section key={subject} title={t(`subject.${subject}`)} id={anchorOf(subject)}>
            {told.map(record => (
              <Section key={record.table} title={tableTitle(record.table, lang)} level={3}>
                {record.table === LOG ? <TellLog rows={record.rows} part={part} /> : <TellTable record={record} part={part} />}
              </Section>
            ))}
          </Section>
        ))}
      </div>
    </AppPage>,
  )
}

const load = (request: PageRequest) => {
  const participantId = request.actor?.participantId
  return participantId === undefined ? Promise.resolve(refuse('notFound')) : request.run(getMyData, { participantId })
}

export const allPage = page<MyData>({
  id: 'desk.myDataAll',
  path: myPaths.all(),
  who: ['participant'],
  load,
  view: viewAll,
})

export const allDownload: Download = {
  id: 'desk.myDataFile',
  path: myPaths.allAsFile(),
  who: ['participant'],
  load: async request => {
    const data = await load(request)
    if (!data.ok) return data
    const fileName = `opstap-${dayIn(request.now)}.json`
    return {
      ok: true,
      value: { fileName, contentType: 'application/json; charset=utf-8', body: JSON.stringify(data.value, null, 2) },
    }
  },
}
