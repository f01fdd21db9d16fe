import { form, type FormFields, type PageRequest } from '#platform'
import { addWish, amendWish, archiveWish, restoreWish, setPractical } from '#plans'
import { practicalPage, TALKERS, wishPage } from './pages.ts'
import { partPath, TALK, talkPath } from './parts.ts'
import { talkTexts } from './texts.ts'

type Done = PageRequest & { readonly fields: FormFields }
type Params = Readonly<Record<string, string>>

export const idOf = (request: PageRequest): string => request.params['participantId'] ?? ''
export const textsOf = (request: PageRequest) => talkTexts(request.lang).t
/** A form that takes back what was just done. */
export const undoing = (
  request: PageRequest,
  below: string,
  params: Params,
  fields: Readonly<Record<string, string | number>>,
) => ({
  action: talkPath(below, { participantId: idOf(request), ...params }),
  label: textsOf(request)('undo'),
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
})

const wishInput = (fields: FormFields, params: Params) => ({
  ...params,
  words: fields.text('words'),
  language: fields.optional('language'),
})
const toWish = (request: Done): string => partPath(idOf(request), 'wish')
const onVersion = (fields: FormFields, params: Params) => ({ ...params, version: fields.number('version') })

export const wishForms = [
  form({
    id: 'conversation.addWish',
    path: `${TALK}/wens`,
    who: TALKERS,
    useCase: addWish,
    input: (fields, params) => ({ ...wishInput(fields, params), kind: 'wish' }),
    done: ({ wishId }, request) => ({
      to: toWish(request),
      notice: {
        text: textsOf(request)('wish.saved'),
        undo: undoing(request, '/wens/:wishId/weghalen', { wishId }, { version: 1 }),
      },
    }),
    page: wishPage,
  }),
  form({
    id: 'conversation.addStrength',
    path: `${TALK}/kracht`,
    who: TALKERS,
    useCase: addWish,
    input: (fields, params) => ({ ...wishInput(fields, params), kind: 'strength' }),
    done: ({ wishId }, request) => ({
      to: toWish(request),
      notice: {
        text: textsOf(request)('wish.strengthSaved'),
        undo: undoing(request, '/wens/:wishId/weghalen', { wishId }, { version: 1 }),
      },
    }),
    page: wishPage,
  }),
  form({
    id: 'conversation.amendWish',
    path: `${TALK}/wens/:wishId/wijzigen`,
    who: TALKERS,
    useCase: amendWish,
    input: (fields, params) => ({ ...wishInput(fields, params), version: fields.number('version') }),
    done: (_, request) => ({ to: toWish(request), notice: { text: textsOf(request)('wish.amended') } }),
    page: wishPage,
  }),
  form({
    id: 'conversation.archiveWish',
    path: `${TALK}/wens/:wishId/weghalen`,
    who: TALKERS,
    useCase: archiveWish,
    input: onVersion,
    done: ({ wishId, version }, request) => ({
      to: toWish(request),
      notice: {
        text: textsOf(request)('wish.removed'),
        undo: undoing(request, '/wens/:wishId/terugzetten', { wishId }, { version }),
      },
    }),
    page: wishPage,
  }),
  form({
    id: 'conversation.restoreWish',
    path: `${TALK}/wens/:wishId/terugzetten`,
    who: TALKERS,
    useCase: restoreWish,
    input: onVersion,
    done: (_, request) => ({ to: toWish(request), notice: { text: textsOf(request)('wish.restored') } }),
    page: wishPage,
  }),
]

const cents = (euros: number | undefined): number | undefined => (euros === undefined ? undefined : Math.round(euros * 100))
const childcare = (answer: string): boolean | undefined => (answer === 'yes' ? true : answer === 'no' ? false : undefined)

export const practicalForm = form({
  id: 'conversation.setPractical',
  path: `${TALK}/praktisch`,
  who: TALKERS,
  useCase: setPractical,
  input: (fields, params) => ({
    ...params,
    version: fields.number('version'),
    dayParts: fields.list('dayParts'),
    maxDistanceKm: fields.number('maxDistanceKm'),
    travelMode: fields.optional('travelMode'),
    dutchLevel: fields.optional('dutchLevel'),
    languages: fields.list('languages'),
    energy: fields.optional('energy'),
    needsChildcare: childcare(fields.text('childcare')),
    maxCostCents: cents(fields.number('maxCostCents')),
    remarks: fields.text('remarks'),
  }),
  done: (_, request) => ({ to: partPath(idOf(request), 'goal'), notice: { text: textsOf(request)('practical.saved') } }),
  page: practicalPage,
})
