import type { AnyUseCase } from '#platform'
import { inviteParticipant } from './use-cases/invite-participant.ts'
import { listAccess } from './use-cases/list-access.ts'
import { getPaperLetter, invitePaper, readPaper, withdrawPaper } from './use-cases/paper-invitation.ts'
import { listReach } from './use-cases/list-reach.ts'

export {
  COLLEAGUE_REACH,
  COORDINATOR_REACH,
  FORMER_REACH,
  type Ground,
  GROUNDS,
  PLACEMENT_REACH,
  type Reach,
  REFERRAL_REACH,
  SELF_REACH,
} from './domain/grounds.ts'
export { BY_AGREEMENT, OWN_RIGHT } from './domain/legal-basis.ts'
export { LOOKED_AT, lookedAt, type LookedAt, type Purpose, PURPOSES } from './domain/look.ts'
export { endAccess, giveAccess } from './use-cases/give-access.ts'
export { hasOwnSignIn } from './use-cases/has-own-sign-in.ts'
export { ACCESS_PERIODS, firstDayOf, listAccess, type Look, readAccess } from './use-cases/list-access.ts'
export { type ChangeRow, readChanges, readDoers } from './use-cases/read-changes.ts'
export { PAPER_STATES, PaperInvitation, type PaperState } from './domain/paper-invitation.ts'
export { getPaperLetter, inviteParticipant, invitePaper, listReach, readPaper, withdrawPaper }

export const sharingUseCases: readonly AnyUseCase[] = [
  listAccess,
  listReach,
  inviteParticipant,
  invitePaper,
  withdrawPaper,
  getPaperLetter,
]
