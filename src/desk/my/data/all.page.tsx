import { dayIn, refuse } from '#kernel'
import { type Download, page, type PageContext, type PageRequest } from '#platform'
import { AppPage, Breadcrumbs, DefinitionList, FreeText, Paragraph, renderPage, sayDate, Section, Stack } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { getMyData, type MyData } from './get-my-data.ts'
import { isSaid, isTechnical, sayColumn, sayValue } from './say-record.ts'
import { dataTexts, labelOf } from './texts.ts'

interface AllPart {
  readonly data: MyData
  readonly context: PageContext
}

const itemsOf = (row: Readonly<Record<string, unknown>>, part: AllPart) =>
  Object.entries(row)
    .filter(([column, value]) => isSaid(value) && !isTechnical(column))
    .map(([column, value]) => ({
      term: sayColumn(column, part.context.lang),
      value: <FreeText>{sayValue(value, column, { ...part.context, members: part.data.members })}</FreeText>,
    }))

const Table = ({ record, part }: { readonly record: MyData['records'][number]; readonly part: AllPart }) => {
  const { lang } = part.context
  return (
    <Section title={labelOf('table', record.table, lang) ?? dataTexts(lang).t('otherColumn')}>
      <Paragraph soft>{dataTexts(lang).t('count', { count: record.rows.length })}</Paragraph>
      <Stack>
        {record.rows.map((row, at) => (
          <DefinitionList key={at} items={itemsOf(row, part)} />
        ))}
      </Stack>
    </Section>
  )
}

/** Who looked comes last: it is the longest. */
const LAST = 'access_line'

/** Everything that the person may read, on paper or on a screen. */
export const viewAll = (data: MyData, context: PageContext): string => {
  const { t } = dataTexts(context.lang)
  const part: AllPart = { data, context }
  const records = data.records.toSorted((a, b) => Number(a.table === LAST) - Number(b.table === LAST))
  return renderPage(
    <AppPage context={context} title={t('allTitle')} scripts={['print-page.js']} readAloud={false}>
      <Breadcrumbs items={[{ href: deskPaths.myData(), label: t('backData') }]} />
      <div className="op-sheet__how">
        <Paragraph soft>{t('allHow')}</Paragraph>
        <print-page data-label={t('print')} />
      </div>
      <div className="op-page-head">
        <div className="op-page-head__words">
          <h1 className="nl-heading nl-heading--level-1">{t('allTitle')}</h1>
          <p className="nl-paragraph">{t('allLead', { day: sayDate(data.madeOn, context.today, context.lang) })}</p>
        </div>
      </div>
      {records.map(record => (
        <Table key={record.table} record={record} part={part} />
      ))}
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
