import type { AnyUseCase, ModuleWeb } from '#platform'
import { conversationUseCases, conversationWeb } from './conversation/index.ts'
import { dossierForms } from './dossier/forms.ts'
import { dossierPage } from './dossier/dossier.page.tsx'
import { getDossier } from './dossier/get-dossier.ts'
import { getSuggestion } from './dossier/get-suggestion.ts'
import { intakeWeb } from './intake/index.ts'
import { instrumentsWeb } from './instruments/index.ts'
import { inviteForms, invitePages, inviteUseCases } from './invite/index.ts'
import { municipalityPages, municipalityUseCases } from './municipality/index.ts'
import { allDownload, myForms, myPages, myUseCases } from './my/index.ts'
import { ownForms, ownPage } from './own/own.page.tsx'
import { noteForm, notePage } from './note/note.page.tsx'
import { partnerForms, partnerPages, partnerUseCases } from './partner/index.ts'
import { listCaseload } from './people/list-caseload.ts'
import { peoplePage } from './people/people.page.tsx'
import { progressForms } from './progress/forms.ts'
import { progressPage } from './progress/progress.page.tsx'
import { recognitionWeb } from './recognition/index.ts'
import { adviceDeskUseCases, adviceForms, advicePages } from './advice/index.ts'
import { reviewDeskUseCases, reviewForms, reviewPages } from './review/index.ts'
import { getTimeline } from './timeline/get-timeline.ts'
import { timelinePage } from './timeline/timeline.page.tsx'
import { getToday } from './today/get-today.ts'
import { todayPage } from './today/today.page.tsx'
import { wheelPages } from './wheel/index.ts'
import { workForms, workPages } from './work/index.ts'

export { getAdvicePreparation } from './advice/get-advice-preparation.ts'
export { planReviewTalk } from './review/plan-review-talk.ts'
export { getDossier }

export const deskUseCases: readonly AnyUseCase[] = [
  getToday,
  listCaseload,
  getDossier,
  getSuggestion,
  getTimeline,
  ...conversationUseCases,
  ...myUseCases,
  ...inviteUseCases,
  ...partnerUseCases,
  ...municipalityUseCases,
  ...reviewDeskUseCases,
  ...adviceDeskUseCases,
]

export const deskWeb: ModuleWeb = {
  pages: [
    todayPage,
    peoplePage,
    dossierPage,
    progressPage,
    timelinePage,
    notePage,
    ...intakeWeb.pages,
    ...wheelPages,
    ...workPages,
    ...conversationWeb.pages,
    ...instrumentsWeb.pages,
    ...myPages,
    ownPage,
    ...invitePages,
    ...partnerPages,
    ...municipalityPages,
    ...recognitionWeb.pages,
    ...reviewPages,
    ...advicePages,
  ],
  forms: [
    ...dossierForms,
    ...progressForms,
    noteForm,
    ...intakeWeb.forms,
    ...conversationWeb.forms,
    ...instrumentsWeb.forms,
    ...workForms,
    ...myForms,
    ...inviteForms,
    ...ownForms,
    ...partnerForms,
    ...recognitionWeb.forms,
    ...reviewForms,
    ...adviceForms,
  ],
  downloads: [allDownload],
}
