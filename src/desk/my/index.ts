import type { AnyPage, AnyUseCase } from '#platform'
import { myAgreementsPage } from './agreements/my-agreements.page.tsx'
import { allPage } from './data/all.page.tsx'
import { contactPage, correctPage, namePage, storyPage } from './data/form-pages.tsx'
import { getMyData } from './data/get-my-data.ts'
import { getMyProfile } from './data/get-my-profile.ts'
import { myDataPage } from './data/my-data.page.tsx'
import { myAllowancePage } from './allowance/my-allowance.page.tsx'
import { getMyStep } from './get-my-step.ts'
import { getMyWeek } from './week/get-my-week.ts'
import { myWeekPage } from './week/my-week.page.tsx'
import { myRecognitionPage } from './recognition/my-recognition.page.tsx'
import { lookTogether } from './together/look-together.ts'
import { togetherPages } from './together/pages.tsx'
import { getPlanSheet } from './get-plan-sheet.ts'
import { myAccessPage } from './looked/my-access.page.tsx'
import { myPage } from './my.page.tsx'
import { myPeoplePage } from './my-people.page.tsx'
import { myPlanPage } from './my-plan.page.tsx'
import { notPage } from './not.page.tsx'
import { mySheetPage, sheetPage } from './sheet.page.tsx'

export { allDownload } from './data/all.page.tsx'
export { myForms } from './forms.ts'
export const myUseCases: readonly AnyUseCase[] = [getMyStep, getPlanSheet, getMyWeek, getMyProfile, getMyData, lookTogether]
export const myPages: readonly AnyPage[] = [
  myPage,
  notPage,
  myPlanPage,
  mySheetPage,
  myPeoplePage,
  myAccessPage,
  sheetPage,
  myWeekPage,
  myRecognitionPage,
  myAgreementsPage,
  ...togetherPages,
  myDataPage,
  namePage,
  contactPage,
  storyPage,
  correctPage,
  allPage,
  myAllowancePage,
]
