export { type MemberName, memberNames, type OrganisationName, organisationNames } from './use-cases/read-names.ts'
export { DEMO_PASSWORD, DEMO_SIGN_INS } from './domain/demo-sign-ins.ts'
export { signInPages } from './web/sign-in/pages.ts'
export { type SignInParts, signInRoutes } from './web/sign-in/routes.ts'
