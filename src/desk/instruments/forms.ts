import { addGoal, addWish, archiveGoal, archiveWish } from '#plans'
import { amendFilled, discardFilling, finishFilling, renewDraft, restoreFilling, saveAnswers, startFilling } from '#instruments'
import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import { answerField, saidField } from './fill-fields.tsx'
import { fillPage, myFillPage } from './fill.page.tsx'
import { overviewPage } from './overview.page.tsx'
import { myQuestionnairesPage } from './my-questionnaires.page.tsx'
import { filledIdOf, formId, pathsIn, placeOf, type PlaceKind, ROUTES, WHO, withQuery } from './place.ts'
import { myResultPage, resultPage } from './result.page.tsx'
import { instrumentTexts } from './texts.ts'
import { myToPlanPage, toPlanPage } from './to-plan.page.tsx'

type Params = Readonly<Record<string, string>>

/** Whose dossier: named by the address, or by the own page's form; the grant proves it. */
const dossierOf = (fields: FormFields, params: Params) => params['participantId'] ?? fields.text('participantId')
const onFilled = (fields: FormFields, params: Params) => ({
  participantId: dossierOf(fields, params),
  filledId: filledIdOf(params),
  version: fields.number('version'),
})

/** One page of answers; an empty choice takes the answer away. */
const pageInput = (fields: FormFields, params: Params) => {
  const asked = fields
    .text('asked')
    .split(',')
    .filter(key => key !== '')
  const language = fields.optional('language') ?? 'nl'
  return {
    ...onFilled(fields, params),
    asked,
    answers: Object.fromEntries(
      asked.flatMap(key => {
        const answer = fields.number(answerField(key))
        return answer === undefined ? [] : [[key, answer]]
      }),
    ),
    marks: fields.list('marks'),
    said: Object.fromEntries(
      asked.flatMap(key => {
        const words = fields.optional(saidField(key))
        return words === undefined ? [] : [[key, { words, language }]]
      }),
    ),
  }
}

