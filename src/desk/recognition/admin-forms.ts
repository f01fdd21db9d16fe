import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import {
  addRecognitionBudget,
  addRecognitionOption,
  amendRecognitionBudget,
  amendRecognitionOption,
  archiveRecognitionOption,
  restoreRecognitionOption,
} from '#plans'
import { deskPaths } from '../web/paths.ts'
import { recognitionAdminPage } from './admin.page.tsx'
import { recognitionTexts } from './texts.ts'

const WHO = ['beheer'] as const
const OPTION = ':optionId'
type Params = Readonly<Record<string, string>>
const words = (request: PageRequest) => recognitionTexts(request.lang).t
const here = deskPaths.recognitionAdmin()

const cents = (fields: FormFields): number | undefined => {
  const euros = fields.number('euros')
  return euros === undefined ? undefined : Math.round(euros * 100)
}
const optionInput = (fields: FormFields, params: Params) => ({
  ...params,
  kind: fields.optional('kind'),
  words: fields.text('words'),
  valueCents: cents(fields),
  countsAs: fields.optional('countsAs'),
})
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })

export const recognitionAdminForms: readonly AnyForm[] = [
  form({
    id: 'desk.addRecognitionOption',
    path: here,
    who: WHO,
    useCase: addRecognitionOption,
    input: optionInput,
    done: ({ optionId }, request) => ({
      to: here,
      notice: {
        text: words(request)('admin.added'),
        undo: {
          action: deskPaths.recognitionOption(optionId, 'weg'),
          label: words(request)('admin.undo'),
          fields: { version: '1' },
        },
      },
    }),
    page: recognitionAdminPage,
  }),
  form({
    id: 'desk.amendRecognitionOption',
    path: deskPaths.recognitionOption(OPTION, 'wijzigen'),
    who: WHO,
    useCase: amendRecognitionOption,
    input: (fields, params) => ({ ...optionInput(fields, params), version: fields.number('version') }),
    done: (_, request) => ({ to: here, notice: { text: words(request)('admin.amended') } }),
    page: recognitionAdminPage,
  }),
  form({
    id: 'desk.archiveRecognitionOption',
    path: deskPaths.recognitionOption(OPTION, 'weg'),
    who: WHO,
    useCase: archiveRecognitionOption,
    input: onVersion,
    done: ({ optionId, version }, request) => ({
      to: here,
      notice: {
        text: words(request)('admin.archived'),
        undo: {
          action: deskPaths.recognitionOption(optionId, 'terug'),
          label: words(request)('admin.undo'),
          fields: { version: String(version) },
        },
      },
    }),
    page: recognitionAdminPage,
  }),
  form({
    id: 'desk.restoreRecognitionOption',
    path: deskPaths.recognitionOption(OPTION, 'terug'),
    who: WHO,
    useCase: restoreRecognitionOption,
    input: onVersion,
    done: (_, request) => ({ to: here, notice: { text: words(request)('admin.restored') } }),
    page: recognitionAdminPage,
  }),
  form({
    id: 'desk.addRecognitionBudget',
    path: deskPaths.recognitionBudgets(),
    who: WHO,
    useCase: addRecognitionBudget,
    input: fields => ({
      year: fields.number('year'),
      organisationId: fields.optional('organisationId'),
      amountCents: cents(fields),
    }),
    done: (_, request) => ({ to: here, notice: { text: words(request)('admin.budgetAdded') } }),
    page: recognitionAdminPage,
  }),
  form({
    id: 'desk.amendRecognitionBudget',
    path: deskPaths.recognitionBudget(':budgetId'),
    who: WHO,
    useCase: amendRecognitionBudget,
    input: (fields, params) => ({ ...onVersion(fields, params), amountCents: cents(fields) }),
    done: (_, request) => ({ to: here, notice: { text: words(request)('admin.budgetAmended') } }),
    page: recognitionAdminPage,
  }),
]
