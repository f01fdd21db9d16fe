import { z } from 'zod'
import { dayIn } from '#kernel'
import { type AnyForm, form, page, type PageContext, type PageRequest } from '#platform'
import {
  Actions,
  AppPage,
  Badge,
  Button,
  Card,
  DataTable,
  FileField,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  Section,
  Soft,
  type Tone,
} from '#ui'
import { questionnaireOf } from '../domain/filled-view.ts'
import { canDoLoaded, type LoadedState } from '../domain/loaded.ts'
import { FILE_PROBLEMS, type FileProblem } from '../domain/questionnaire-file.ts'
import { sayIn } from '../domain/questionnaire.ts'
import { type Loaded, listLoaded } from '../use-cases/list-loaded.ts'
import { loadInstrument, offerInstrument, withdrawInstrument } from '../use-cases/load-instrument.ts'
import { manageTexts, type ManageT } from './manage-texts.ts'
import { instrumentsPaths } from './paths.ts'
import { Preview } from './preview.tsx'

type Data = z.infer<(typeof listLoaded)['output']>
interface Part {
  readonly context: PageContext
  readonly t: ManageT
}

const WHO = ['beheer'] as const
const UPLOAD = 'instruments.load'
const TONES: Readonly<Record<LoadedState, Tone>> = { preview: 'orange', offered: 'green', withdrawn: 'stone' }

const Details = z.object({
  count: z.number(),
  problems: z.array(z.object({ line: z.number(), field: z.string(), code: z.enum(FILE_PROBLEMS) })),
})

const Problems = ({ context, t }: Part) => {
  const found = Details.safeParse(context.form?.refusal.details)
  if (!found.success) return null
  return (
    <DataTable
      caption={t('problems')}
      showCaption
      columns={[
        { key: 'line', label: t('line'), rowHeader: true, cell: (problem: FileProblem) => problem.line },
        {
          key: 'field',
          label: t('field'),
          cell: problem => (problem.field === '' ? t('whole') : <code dir="ltr">{problem.field}</code>),
        },
        { key: 'what', label: t('what'), cell: problem => t(`problem.${problem.code}`) },
      ]}
      rows={found.data.problems}
      keyOf={problem => `${problem.line} ${problem.field} ${problem.code}`}
    />
  )
}

const Upload = ({ context, t }: Part) => {
  const found = Details.safeParse(context.form?.refusal.details)
  return (
    <Card>
      <Form
        id={UPLOAD}
        action={instrumentsPaths.manage()}
        refused={context.form}
        upload
        labels={{ file: t('file') }}
        words={{
          'file.required': t('fileMissing'),
          'file.tooBig.string': t('fileTooLarge'),
          'file.shipped': t('fileShipped'),
          'file.content': t('fileContent', { count: found.data?.count ?? 0 }),
        }}
      >
        <FileField name="file" label={t('file')} hint={t('fileHint')} accept={['.json']} />
        <Button>{t('read')}</Button>
      </Form>
      <Problems context={context} t={t} />
    </Card>
  )
}

const LoadedActions = ({ loaded, t }: { readonly loaded: Loaded; readonly t: ManageT }) => {
  const { key } = loaded.texts.content
  const { version } = loaded.texts
  const name = `${loaded.texts.content.title.nl} ${version}`
  return (
    <Actions>
      <LinkButton look="secondary" href={instrumentsPaths.preview(key, version)} label={`${t('look')}: ${name}`}>
        {t('look')}
      </LinkButton>
      {canDoLoaded(loaded.state, 'offer') ? (
        <Form action={instrumentsPaths.offer(key, version)} inline>
          <Button look="confirm" label={`${t('offer')}: ${name}`}>
            {t('offer')}
          </Button>
        </Form>
      ) : (
        <Form action={instrumentsPaths.withdraw(key, version)} inline>
          <Button look="quiet" label={`${t('withdraw')}: ${name}`}>
            {t('withdraw')}
          </Button>
        </Form>
      )}
    </Actions>
  )
}

