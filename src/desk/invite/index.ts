import type { AnyPage, AnyUseCase } from '#platform'
import { getInvitations } from './get-invitations.ts'
import { invitePage } from './invite.page.tsx'
import { letterPage } from './letter.page.tsx'

export { inviteForms } from './forms.ts'
export const inviteUseCases: readonly AnyUseCase[] = [getInvitations]
export const invitePages: readonly AnyPage[] = [invitePage, letterPage]
