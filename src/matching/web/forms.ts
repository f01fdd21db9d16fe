import { ParticipantId } from '#kernel'
import { dossierPath } from '#people/paths'
import { type AnyForm, form, type PageRequest } from '#platform'
import {
  archiveGoal,
  cancelPlacement,
  noteUnmetWish,
  placeAtOffer,
  reinstatePlacement,
  reopenGoal,
  resolveUnmetWish,
} from '#plans'
import { offersPage } from './offers.page.tsx'
import { matchingPaths } from './paths.ts'
import { readReasons } from './reasons-field.ts'
import { matchingTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const
const ON = [':participantId', ':goalId'] as const

const t = (request: PageRequest) => matchingTexts(request.lang).t
const on = ({ params }: PageRequest): readonly [string, string] => [params['participantId'] ?? '', params['goalId'] ?? '']
const here = (request: PageRequest): string => matchingPaths.offers(...on(request))

const dossierOn = (request: PageRequest): string => dossierPath(ParticipantId.parse(on(request)[0]))

type Params = Readonly<Record<string, string>>
const dossierOf = (params: Params) => ({ participantId: params['participantId'] })
const goalOf = (params: Params) => ({ ...dossierOf(params), goalId: params['goalId'] })
const placementOf = (params: Params) => ({ ...dossierOf(params), placementId: params['placementId'] })

const undoOf = (request: PageRequest, action: string, version?: number) => ({
  action,
  label: t(request)('undo'),
  fields: version === undefined ? {} : { version: String(version) },
})

const chooseForm = form({
  id: 'matching.choose',
  path: matchingPaths.choose(...ON),
  who: WHO,
  useCase: placeAtOffer,
  input: (fields, params) => ({
    ...goalOf(params),
    offerId: fields.text('offerId'),
    reasons: readReasons(fields.text('reasons')),
  }),
  done: (output, request) => {
    const { fields } = request
    const values = {
      name: fields.optional('callName') ?? t(request)('chosenSomebody'),
      offer: fields.text('offerName'),
      number: output.queuePosition ?? 1,
    }
    const fromDossier = fields.text('from') === 'dossier'
    return {
      to: fromDossier ? dossierOn(request) : here(request),
      notice: {
        text: t(request)(output.state === 'placed' ? 'chosen' : 'chosenQueue', values),
        undo: undoOf(request, matchingPaths.cancel(...on(request), output.placementId), 1),
      },
    }
  },
  page: offersPage,
})

const cancelForm = form({
  id: 'matching.cancel',
  path: matchingPaths.cancel(...ON, ':placementId'),
  who: WHO,
  useCase: cancelPlacement,
  input: (fields, params) => ({ ...placementOf(params), version: fields.number('version') }),
  done: (output, request) => ({
    to: here(request),
    notice: {
      text: output.waiting === 0 ? t(request)('cancelled') : t(request)('cancelledWaiting', { count: output.waiting }),
      undo: undoOf(request, matchingPaths.reinstate(...on(request), output.placementId), output.version),
    },
  }),
  page: offersPage,
})

const reinstateForm = form({
  id: 'matching.reinstate',
  path: matchingPaths.reinstate(...ON, ':placementId'),
  who: WHO,
  useCase: reinstatePlacement,
  input: (fields, params) => ({ ...placementOf(params), version: fields.number('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('reinstated') } }),
  page: offersPage,
})

const nothingFitsForm = form({
  id: 'matching.nothingFits',
  path: matchingPaths.nothingFits(...ON),
  who: WHO,
  useCase: noteUnmetWish,
  input: (fields, params) => ({ ...goalOf(params), whatLacks: fields.text('whatLacks') }),
  done: (_output, request) => ({
    to: `${here(request)}#niets`,
    notice: { text: t(request)('noted'), undo: undoOf(request, matchingPaths.somethingFits(...on(request))) },
  }),
  page: offersPage,
})

const somethingFitsForm = form({
  id: 'matching.somethingFits',
  path: matchingPaths.somethingFits(...ON),
  who: WHO,
  useCase: resolveUnmetWish,
  input: (_fields, params) => goalOf(params),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('unnoted') } }),
  page: offersPage,
})

const archiveForm = form({
  id: 'matching.archive',
  path: matchingPaths.archive(...ON),
  who: WHO,
  useCase: archiveGoal,
  input: (fields, params) => ({
    ...goalOf(params),
    version: fields.number('version'),
    reason: 'noSuitableActivity',
    whatLacks: fields.text('whatLacks'),
  }),
  done: (output, request) => ({
    to: dossierOn(request),
    notice: { text: t(request)('archived'), undo: undoOf(request, matchingPaths.reopen(...on(request)), output.version) },
  }),
  page: offersPage,
})

const reopenForm = form({
  id: 'matching.reopen',
  path: matchingPaths.reopen(...ON),
  who: WHO,
  useCase: reopenGoal,
  input: (fields, params) => ({ ...goalOf(params), version: fields.number('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('reopened') } }),
  page: offersPage,
})

export const matchingForms: readonly AnyForm[] = [
  chooseForm,
  cancelForm,
  reinstateForm,
  nothingFitsForm,
  somethingFitsForm,
  archiveForm,
  reopenForm,
]
