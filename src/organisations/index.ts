export { type OrganisationContact, organisationContacts } from './use-cases/read-contacts.ts'
import type { AnyUseCase } from '#platform'
import { addMember } from './use-cases/add-member.ts'
import { addOrganisation } from './use-cases/add-organisation.ts'
import { askOwnAddress, confirmOwnAddress, getOwnAddress } from './use-cases/own-address.ts'
import { createApiToken } from './use-cases/create-api-token.ts'
import { disableMember } from './use-cases/disable-member.ts'
import { enableMember } from './use-cases/enable-member.ts'
import { listMembers } from './use-cases/list-members.ts'
import { listOrganisations } from './use-cases/list-organisations.ts'
import { listOwnPlaces } from './use-cases/list-own-places.ts'
import { resetSecondFactor } from './use-cases/reset-second-factor.ts'
import { setUpMunicipality } from './use-cases/set-up-municipality.ts'

export { type AccountIds, createAccount, type NewAccount } from './use-cases/create-account.ts'
export { AccountLanguage, EmailAddress } from './domain/member.ts'
export { CommandLineError, type CommandLineParts, tokenCreate, userCreate } from './use-cases/command-line.ts'
export { listMembersOf, type Member } from './use-cases/list-members.ts'
export { opensMore } from './use-cases/opens-more.ts'
export { type MemberName, memberNames, type OrganisationName, organisationNames } from './use-cases/read-names.ts'
export { DEMO_PASSWORD, DEMO_SIGN_INS } from './domain/demo-sign-ins.ts'
export { organisationsWeb } from './web/routes.ts'
export { type SignInParts } from './web/sign-in/reception.ts'
export { signInRoutes } from './web/sign-in/routes.ts'
export {
  addMember,
  addOrganisation,
  askOwnAddress,
  confirmOwnAddress,
  getOwnAddress,
  createApiToken,
  disableMember,
  enableMember,
  listMembers,
  listOrganisations,
  listOwnPlaces,
  resetSecondFactor,
  setUpMunicipality,
}

export const organisationsUseCases: readonly AnyUseCase[] = [
  addMember,
  addOrganisation,
  askOwnAddress,
  confirmOwnAddress,
  getOwnAddress,
  createApiToken,
  disableMember,
  enableMember,
  listMembers,
  listOrganisations,
  listOwnPlaces,
  resetSecondFactor,
  setUpMunicipality,
]
