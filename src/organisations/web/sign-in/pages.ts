import type { AnyPage } from '#platform'
import { paperPage } from './paper.page.tsx'
import { forgottenPage, newPasswordPage } from './password.pages.tsx'
import { codeEntryPage, codePage, secondFactorPage, signInPage } from './sign-in.pages.tsx'

/** The public pages; what they post to is in routes.ts. */
export const signInPages: readonly AnyPage[] = [
  signInPage,
  codePage,
  codeEntryPage,
  paperPage,
  secondFactorPage,
  forgottenPage,
  newPasswordPage,
]
