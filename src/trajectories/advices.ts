import type { AnyUseCase } from '#platform'
import { amendAdvice } from './use-cases/amend-advice.ts'
import { decideAdvice } from './use-cases/decide-advice.ts'
import { getSentAdvice, locateAdvice } from './use-cases/get-sent-advice.ts'
import { listSentAdvices } from './use-cases/list-sent-advices.ts'
import { saveAdvice } from './use-cases/save-advice.ts'
import { sendAdvice } from './use-cases/send-advice.ts'
import { undoAdviceWithdrawal, withdrawAdvice } from './use-cases/withdraw-advice.ts'

export {
  ADVICE_STATES,
  AdviceContent,
  DIRECTIONS,
  type Direction,
  lastExtension,
  mayWithAdvice,
  type Outcome,
  OUTCOMES,
} from './domain/advice.ts'
export { type AdviceBasis, draftAdvice, type DraftLanguage } from './domain/advice-draft.ts'
export { AdviceView, AmendmentView, OwnWordView, viewOwnWord } from './use-cases/advice-view.ts'
export { ADVICE_FILTERS, type AdviceFilter, type AdviceRow } from './use-cases/list-sent-advices.ts'
export { type SentAdvice } from './use-cases/get-sent-advice.ts'
export { readAdviceViews, readAmendments, readAnswers } from './use-cases/read-advices.ts'
export {
  amendAdvice,
  decideAdvice,
  getSentAdvice,
  listSentAdvices,
  locateAdvice,
  saveAdvice,
  sendAdvice,
  undoAdviceWithdrawal,
  withdrawAdvice,
}

export const adviceUseCases: readonly AnyUseCase[] = [
  saveAdvice,
  sendAdvice,
  amendAdvice,
  withdrawAdvice,
  undoAdviceWithdrawal,
  listSentAdvices,
  locateAdvice,
  getSentAdvice,
  decideAdvice,
]
