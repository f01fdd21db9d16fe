import type { PageContext } from '#platform'
import { Button, Card, type Column, DataTable, Details, Form, Paragraph, Select, Soft } from '#ui'
import { IMPORT_COLUMNS } from '../domain/import/columns.ts'
import type { ImportView } from '../use-cases/get-import.ts'
import { supplyPaths } from './paths.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

interface Part {
  readonly list: ImportView
  readonly t: SupplyT
  readonly context: PageContext
}

const DELIMITER_NAME = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const

const Recognised = ({ list: { recognised }, t }: Part) => {
  const { encoding, delimiter, headerLine, titles } = recognised
  return (
    <Paragraph>
      {t('import.readAs', { encoding, delimiter: t(`import.delimiters.${DELIMITER_NAME[delimiter]}`), line: headerLine })}{' '}
      {titles.length === 0 ? null : t('import.above', { text: titles.join(' / ').slice(0, 300) })}
    </Paragraph>
  )
}

interface MappedColumn {
  readonly at: number
  readonly header: string
  readonly sure: ImportView['recognised']['columns'][number]['confidence']
  readonly examples: readonly string[]
}

const columnsOf = ({ list, t, context }: Part): readonly Column<MappedColumn>[] => {
  const meanings = IMPORT_COLUMNS.map(value => ({ value, label: supplyTexts(context.lang).t(`columns.${value}`) }))
  const isOpen = list.state === 'mapping' || list.state === 'preview'
  return [
    {
      key: 'header',
      label: t('import.column'),
      rowHeader: true,
      cell: ({ header, sure }) => (
        <>
          {header} <Soft>({t(`import.sure.${sure}`)})</Soft>
        </>
      ),
    },
    {
      key: 'meaning',
      label: t('import.meaning'),
      cell: ({ at, header }) =>
        isOpen ? (
          <Select
            name={`columns.${at}`}
            label={`${t('import.meaning')}: ${header}`}
            unlabelled
            optional
            empty={t('import.keepAsText')}
            options={meanings}
          />
        ) : (
          (meanings.find(({ value }) => value === list.mapping[at]?.column)?.label ?? t('import.keepAsText'))
        ),
    },
    {
      key: 'examples',
      label: t('import.examples'),
      cell: ({ examples }) => (
        <span className="op-soft" dir="auto">
          {examples.map(text => (text.length > 60 ? `${text.slice(0, 60)}…` : text)).join(' · ')}
        </span>
      ),
    },
  ]
}

const MappingForm = (part: Part) => {
  const { list, t, context } = part
  const columns = list.mapping.map(({ header }, at) => ({
    at,
    header,
    sure: list.recognised.columns[at]?.confidence ?? ('none' as const),
    examples: list.recognised.columns[at]?.examples ?? [],
  }))
  const table = <DataTable caption={t('import.mapping')} rows={columns} keyOf={({ at }) => `${at}`} columns={columnsOf(part)} />
  if (list.state !== 'mapping' && list.state !== 'preview') return table
  return (
    <Form
      action={supplyPaths.mapping(list.importId)}
      id="supply.setMapping"
      refused={context.form}
      version={list.version}
      hidden={{ columnCount: columns.length }}
      values={Object.fromEntries(list.mapping.map(({ column }, at) => [`columns.${at}`, column ?? '']))}
    >
      <Paragraph soft>{t('import.mappingHelp')}</Paragraph>
      {table}
      <Button look="secondary">{t('import.readAgain')}</Button>
    </Form>
  )
}

/** How the file was read and what its columns mean; open when there is something to choose. */
export const ImportMapping = (part: Part) => (
  <Card title={part.t('import.reading')}>
    <Recognised {...part} />
    <Details
      summary={part.t('import.mapping')}
      open={part.list.state === 'mapping' || part.context.form?.id === 'supply.setMapping'}
    >
      <MappingForm {...part} />
    </Details>
  </Card>
)
