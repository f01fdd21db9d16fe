export {
  COLLEAGUE_REACH,
  COORDINATOR_REACH,
  type Ground,
  GROUNDS,
  PLACEMENT_REACH,
  type Reach,
  REFERRAL_REACH,
  SELF_REACH,
} from './domain/grounds.ts'
export { endAccess, giveAccess } from './use-cases/give-access.ts'
