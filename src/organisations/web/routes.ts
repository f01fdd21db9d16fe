import type { ModuleWeb } from '#platform'
import { memberForms } from './members/forms.ts'
import { membersPage } from './members/members.page.tsx'
import { accountPage } from './sign-in/account.page.tsx'
import { ownAddressForms, ownAddressPages } from './sign-in/own-address.pages.tsx'
import { signInPages } from './sign-in/pages.ts'

export const organisationsWeb: ModuleWeb = {
  pages: [...signInPages, accountPage, ...ownAddressPages, membersPage],
  forms: [...memberForms, ...ownAddressForms],
}
