export { type MemberName, memberNames, type OrganisationName, organisationNames } from './use-cases/read-names.ts'
