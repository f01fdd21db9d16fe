import type { ModuleWeb } from '#platform'
import { comparePage, myComparePage } from './compare.page.tsx'
import { fillPage, myFillPage } from './fill.page.tsx'
import { instrumentForms } from './forms.ts'
import { myQuestionnairesPage } from './my-questionnaires.page.tsx'
import { myWebPage } from './my-web.page.tsx'
import { overviewPage } from './overview.page.tsx'
import { paperPage } from './paper.page.tsx'
import { myResultPage, resultPage } from './result.page.tsx'
import { myToPlanPage, toPlanPage } from './to-plan.page.tsx'

/** What is filled in for the conversation: in the dossier, and on the person's own pages. */
export const instrumentsWeb: ModuleWeb = {
  pages: [
    overviewPage,
    comparePage,
    paperPage,
    resultPage,
    fillPage,
    toPlanPage,
    myWebPage,
    myQuestionnairesPage,
    myComparePage,
    myResultPage,
    myFillPage,
    myToPlanPage,
  ],
  forms: instrumentForms,
}
