import type { AnyPage } from '#platform'
import { amendWorkPage, newWorkPage } from './work-form.page.tsx'
import { workPage } from './work.page.tsx'

export { workForms } from './forms.ts'
export const workPages: readonly AnyPage[] = [workPage, newWorkPage, amendWorkPage]