const LoadedRow = ({ loaded, part: { context, t } }: { readonly loaded: Loaded; readonly part: Part }) => (
  <Row
    title={`${sayIn(loaded.texts.content.title, context.lang).words}, ${t('version', { version: loaded.texts.version })}`}
    detail={
      <>
        <Badge tone={TONES[loaded.state]}>{t(`states.${loaded.state}`)}</Badge>{' '}
        {t('loadedBy', {
          day: sayDate(dayIn(new Date(loaded.loadedAt)), context.today, context.lang),
          name: loaded.by,
          file: loaded.fileName,
        })}
      </>
    }
    end={<LoadedActions loaded={loaded} t={t} />}
  />
)

export const viewManage = ({ shipped, loaded }: Data, context: PageContext): string => {
  const { t } = manageTexts(context.lang)
  const part: Part = { context, t }
  const asked = context.query['bekijk']
  const looked = [...shipped, ...loaded.map(each => each.texts)].find(
    ({ content, version }) => `${content.key}.${version}` === asked,
  )
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead title={t('title')} lead={t('lead')} />
      <Upload {...part} />
      {looked === undefined ? null : <Preview questionnaire={questionnaireOf(looked)} {...part} />}
      <Section title={t('loaded')}>
        {loaded.length === 0 ? (
          <Paragraph soft>{t('none')}</Paragraph>
        ) : (
          <Rows label={t('loaded')}>
            {loaded.map(each => (
              <LoadedRow key={`${each.texts.content.key} ${each.texts.version}`} loaded={each} part={part} />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('shipped')}>
        <Rows label={t('shipped')}>
          {shipped.map(({ content, version }) => (
            <Row
              key={content.key}
              title={sayIn(content.title, context.lang).words}
              href={instrumentsPaths.preview(content.key, version)}
              detail={`${t(`kinds.${content.kind}`)} · ${t('version', { version })}`}
            />
          ))}
        </Rows>
        <Soft>{t('source', { source: 'Opstap, EUPL-1.2' })}</Soft>
      </Section>
    </AppPage>,
  )
}

export const managePage = page<Data>({
  id: 'instruments.manage',
  path: instrumentsPaths.manage(),
  who: WHO,
  load: request => request.run(listLoaded, {}),
  view: viewManage,
})

const words = (request: PageRequest): ManageT => manageTexts(request.lang).t
const chosen = (params: Readonly<Record<string, string>>) => ({ key: params['key'], version: Number(params['version']) })
const undo = (request: PageRequest, action: string) => ({ action, label: words(request)('undo'), fields: {} })

export const manageForms: readonly AnyForm[] = [
  form({
    id: UPLOAD,
    path: instrumentsPaths.manage(),
    who: WHO,
    useCase: loadInstrument,
    bodyLimit: 1_000_000,
    input: fields => {
      const file = fields.file('file')
      return {
        ...(file === undefined || file.fileName === '' ? {} : { fileName: file.fileName }),
        file: file === undefined ? '' : new TextDecoder().decode(file.bytes),
      }
    },
    done: ({ key, version }, request) => ({
      to: instrumentsPaths.preview(key, version),
      notice: { text: words(request)('wasLoaded', { version }) },
    }),
    page: managePage,
  }),
  form({
    id: 'instruments.offer',
    path: instrumentsPaths.offer(':key', ':version'),
    who: WHO,
    useCase: offerInstrument,
    input: (_fields, params) => chosen(params),
    done: ({ key, version }, request) => ({
      to: instrumentsPaths.manage(),
      notice: { text: words(request)('wasOffered'), undo: undo(request, instrumentsPaths.withdraw(key, version)) },
    }),
    page: managePage,
  }),
  form({
    id: 'instruments.withdraw',
    path: instrumentsPaths.withdraw(':key', ':version'),
    who: WHO,
    useCase: withdrawInstrument,
    input: (_fields, params) => chosen(params),
    done: ({ key, version }, request) => ({
      to: instrumentsPaths.manage(),
      notice: { text: words(request)('wasWithdrawn'), undo: undo(request, instrumentsPaths.offer(key, version)) },
    }),
    page: managePage,
  }),
]
