import { type AnyForm, form } from '#platform'
import { addSmallerStep, addWish, answerStep, archiveWish, undoAnswer } from '#plans'
import { agreementForms } from './agreements/forms.ts'
import { dataForms } from './data/forms.ts'
import { recognitionForms } from './recognition/forms.ts'
import { togetherForms } from './together/pages.tsx'
import { deskPaths } from '../web/paths.ts'
import { myPage } from './my.page.tsx'
import { myPaths } from './my-paths.ts'
import { myPlanPage } from './my-plan.page.tsx'
import { notPage } from './not.page.tsx'
import { myTexts } from './texts.ts'

/** The dossier is named by the form and proved by the grant: another's is not found. */
const who = ['participant'] as const

const stepDoneForm = form({
  id: 'desk.stepDone',
  path: myPaths.done(':stepId'),
  who,
  useCase: answerStep,
  input: (fields, { stepId }) => ({
    participantId: fields.text('participantId'),
    stepId,
    version: fields.number('version'),
    answer: 'done',
  }),
  done: ({ stepId }) => ({ to: myPaths.answered(stepId) }),
  page: myPage,
})

const stepNotForm = form({
  id: 'desk.stepNot',
  path: myPaths.not(':stepId'),
  who,
  useCase: answerStep,
  input: (fields, { stepId }) => ({
    participantId: fields.text('participantId'),
    stepId,
    version: fields.number('version'),
    answer: fields.optional('answer') === 'done' ? undefined : fields.optional('answer'),
    ownWords: fields.optional('ownWords'),
  }),
  done: ({ stepId }) => ({ to: myPaths.answered(stepId) }),
  page: notPage,
  keepsWords: true,
})

const undoForm = form({
  id: 'desk.undoMyStep',
  path: myPaths.undo(':stepId'),
  who,
  useCase: undoAnswer,
  input: (fields, { stepId }) => ({ participantId: fields.text('participantId'), stepId, version: fields.number('version') }),
  done: (_output, request) => ({ to: deskPaths.my(), notice: { text: myTexts(request.lang).t('thanks.undone') } }),
  page: myPage,
})

const smallerForm = form({
  id: 'desk.smallerStep',
  path: myPaths.smaller(':stepId'),
  who,
  useCase: addSmallerStep,
  input: (fields, { stepId }) => ({
    participantId: fields.text('participantId'),
    stepId,
    title: fields.text('title'),
    language: fields.optional('language'),
  }),
  done: (_output, request) => ({ to: deskPaths.my(), notice: { text: myTexts(request.lang).t('smaller.saved') } }),
  page: myPage,
})

/** Leaves the thinking to the coach: a step of the coach, in the language that the coach reads. */
const askCoachForm = form({
  id: 'desk.askCoach',
  path: myPaths.askCoach(':stepId'),
  who,
  useCase: addSmallerStep,
  input: (fields, { stepId }) => ({
    participantId: fields.text('participantId'),
    stepId,
    title: myTexts('nl').t('smaller.coachTask'),
    who: 'coach',
    recognitionKind: 'none',
  }),
  done: (_output, request) => ({ to: deskPaths.my(), notice: { text: myTexts(request.lang).t('smaller.asked') } }),
  page: myPage,
})

const addWishForm = form({
  id: 'desk.addMyWish',
  path: myPaths.addWish(),
  who,
  useCase: addWish,
  input: fields => ({
    participantId: fields.text('participantId'),
    kind: fields.optional('kind'),
    words: fields.text('words'),
    language: fields.optional('language'),
  }),
  done: ({ wishId }, request) => {
    const { t } = myTexts(request.lang)
    const fields = { participantId: request.fields.text('participantId'), version: '1' }
    return {
      to: `${deskPaths.myPlan()}#wens`,
      notice: { text: t('plan.saved'), undo: { action: myPaths.removeWish(wishId), label: t('plan.undo'), fields } },
    }
  },
  page: myPlanPage,
})

const removeWishForm = form({
  id: 'desk.removeMyWish',
  path: myPaths.removeWish(':wishId'),
  who,
  useCase: archiveWish,
  input: (fields, { wishId }) => ({ participantId: fields.text('participantId'), wishId, version: fields.number('version') }),
  done: (_output, request) => ({ to: deskPaths.myPlan(), notice: { text: myTexts(request.lang).t('plan.removed') } }),
  page: myPlanPage,
})

export const myForms: readonly AnyForm[] = [
  stepDoneForm,
  stepNotForm,
  undoForm,
  smallerForm,
  askCoachForm,
  addWishForm,
  removeWishForm,
  ...agreementForms,
  ...recognitionForms,
  ...dataForms,
  ...togetherForms,
]
