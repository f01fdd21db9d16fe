import { form, page, type PageContext } from '#platform'
import { supplyPaths } from '#supply/paths'
import { Actions, AppPage, Breadcrumbs, Button, Form, Narrow, PageHead, Paragraph, renderPage, TextArea } from '#ui'
import { listSynonyms, loadSynonyms } from '../use-cases/load-synonyms.ts'
import { matchingPaths } from './paths.ts'
import { matchingTexts } from './texts.ts'

const WHO = ['beheer'] as const

interface Synonyms {
  readonly sets: readonly (readonly string[])[]
}

const linesOf = ({ form: refused }: PageContext): string => {
  const lines = refused?.refusal.details?.['lines']
  return Array.isArray(lines) ? lines.join(', ') : ''
}

export const viewSynonyms = ({ sets }: Synonyms, context: PageContext): string => {
  const { t } = matchingTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('words.title')}>
      <Breadcrumbs items={[{ href: supplyPaths.offers(), label: t('words.supply') }]} />
      <PageHead title={t('words.title')} />
      <Narrow>
        <Paragraph>{t('words.lead')}</Paragraph>
        <Form
          id="matching.synonyms"
          action={matchingPaths.synonyms()}
          refused={context.form}
          values={{ list: sets.map(words => words.join(', ')).join('\n') }}
          labels={{ list: t('words.list') }}
          words={{
            'list.linesWithoutWords': t('words.wrongLines', { lines: linesOf(context) }),
            'list.tooLong': t('words.tooLong'),
          }}
          draft="synonyms"
        >
          <TextArea name="list" label={t('words.list')} hint={t('words.hint')} rows={16} optional />
          <Actions>
            <Button>{t('words.save')}</Button>
          </Actions>
        </Form>
      </Narrow>
    </AppPage>,
  )
}

export const synonymsPage = page<Synonyms>({
  id: 'matching.synonyms',
  path: matchingPaths.synonyms(),
  who: WHO,
  load: request => request.run(listSynonyms, {}),
  view: viewSynonyms,
})

export const synonymsForm = form({
  id: 'matching.synonyms',
  path: matchingPaths.synonyms(),
  who: WHO,
  useCase: loadSynonyms,
  input: fields => ({ list: fields.text('list') }),
  done: (output, request) => ({
    to: matchingPaths.synonyms(),
    notice: { text: matchingTexts(request.lang).t('words.saved', { count: output.sets }) },
  }),
  page: synonymsPage,
})
