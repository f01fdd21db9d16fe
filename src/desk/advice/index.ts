import type { AnyPage, AnyUseCase } from '#platform'
import { advicePage } from './advice.page.tsx'
import { getAdvicePreparation } from './get-advice-preparation.ts'
import { getMyAdvice } from './get-my-advice.ts'
import { myAdvicePage } from './my-advice.page.tsx'
import { sentAdvicePage } from './sent-advice.page.tsx'
import { sentAdvicesPage } from './sent-advices.page.tsx'
import { advicePrintPage, myAdvicePrintPage, sentAdvicePrintPage } from './sheet.page.tsx'

export { adviceForms } from './forms.ts'
export const adviceDeskUseCases: readonly AnyUseCase[] = [getAdvicePreparation, getMyAdvice]
export const advicePages: readonly AnyPage[] = [
  advicePage,
  advicePrintPage,
  sentAdvicesPage,
  sentAdvicePage,
  sentAdvicePrintPage,
  myAdvicePage,
  myAdvicePrintPage,
]
