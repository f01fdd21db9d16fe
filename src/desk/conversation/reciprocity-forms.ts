import { form, type FormFields, type PageRequest } from '#platform'
import { addReciprocity, amendReciprocity, archiveReciprocity, restoreReciprocity } from '#plans'
import { agreementsPage, TALKERS } from './pages.ts'
import { partPath, TALK } from './parts.ts'
import { planTexts } from './plan-texts.ts'
import { idOf, undoing } from './wish-forms.ts'

type Params = Readonly<Record<string, string>>
const toGiving = (request: PageRequest): string => `${partPath(idOf(request), 'agreements')}#geven`
const words = (request: PageRequest) => planTexts(request.lang).t
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })
const giving = (fields: FormFields, params: Params) => ({
  ...params,
  words: fields.text('words'),
  language: fields.optional('language'),
  hoursPerWeek: fields.number('hoursPerWeek'),
})

export const reciprocityForms = [
  form({
    id: 'conversation.addReciprocity',
    path: `${TALK}/geven`,
    who: TALKERS,
    useCase: addReciprocity,
    input: giving,
    done: ({ reciprocityId }, request) => ({
      to: toGiving(request),
      notice: {
        text: words(request)('reciprocity.added'),
        undo: undoing(request, '/geven/:reciprocityId/weghalen', { reciprocityId }, { version: 1 }),
      },
    }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.amendReciprocity',
    path: `${TALK}/geven/:reciprocityId/wijzigen`,
    who: TALKERS,
    useCase: amendReciprocity,
    input: (fields, params) => ({ ...giving(fields, params), version: fields.number('version') }),
    done: (_, request) => ({ to: toGiving(request), notice: { text: words(request)('reciprocity.amended') } }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.archiveReciprocity',
    path: `${TALK}/geven/:reciprocityId/weghalen`,
    who: TALKERS,
    useCase: archiveReciprocity,
    input: onVersion,
    done: ({ reciprocityId, version }, request) => ({
      to: toGiving(request),
      notice: {
        text: words(request)('reciprocity.removed'),
        undo: undoing(request, '/geven/:reciprocityId/terugzetten', { reciprocityId }, { version }),
      },
    }),
    page: agreementsPage,
  }),
  form({
    id: 'conversation.restoreReciprocity',
    path: `${TALK}/geven/:reciprocityId/terugzetten`,
    who: TALKERS,
    useCase: restoreReciprocity,
    input: onVersion,
    done: (_, request) => ({ to: toGiving(request), notice: { text: words(request)('reciprocity.restored') } }),
    page: agreementsPage,
  }),
]
