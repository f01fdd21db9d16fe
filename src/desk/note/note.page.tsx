import { accept } from '#kernel'
import { addNote } from '#contacts'
import { form, page, type PageContext } from '#platform'
import { Actions, AppPage, Button, EmptyState, Form, LinkButton, Narrow, PageHead, renderPage, Select } from '#ui'
import { referralsPath } from '../links.ts'
import { type CaseloadLine, listCaseload } from '../people/list-caseload.ts'
import { deskPaths } from '../web/paths.ts'
import { NoteFields, noteTexts } from './note-fields.tsx'

const WHO = ['coach', 'workcoach'] as const

export const viewNote = (people: readonly CaseloadLine[], context: PageContext): string => {
  const { t } = noteTexts(context.lang)
  const about = context.query['deelnemer'] ?? ''
  return renderPage(
    <AppPage context={context} title={t('title')} width="narrow">
      <PageHead title={t('title')} />
      {people.length === 0 ? (
        <EmptyState title={t('empty')} action={<LinkButton href={referralsPath()}>{t('emptyAction')}</LinkButton>}>
          {t('emptyWords')}
        </EmptyState>
      ) : (
        <Narrow>
          <Form
            id="desk.note"
            action={deskPaths.note()}
            refused={context.form}
            values={{ participantId: about, kind: 'conversation', happenedOn: context.today }}
            labels={{ participantId: t('who'), words: t('words'), happenedOn: t('happenedOn') }}
            words={{ 'happenedOn.inFuture': t('inFuture') }}
            draft={`note:${about}`}
          >
            <Select
              name="participantId"
              label={t('who')}
              autoFocus={about === '' && context.form === undefined}
              options={people.map(person => ({ value: person.participantId, label: `${person.callName} ${person.surname}` }))}
            />
            <NoteFields context={context} autoFocus={about !== '' && context.form === undefined} />
            <Actions>
              <Button>{t('save')}</Button>
            </Actions>
          </Form>
        </Narrow>
      )}
    </AppPage>,
  )
}

export const notePage = page<readonly CaseloadLine[]>({
  id: 'desk.note',
  path: deskPaths.note(),
  who: WHO,
  load: async request => {
    const caseload = await request.run(listCaseload, {})
    return caseload.ok ? accept(caseload.value.people) : caseload
  },
  view: viewNote,
})

export const noteForm = form({
  id: 'desk.note',
  path: deskPaths.note(),
  who: WHO,
  useCase: addNote,
  input: fields => ({
    participantId: fields.text('participantId'),
    words: fields.text('words'),
    kind: fields.optional('kind'),
    happenedOn: fields.optional('happenedOn'),
  }),
  done: (_output, request) => ({
    to: deskPaths.dossier(request.fields.text('participantId')),
    notice: { text: noteTexts(request.lang).t('saved') },
  }),
  page: notePage,
})
