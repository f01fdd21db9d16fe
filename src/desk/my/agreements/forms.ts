import { type AnyForm, form } from '#platform'
import { markPromise, unmarkPromise } from '#plans'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { myAgreementsPage } from './my-agreements.page.tsx'
import { agreementTexts } from './texts.ts'

const who = ['participant'] as const
const at = (agreementId: string): string => `${deskPaths.myAgreements()}#afspraak-${agreementId}`

const markPromiseForm = form({
  id: 'desk.markPromise',
  path: myPaths.markPromise(':agreementId'),
  who,
  useCase: markPromise,
  input: (fields, { agreementId }) => ({
    participantId: fields.text('participantId'),
    agreementId,
    version: fields.number('version'),
    outcome: fields.optional('outcome'),
    words: fields.text('words'),
  }),
  done: ({ agreementId, version }, request) => {
    const { t } = agreementTexts(request.lang)
    const fields = { participantId: request.fields.text('participantId'), version: String(version) }
    return {
      to: at(agreementId),
      notice: { text: t('marked'), undo: { action: myPaths.unmarkPromise(agreementId), label: t('undo'), fields } },
    }
  },
  page: myAgreementsPage,
})

const unmarkPromiseForm = form({
  id: 'desk.unmarkPromise',
  path: myPaths.unmarkPromise(':agreementId'),
  who,
  useCase: unmarkPromise,
  input: (fields, { agreementId }) => ({
    participantId: fields.text('participantId'),
    agreementId,
    version: fields.number('version'),
  }),
  done: ({ agreementId }, request) => ({ to: at(agreementId), notice: { text: agreementTexts(request.lang).t('undone') } }),
  page: myAgreementsPage,
})

export const agreementForms: readonly AnyForm[] = [markPromiseForm, unmarkPromiseForm]
