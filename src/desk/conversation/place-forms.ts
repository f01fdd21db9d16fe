import { form, type FormFields, type PageRequest } from '#platform'
import { cancelPlacement, endPlacement, noteUnmetWish, reinstatePlacement, resolveUnmetWish, takePlace } from '#plans'
import { offersPage, TALKERS } from './pages.ts'
import { partPath, TALK } from './parts.ts'
import { idOf, textsOf, undoing } from './wish-forms.ts'

const toOffers = (request: PageRequest): string => partPath(idOf(request), 'offers')
const onVersion = (fields: FormFields, params: Readonly<Record<string, string>>) => ({
  ...params,
  version: fields.number('version'),
})

export const placeForms = [
  form({
    id: 'conversation.noteUnmetWish',
    path: `${TALK}/aanbod/:goalId/niets`,
    who: TALKERS,
    useCase: noteUnmetWish,
    input: (fields, params) => ({ ...params, whatLacks: fields.text('whatLacks') }),
    done: (_, request) => ({
      to: toOffers(request),
      notice: {
        text: textsOf(request)('offers.notedNotice'),
        undo: undoing(request, '/aanbod/:goalId/niets-terug', { goalId: request.params['goalId'] ?? '' }, {}),
      },
    }),
    page: offersPage,
  }),
  form({
    id: 'conversation.resolveUnmetWish',
    path: `${TALK}/aanbod/:goalId/niets-terug`,
    who: TALKERS,
    useCase: resolveUnmetWish,
    input: (_, params) => params,
    done: (_, request) => ({ to: toOffers(request), notice: { text: textsOf(request)('offers.resolved') } }),
    page: offersPage,
  }),
  form({
    id: 'conversation.takePlace',
    path: `${TALK}/plek/:placementId/nemen`,
    who: TALKERS,
    useCase: takePlace,
    input: onVersion,
    done: ({ placementId, version }, request) => ({
      to: toOffers(request),
      notice: {
        text: textsOf(request)('offers.taken'),
        undo: undoing(request, '/plek/:placementId/toch-niet', { placementId }, { version }),
      },
    }),
    page: offersPage,
  }),
  form({
    id: 'conversation.cancelPlacement',
    path: `${TALK}/plek/:placementId/toch-niet`,
    who: TALKERS,
    useCase: cancelPlacement,
    input: onVersion,
    done: ({ placementId, version }, request) => ({
      to: toOffers(request),
      notice: {
        text: textsOf(request)('offers.cancelled'),
        undo: undoing(request, '/plek/:placementId/terug', { placementId }, { version }),
      },
    }),
    page: offersPage,
  }),
  form({
    id: 'conversation.endPlacement',
    path: `${TALK}/plek/:placementId/stoppen`,
    who: TALKERS,
    useCase: endPlacement,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      outcome: fields.optional('outcome'),
      outcomeWords: fields.text('outcomeWords'),
    }),
    done: ({ placementId, version, waiting }, request) => {
      const t = textsOf(request)
      return {
        to: toOffers(request),
        notice: {
          text: waiting === 0 ? t('offers.ended') : t('offers.endedWaiting', { count: waiting }),
          undo: undoing(request, '/plek/:placementId/terug', { placementId }, { version }),
        },
      }
    },
    page: offersPage,
  }),
  form({
    id: 'conversation.reinstatePlacement',
    path: `${TALK}/plek/:placementId/terug`,
    who: TALKERS,
    useCase: reinstatePlacement,
    input: onVersion,
    done: (_, request) => ({ to: toOffers(request), notice: { text: textsOf(request)('offers.reinstated') } }),
    page: offersPage,
  }),
]
