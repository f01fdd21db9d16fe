import type { ModuleWeb } from '#platform'
import { intakeForms } from './forms.ts'
import { intakePage } from './intake.page.tsx'
import { lifeAreaForms } from './life-area-forms.ts'
import { lifeAreaPage } from './life-area.page.tsx'
import { myLifeAreaForms, myLifeAreaPage } from './my-life-area.page.tsx'
import { myLifeAreasPage } from './my-life-areas.page.tsx'

export const intakeWeb: ModuleWeb = {
  pages: [intakePage, lifeAreaPage, myLifeAreasPage, myLifeAreaPage],
  forms: [...intakeForms, ...lifeAreaForms, ...myLifeAreaForms],
}
