import type { ModuleWeb } from '#platform'
import { recognitionAdminForms } from './admin-forms.ts'
import { recognitionAdminPage } from './admin.page.tsx'
import { recognitionForms } from './forms.ts'
import { recognitionPage } from './recognition.page.tsx'

export const recognitionWeb: ModuleWeb = {
  pages: [recognitionPage, recognitionAdminPage],
  forms: [...recognitionForms, ...recognitionAdminForms],
}
