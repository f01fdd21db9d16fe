import { CalendarDay } from '#kernel'
import { type AnyForm, form, type PageRequest } from '#platform'
import {
  holdReview,
  isWeekend,
  moveReview,
  putReviewOnHold,
  reopenReview,
  resumeReview,
  showWebAtReview,
  writeReviewWord,
} from '#trajectories'
import { sayDay } from '#ui'
import { reviewPaths } from './paths.ts'
import { webAgain, webChosen } from './web-fields.ts'
import { planReviewTalk } from './plan-review-talk.ts'
import { reviewPage } from './review.page.tsx'
import { reviewsPage } from './reviews.page.tsx'
import { measuredTexts, reviewTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const
const ID = ':participantId'
const REVIEW = ':reviewId'
const t = (request: PageRequest) => reviewTexts(request.lang).t
const personOf = (request: PageRequest): string => request.params['participantId'] ?? ''
const reviewOf = (request: PageRequest): string => request.params['reviewId'] ?? ''
const here = (request: PageRequest): string => reviewPaths.one(personOf(request), reviewOf(request))
const typedDay = (text: string): CalendarDay | undefined => CalendarDay.safeParse(text).data

const planForm = form({
  id: 'desk.planReviewTalk',
  path: reviewPaths.plan(ID),
  who: WHO,
  useCase: planReviewTalk,
  input: (fields, params) => ({
    ...params,
    trajectoryId: fields.text('trajectoryId'),
    plannedOn: fields.text('plannedOn'),
    time: fields.optional('time'),
    place: fields.optional('place'),
  }),
  done: (_output, request) => {
    const day = typedDay(request.fields.text('plannedOn'))
    const weekend = day !== undefined && isWeekend(day)
    return { to: reviewPaths.list(personOf(request)), notice: { text: t(request)(weekend ? 'plan.weekend' : 'plan.done') } }
  },
  page: reviewsPage,
})

const savedWords = (request: PageRequest & { readonly fields: { text: (name: string) => string } }): string => {
  const day = typedDay(request.fields.text('nextOn'))
  if (day === undefined) return t(request)('one.saved')
  return t(request)(isWeekend(day) ? 'one.savedWeekend' : 'one.savedNext', { day: sayDay(day, request.today, request.lang) })
}

const holdForm = form({
  id: 'desk.holdReview',
  path: reviewPaths.hold(ID, REVIEW),
  who: WHO,
  useCase: holdReview,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    goesOn: fields.text('goesOn'),
    changes: fields.text('changes'),
    heldOn: fields.optional('heldOn'),
    nextOn: fields.optional('nextOn'),
  }),
  done: ({ reviewId, version, nextReviewId }, request) => ({
    to: reviewPaths.list(personOf(request)),
    notice: {
      text: savedWords(request),
      undo: {
        action: reviewPaths.reopen(personOf(request), reviewId),
        label: '',
        fields: { version: String(version), ...(nextReviewId === undefined ? {} : { nextReviewId }) },
      },
    },
  }),
  page: reviewPage,
})

const reopenForm = form({
  id: 'desk.reopenReview',
  path: reviewPaths.reopen(ID, REVIEW),
  who: WHO,
  useCase: reopenReview,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    nextReviewId: fields.optional('nextReviewId'),
  }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('one.undone') } }),
  page: reviewPage,
})

const moveForm = form({
  id: 'desk.moveReview',
  path: reviewPaths.move(ID, REVIEW),
  who: WHO,
  useCase: moveReview,
  input: (fields, params) => ({ ...params, version: fields.text('version'), plannedOn: fields.text('plannedOn') }),
  done: (_output, request) => {
    const day = typedDay(request.fields.text('plannedOn'))
    const text = day !== undefined && isWeekend(day) ? t(request)('plan.weekend') : t(request)('move.done')
    return { to: here(request), notice: { text } }
  },
  page: reviewPage,
})

const waitForm = form({
  id: 'desk.putReviewOnHold',
  path: reviewPaths.wait(ID, REVIEW),
  who: WHO,
  useCase: putReviewOnHold,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    holdUntil: fields.text('holdUntil'),
    holdReason: fields.text('holdReason'),
  }),
  done: ({ reviewId, version }, request) => {
    const day = typedDay(request.fields.text('holdUntil'))
    return {
      to: here(request),
      notice: {
        text: t(request)('wait.done', { day: day === undefined ? '' : sayDay(day, request.today, request.lang) }),
        undo: { action: reviewPaths.resume(personOf(request), reviewId), label: '', fields: { version: String(version) } },
      },
    }
  },
  page: reviewPage,
})

const resumeForm = form({
  id: 'desk.resumeReview',
  path: reviewPaths.resume(ID, REVIEW),
  who: WHO,
  useCase: resumeReview,
  input: (fields, params) => ({ ...params, version: fields.text('version') }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('wait.resumed') } }),
  page: reviewPage,
})

const ownWordForm = form({
  id: 'desk.writeReviewWord',
  path: reviewPaths.ownWord(ID, REVIEW),
  who: WHO,
  useCase: writeReviewWord,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    words: fields.text('words'),
    language: fields.optional('language'),
  }),
  done: (_output, request) => ({ to: here(request), notice: { text: t(request)('one.wordsSaved') } }),
  page: reviewPage,
})

const webForm = form({
  id: 'desk.showWebAtReview',
  path: reviewPaths.web(ID, REVIEW),
  who: WHO,
  useCase: showWebAtReview,
  input: (fields, params) => ({ ...params, version: fields.text('version'), ...webChosen(fields) }),
  done: ({ shows, version }, request) => ({
    to: `${here(request)}#web`,
    notice: {
      text: measuredTexts(request.lang).t(shows ? 'web.shown' : 'web.hidden'),
      undo: { action: reviewPaths.web(personOf(request), reviewOf(request)), label: '', fields: webAgain(shows, version) },
    },
  }),
  page: reviewPage,
})

export const reviewForms: readonly AnyForm[] = [
  planForm,
  holdForm,
  reopenForm,
  moveForm,
  waitForm,
  resumeForm,
  ownWordForm,
  webForm,
]
