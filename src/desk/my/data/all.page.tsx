import { CalendarDay, dayIn, refuse } from '#kernel'
import { type Download, page, type PageContext, type PageRequest } from '#platform'
import {
  AppPage,
  Breadcrumbs,
  DefinitionList,
  FreeText,
  Paragraph,
  renderPage,
  sayDate,
  sayInstant,
  sayMoney,
  Section,
  Stack,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { getMyData, type MyData } from './get-my-data.ts'
import { dataTexts, labelOf } from './texts.ts'

interface AllPart {
  readonly data: MyData
  readonly context: PageContext
}

/** Of use to the machine only: numbers of versions and positions, and ids that lead nowhere on paper. */
const isTechnical = (column: string): boolean =>
  /^(id|version|position|handled|slices|changed)$/.test(column) ||
  (column.endsWith('_id') && !/membership_id$|coordinator_id$/.test(column))

/** Names of parts of the dossier: the same words mean something else elsewhere. */
const IN_OWN_WORDS: readonly string[] = ['reads', 'writes']

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const said = (value: unknown, column: string, part: AllPart): string => {
  const { context, data } = part
  const { lang, today } = context
  if (Array.isArray(value)) return value.map(each => said(each, column, part)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${labelOf('column', key, lang)}: ${said(inner, key, part)}`)
      .join('; ')
  if (typeof value === 'boolean') return dataTexts(lang).t(value ? 'yes' : 'no')
  if (typeof value === 'number') return column.endsWith('_cents') ? sayMoney(value, lang) : String(value)
  const text = String(value)
  const name = data.members[text]
  if (name !== undefined) return name
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return sayInstant(new Date(text), today, lang)
  const day = CalendarDay.safeParse(text)
  if (day.success) return sayDate(day.data, today, lang)
  return IN_OWN_WORDS.includes(column) ? text : labelOf('value', text, lang)
}

const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0) && JSON.stringify(value) !== '{}'

const itemsOf = (row: Readonly<Record<string, unknown>>, part: AllPart) =>
  Object.entries(row)
    .filter(([column, value]) => isSaid(value) && !isTechnical(column))
    .map(([column, value]) => ({
      term: labelOf('column', column, part.context.lang),
      value: <FreeText>{said(value, column, part)}</FreeText>,
    }))

const Table = ({ record, part }: { readonly record: MyData['records'][number]; readonly part: AllPart }) => {
  const { lang } = part.context
  return (
    <Section title={labelOf('table', record.table, lang)}>
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
