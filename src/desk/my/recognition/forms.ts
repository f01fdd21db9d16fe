import { type AnyForm, form, type FormFields } from '#platform'
import { chooseGoalRecognition, chooseRecognition, undoGoalRecognitionChoice, undoRecognitionChoice } from '#plans'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { CHOICE_FORMS } from './choose.tsx'
import { myRecognitionPage } from './my-recognition.page.tsx'
import { recognitionTexts } from './texts.ts'

const who = ['participant'] as const
type Params = Readonly<Record<string, string>>

const onVersion = (fields: FormFields, params: Params) => ({
  ...params,
  participantId: fields.text('participantId'),
  version: fields.number('version'),
})

/** A line of the list has an id. Own words go with "something else" only: what was chosen from the list has its own. */
const choiceIn = (fields: FormFields) => {
  const choice = fields.optional('choice')
  if (choice?.includes('-') === true) return { recognitionOptionId: choice }
  return { recognitionKind: choice, recognitionWords: choice === 'other' ? fields.text('recognitionWords') : '' }
}

const chosen = (
  kind: 'step' | 'goal',
  id: string,
  version: number,
  lang: Parameters<typeof recognitionTexts>[0],
  participantId: string,
) => {
  const { t } = recognitionTexts(lang)
  const fields = { participantId, version: String(version) }
  return {
    to: `${deskPaths.myRecognition()}#kies-${id}`,
    notice: {
      text: t('choose.saved'),
      undo: { action: myPaths.undoRecognitionChoice(kind, id), label: t('choose.undo'), fields },
    },
  }
}
const undone = (id: string, lang: Parameters<typeof recognitionTexts>[0]) => ({
  to: `${deskPaths.myRecognition()}#kies-${id}`,
  notice: { text: recognitionTexts(lang).t('choose.undone') },
})

export const recognitionForms: readonly AnyForm[] = [
  form({
    id: CHOICE_FORMS.step,
    path: myPaths.chooseRecognition('step', ':stepId'),
    who,
    useCase: chooseRecognition,
    input: (fields, params) => ({ ...onVersion(fields, params), ...choiceIn(fields) }),
    done: ({ stepId, version }, { lang, fields }) => chosen('step', stepId, version, lang, fields.text('participantId')),
    page: myRecognitionPage,
    keepsWords: true,
  }),
  form({
    id: CHOICE_FORMS.goal,
    path: myPaths.chooseRecognition('goal', ':goalId'),
    who,
    useCase: chooseGoalRecognition,
    input: (fields, params) => ({ ...onVersion(fields, params), ...choiceIn(fields) }),
    done: ({ goalId, version }, { lang, fields }) => chosen('goal', goalId, version, lang, fields.text('participantId')),
    page: myRecognitionPage,
    keepsWords: true,
  }),
  form({
    id: 'desk.undoRecognitionChoice',
    path: myPaths.undoRecognitionChoice('step', ':stepId'),
    who,
    useCase: undoRecognitionChoice,
    input: onVersion,
    done: ({ stepId }, { lang }) => undone(stepId, lang),
    page: myRecognitionPage,
  }),
  form({
    id: 'desk.undoGoalRecognitionChoice',
    path: myPaths.undoRecognitionChoice('goal', ':goalId'),
    who,
    useCase: undoGoalRecognitionChoice,
    input: onVersion,
    done: ({ goalId }, { lang }) => undone(goalId, lang),
    page: myRecognitionPage,
  }),
]
