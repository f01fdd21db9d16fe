import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import {
  addWorkPlacement,
  type AllowanceSignal,
  amendPayment,
  amendWorkPlacement,
  cancelWorkPlacement,
  endWorkPlacement,
  extendWorkPlacement,
  handleMoment,
  recordPayment,
  reinstateWorkPlacement,
  reopenMoment,
  restorePayment,
  withdrawPayment,
} from '#plans'
import { sayList } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { AMEND_PAYMENT, PAY, typedPayment } from './payments-part.tsx'
import { workTexts } from './texts.ts'
import { END, EXTEND } from './work-card.tsx'
import { ADD_WORK, AMEND_WORK, amendWorkPage, newWorkPage, typedWork } from './work-form.page.tsx'
import { workPage } from './work.page.tsx'
import { workPaths } from './work-paths.ts'

const WHO = ['coach', 'workcoach'] as const
const [ID, PAYMENT, WORK] = [':participantId', ':paymentId', ':workPlacementId'] as const
const idOf = (request: PageRequest): string => request.params['participantId'] ?? ''
const here = (request: PageRequest, anchor = ''): string => `${deskPaths.work(idOf(request))}${anchor}`
const say = (request: PageRequest) => workTexts(request.lang).t
const onVersion = (fields: FormFields, params: Readonly<Record<string, string>>) => ({
  ...params,
  version: fields.number('version'),
})

const undoing = (request: PageRequest, action: string, version: number, more: Readonly<Record<string, string>> = {}) => ({
  action,
  label: say(request)('undo'),
  fields: { version: String(version), ...more },
})

/** What was saved, and what stands out now. */
const withSignal = (request: PageRequest, words: string, signal: AllowanceSignal | undefined): string =>
  signal === undefined ? words : `${words} ${say(request)(`signals.${signal}`)}`
const withBeside = (request: PageRequest, words: string, beside: readonly { readonly workplace: string }[]): string => {
  if (beside.length === 0) return words
  const places = sayList(
    beside.map(({ workplace }) => workplace),
    request.lang,
  )
  return `${words} ${say(request)('work.beside', { places })}`
}

const onPage = { who: WHO, page: workPage } as const

const paymentForms: readonly AnyForm[] = [
  form({
    ...onPage,
    id: PAY,
    path: workPaths.pay(ID),
    useCase: recordPayment,
    input: (fields, params) => ({ ...params, ...typedPayment(fields) }),
    done: ({ paymentId, version, signal }, request) => ({
      to: here(request, '#vergoeding'),
      notice: {
        text: withSignal(request, say(request)('pay.saved'), signal),
        undo: undoing(request, workPaths.withdrawPayment(idOf(request), paymentId), version),
      },
    }),
  }),
  form({
    ...onPage,
    id: AMEND_PAYMENT,
    path: workPaths.amendPayment(ID, PAYMENT),
    useCase: amendPayment,
    input: (fields, params) => ({ ...onVersion(fields, params), ...typedPayment(fields), why: fields.text('why') }),
    done: ({ signal }, request) => ({
      to: here(request, '#vergoeding'),
      notice: { text: withSignal(request, say(request)('pay.amended'), signal) },
    }),
  }),
  form({
    ...onPage,
    id: 'desk.withdrawPayment',
    path: workPaths.withdrawPayment(ID, PAYMENT),
    useCase: withdrawPayment,
    input: onVersion,
    done: ({ paymentId, version }, request) => ({
      to: here(request, '#vergoeding'),
      notice: {
        text: say(request)('pay.withdrawnNotice'),
        undo: undoing(request, workPaths.restorePayment(idOf(request), paymentId), version),
      },
    }),
  }),
  form({
    ...onPage,
    id: 'desk.restorePayment',
    path: workPaths.restorePayment(ID, PAYMENT),
    useCase: restorePayment,
    input: onVersion,
    done: ({ signal }, request) => ({
      to: here(request, '#vergoeding'),
      notice: { text: withSignal(request, say(request)('pay.restored'), signal) },
    }),
  }),
]

