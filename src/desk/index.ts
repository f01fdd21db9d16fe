import type { AnyUseCase, ModuleWeb } from '#platform'
import { conversationUseCases, conversationWeb } from './conversation/index.ts'
import { dossierForms } from './dossier/forms.ts'
import { dossierPage } from './dossier/dossier.page.tsx'
import { getDossier } from './dossier/get-dossier.ts'
import { noteForm, notePage } from './note/note.page.tsx'
import { listCaseload } from './people/list-caseload.ts'
import { peoplePage } from './people/people.page.tsx'
import { getToday } from './today/get-today.ts'
import { todayPage } from './today/today.page.tsx'

export const deskUseCases: readonly AnyUseCase[] = [getToday, listCaseload, getDossier, ...conversationUseCases]

export const deskWeb: ModuleWeb = {
  pages: [todayPage, peoplePage, dossierPage, notePage, ...conversationWeb.pages],
  forms: [...dossierForms, noteForm, ...conversationWeb.forms],
}
