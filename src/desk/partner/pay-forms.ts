import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import { payAtOwnPlace, restoreOwnPayment, withdrawOwnPayment } from '#plans'
import { deskPaths } from '../web/paths.ts'
import { partnerPage } from './partner.page.tsx'
import { ownPaymentPaths, payPath } from './pay-paths.ts'
import { partnerTexts } from './texts.ts'
import { PAY_VISITOR } from './visitors-part.tsx'

const say = (request: PageRequest) => partnerTexts(request.lang).t
const common = { who: ['partner'], page: partnerPage } as const
const to = deskPaths.partner()

const typed = (fields: FormFields) => {
  const euros = fields.number('amountCents')
  return {
    paidOn: fields.optional('paidOn'),
    amountCents: euros === undefined ? undefined : Math.round(euros * 100),
    kind: fields.optional('kind'),
    hours: fields.number('hours'),
  }
}
const undoing = (request: PageRequest, action: string, version: number) => ({
  action,
  label: say(request)('money.undo'),
  fields: { version: String(version) },
})

export const payForms: readonly AnyForm[] = [
  form({
    ...common,
    id: PAY_VISITOR,
    path: payPath(':placementId'),
    useCase: payAtOwnPlace,
    input: (fields, { placementId }) => ({ placementId, ...typed(fields) }),
    done: ({ paymentId, version, talkFirst }, request) => ({
      to,
      notice: {
        text: say(request)(talkFirst ? 'money.savedTalk' : 'money.saved'),
        undo: undoing(request, ownPaymentPaths.withdraw(paymentId), version),
      },
    }),
  }),
  form({
    ...common,
    id: 'desk.withdrawOwnPayment',
    path: ownPaymentPaths.withdraw(':paymentId'),
    useCase: withdrawOwnPayment,
    input: (fields, { paymentId }) => ({ paymentId, version: fields.number('version') }),
    done: ({ paymentId, version }, request) => ({
      to,
      notice: {
        text: say(request)('money.withdrawnNotice'),
        undo: undoing(request, ownPaymentPaths.restore(paymentId), version),
      },
    }),
  }),
  form({
    ...common,
    id: 'desk.restoreOwnPayment',
    path: ownPaymentPaths.restore(':paymentId'),
    useCase: restoreOwnPayment,
    input: (fields, { paymentId }) => ({ paymentId, version: fields.number('version') }),
    done: (_, request) => ({ to, notice: { text: say(request)('money.restored') } }),
  }),
]