const placeForms: readonly AnyForm[] = [
  form({
    id: ADD_WORK,
    path: workPaths.newWork(ID),
    who: WHO,
    page: newWorkPage,
    useCase: addWorkPlacement,
    input: (fields, params) => ({ ...params, kind: fields.text('kind'), ...typedWork(fields) }),
    done: ({ workPlacementId, version, beside }, request) => ({
      to: here(request),
      notice: {
        text: withBeside(request, say(request)('work.added'), beside),
        undo: undoing(request, workPaths.cancel(idOf(request), workPlacementId), version),
      },
    }),
  }),
  form({
    id: AMEND_WORK,
    path: workPaths.amend(ID, WORK),
    who: WHO,
    page: amendWorkPage,
    useCase: amendWorkPlacement,
    input: (fields, params) => ({ ...onVersion(fields, params), ...typedWork(fields) }),
    done: ({ beside }, request) => ({
      to: here(request),
      notice: { text: withBeside(request, say(request)('work.amended'), beside) },
    }),
  }),
  form({
    ...onPage,
    id: EXTEND,
    path: workPaths.extend(ID, WORK),
    useCase: extendWorkPlacement,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      endsOn: fields.optional('endsOn'),
      whyLonger: fields.text('whyLonger'),
    }),
    done: ({ beside }, request) => ({
      to: here(request),
      notice: { text: withBeside(request, say(request)('work.extended'), beside) },
    }),
  }),
  form({
    ...onPage,
    id: END,
    path: workPaths.end(ID, WORK),
    useCase: endWorkPlacement,
    input: (fields, params) => ({
      ...onVersion(fields, params),
      outcome: fields.optional('outcome'),
      outcomeWords: fields.text('outcomeWords'),
      endedOn: fields.optional('endedOn'),
    }),
    done: ({ workPlacementId, version }, request) => ({
      to: here(request),
      notice: {
        text: say(request)('work.ended'),
        undo: undoing(request, workPaths.reinstate(idOf(request), workPlacementId), version),
      },
    }),
  }),
  form({
    ...onPage,
    id: 'desk.cancelWork',
    path: workPaths.cancel(ID, WORK),
    useCase: cancelWorkPlacement,
    input: onVersion,
    done: ({ workPlacementId, version }, request) => ({
      to: here(request),
      notice: {
        text: say(request)('work.cancelledNotice'),
        undo: undoing(request, workPaths.reinstate(idOf(request), workPlacementId), version),
      },
    }),
  }),
  form({
    ...onPage,
    id: 'desk.reinstateWork',
    path: workPaths.reinstate(ID, WORK),
    useCase: reinstateWorkPlacement,
    input: onVersion,
    done: (_, request) => ({ to: here(request), notice: { text: say(request)('work.reinstated') } }),
  }),
  form({
    ...onPage,
    id: 'desk.handleMoment',
    path: workPaths.moment(ID, WORK),
    useCase: handleMoment,
    input: (fields, params) => ({ ...onVersion(fields, params), moment: fields.text('moment') }),
    done: ({ workPlacementId, version }, request) => ({
      to: here(request),
      notice: {
        text: say(request)('work.handledNotice'),
        undo: undoing(request, workPaths.reopenMoment(idOf(request), workPlacementId), version, {
          moment: request.fields.text('moment'),
        }),
      },
    }),
  }),
  form({
    ...onPage,
    id: 'desk.reopenMoment',
    path: workPaths.reopenMoment(ID, WORK),
    useCase: reopenMoment,
    input: (fields, params) => ({ ...onVersion(fields, params), moment: fields.text('moment') }),
    done: (_, request) => ({ to: here(request), notice: { text: say(request)('work.reopened') } }),
  }),
]

export const workForms: readonly AnyForm[] = [...paymentForms, ...placeForms]
