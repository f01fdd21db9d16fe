import type { z } from 'zod'
import { dayIn } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Card,
  Columns,
  FileField,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  TextField,
  type Tone,
} from '#ui'
import type { ImportState } from '../domain/import/supply-import.ts'
import { type ImportView, listImports } from '../use-cases/get-import.ts'
import { fileErrors } from './import-words.ts'
import { supplyPaths } from './paths.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof listImports)['output']>

export const STATE_TONE: Readonly<Record<ImportState, Tone>> = {
  mapping: 'orange',
  preview: 'orange',
  applying: 'orange',
  applied: 'green',
  cancelled: 'stone',
}

const Earlier = ({
  imports,
  t,
  context,
}: {
  readonly imports: readonly ImportView[]
  readonly t: SupplyT
  readonly context: PageContext
}) => (
  <Card title={t('imports.earlier')}>
    {imports.length === 0 ? (
      <Paragraph soft>{t('imports.none')}</Paragraph>
    ) : (
      <Rows label={t('imports.earlier')}>
        {imports.map(list => (
          <Row
            key={list.importId}
            title={list.fileName}
            href={supplyPaths.import(list.importId)}
            detail={[
              t('imports.by', {
                name: list.createdByName,
                day: sayDay(dayIn(new Date(list.createdAt)), context.today, context.lang),
              }),
              t('imports.rows', { count: list.rowsTotal }),
            ].join(' · ')}
            end={<Badge tone={STATE_TONE[list.state]}>{t(`states.${list.state}`)}</Badge>}
          />
        ))}
      </Rows>
    )}
  </Card>
)

const viewImports = ({ imports }: Data, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  const sources = [...new Set(imports.map(({ source }) => source))]
  return renderPage(
    <AppPage context={context} title={t('imports.title')}>
      <Breadcrumbs items={[{ href: supplyPaths.offers(), label: t('offers.title') }]} />
      <PageHead
        title={t('imports.title')}
        lead={t('imports.lead')}
        actions={
          <LinkButton look="secondary" href={supplyPaths.words()}>
            {t('imports.words')}
          </LinkButton>
        }
      />
      <Columns kind="halves">
        <Card>
          <Form
            action={supplyPaths.imports()}
            id="supply.startImport"
            refused={context.form}
            upload
            words={fileErrors(context)}
            labels={{ file: t('imports.file'), source: t('imports.source') }}
          >
            <FileField name="file" label={t('imports.file')} hint={t('imports.fileHint')} accept={['.csv', '.txt', '.tsv']} />
            <TextField
              name="source"
              label={t('imports.source')}
              hint={t('imports.sourceHint')}
              maxLength={200}
              optional
              suggestions={sources}
            />
            <Button>{t('imports.read')}</Button>
          </Form>
        </Card>
        <Earlier imports={imports} t={t} context={context} />
      </Columns>
    </AppPage>,
  )
}

export const importsPage = page({
  id: 'supply.imports',
  path: supplyPaths.imports(),
  who: ['beheer'],
  load: request => request.run(listImports, {}),
  view: viewImports,
})