const formsIn = (kind: PlaceKind): readonly AnyForm[] => {
  const who = WHO[kind]
  const { id, ...routes } = ROUTES[kind]
  const pages =
    kind === 'own'
      ? { fill: myFillPage, result: myResultPage, toPlan: myToPlanPage, overview: myQuestionnairesPage }
      : { fill: fillPage, result: resultPage, toPlan: toPlanPage, overview: overviewPage }
  const pathsOf = (request: PageRequest) => {
    const place = placeOf(kind, request)
    if (!place.ok) throw new Error('A form was taken without a dossier')
    return pathsIn(place.value)
  }
  const t = (request: PageRequest) => instrumentTexts(request.lang).t
  const onwards = (filledId: string, request: PageRequest & { readonly fields: FormFields }) => {
    const asked = request.fields.text('go') === 'back' ? 'voor' : 'na'
    return withQuery(pathsOf(request).fill(filledId), { [asked]: request.fields.text('part'), taal: request.query['taal'] })
  }
  const undo = (request: PageRequest, action: string, fields: Readonly<Record<string, string>>) => ({
    action,
    label: t(request)('undo'),
    fields: { participantId: placeId(kind, request), ...fields },
  })
  return [
    form({
      id: formId('startFilling', kind),
      path: routes.start(),
      who,
      useCase: startFilling,
      input: (fields, params) => ({
        participantId: dossierOf(fields, params),
        key: fields.text('key'),
        view: fields.text('view'),
        beside: fields.optional('beside'),
      }),
      done: ({ filledId }, request) => ({ to: pathsOf(request).fill(filledId) }),
      page: pages.overview,
    }),
    form({
      id: formId('saveAnswers', kind),
      path: routes.fill(id),
      who,
      useCase: saveAnswers,
      input: pageInput,
      done: ({ filledId }, request) => ({ to: onwards(filledId, request) }),
      page: pages.fill,
    }),
    form({
      id: formId('amendAnswers', kind),
      path: routes.amend(id),
      who,
      useCase: amendFilled,
      input: pageInput,
      done: ({ filledId }, request) => ({ to: onwards(filledId, request) }),
      page: pages.fill,
    }),
    form({
      id: formId('finishFilling', kind),
      path: routes.finish(id),
      who,
      useCase: finishFilling,
      input: onFilled,
      done: ({ filledId }, request) => ({ to: pathsOf(request).result(filledId), notice: { text: t(request)('finished') } }),
      page: pages.fill,
    }),
    form({
      id: formId('renewDraft', kind),
      path: routes.renew(id),
      who,
      useCase: renewDraft,
      input: onFilled,
      done: ({ filledId }, request) => ({ to: pathsOf(request).fill(filledId), notice: { text: t(request)('newer.renewed') } }),
      page: pages.fill,
    }),
    form({
      id: formId('discardFilling', kind),
      path: routes.discard(id),
      who,
      useCase: discardFilling,
      input: onFilled,
      done: ({ filledId, version }, request) => ({
        to: pathsOf(request).overview(),
        notice: {
          text: t(request)('discarded'),
          undo: undo(request, pathsOf(request).restore(filledId), { version: String(version) }),
        },
      }),
      page: pages.result,
    }),
    form({
      id: formId('restoreFilling', kind),
      path: routes.restore(id),
      who,
      useCase: restoreFilling,
      input: onFilled,
      done: (_output, request) => ({ to: pathsOf(request).overview(), notice: { text: t(request)('restored') } }),
      page: pages.overview,
    }),
    form({
      id: formId('addWish', kind),
      path: routes.addWish(id),
      who,
      useCase: addWish,
      input: (fields, params) => ({
        participantId: dossierOf(fields, params),
        kind: 'wish',
        words: fields.text('words'),
        language: fields.optional('language'),
      }),
      done: ({ wishId }, request) => ({
        to: pathsOf(request).result(filledIdOf(request.params)),
        notice: {
          text: t(request)('plan.wishAdded'),
          undo: undo(request, `${pathsOf(request).addWish(filledIdOf(request.params))}/weg`, { wishId, version: '1' }),
        },
      }),
      page: pages.toPlan,
    }),
    form({
      id: formId('takeBackWish', kind),
      path: `${routes.addWish(id)}/weg`,
      who,
      useCase: archiveWish,
      input: (fields, params) => ({
        participantId: dossierOf(fields, params),
        wishId: fields.text('wishId'),
        version: fields.number('version'),
      }),
      done: (_output, request) => ({
        to: pathsOf(request).result(filledIdOf(request.params)),
        notice: { text: t(request)('plan.wishTaken') },
      }),
      page: pages.result,
    }),
  ]
}

const placeId = (kind: PlaceKind, request: PageRequest): string => {
  const place = placeOf(kind, request)
  return place.ok ? place.value.participantId : ''
}

const { id: ID, ...routes } = ROUTES.dossier
/** A goal is made with the coach. */
const goalForms: readonly AnyForm[] = [
  form({
    id: formId('addGoal', 'dossier'),
    path: routes.addGoal(ID),
    who: WHO.dossier,
    useCase: addGoal,
    input: (fields, params) => ({
      participantId: params['participantId'],
      title: fields.text('title'),
      language: fields.optional('language'),
      area: fields.optional('area'),
    }),
    done: ({ goalId }, request) => ({
      to: routes.result(ID).replace(':participantId', placeId('dossier', request)).replace(ID, filledIdOf(request.params)),
      notice: {
        text: instrumentTexts(request.lang).t('plan.goalAdded'),
        undo: {
          action: `${routes.addGoal(ID).replace(':participantId', placeId('dossier', request)).replace(ID, filledIdOf(request.params))}/weg`,
          label: instrumentTexts(request.lang).t('undo'),
          fields: { goalId, version: '1' },
        },
      },
    }),
    page: toPlanPage,
  }),
  form({
    id: 'desk.takeBackGoal',
    path: `${routes.addGoal(ID)}/weg`,
    who: WHO.dossier,
    useCase: archiveGoal,
    input: (fields, params) => ({
      participantId: params['participantId'],
      goalId: fields.text('goalId'),
      version: fields.number('version'),
      reason: 'mistake',
    }),
    done: (_output, request) => ({
      to: routes.result(ID).replace(':participantId', placeId('dossier', request)).replace(ID, filledIdOf(request.params)),
      notice: { text: instrumentTexts(request.lang).t('plan.goalTaken') },
    }),
    page: resultPage,
  }),
]

export const instrumentForms: readonly AnyForm[] = [...formsIn('dossier'), ...formsIn('own'), ...goalForms]
