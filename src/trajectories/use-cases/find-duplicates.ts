import { z } from 'zod'
import { Bsn, CalendarDay, ParticipantId, ReferralId, type TenantId } from '#kernel'
import { organisationNames } from '#organisations'
import { CallName, type Candidate, findSamePersons, SAME_BECAUSE, Surname } from '#people'
import { type Db, query } from '#platform'
import { mayFindDuplicates } from '../access.ts'
import { isRunning, TrajectoryState } from '../domain/trajectory.ts'
import { OPEN_STATES, ReferralState } from '../domain/referral.ts'
import { listReferrals } from '../storage/referrals.ts'
import { listTrajectories } from '../storage/trajectories.ts'

/** Only what is needed to see whether it is the same person, and whether something runs already. */
export const KnownPerson = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  surname: z.string(),
  birthDate: CalendarDay,
  because: z.enum(SAME_BECAUSE),
  trajectory: z.object({ state: TrajectoryState, organisationName: z.string() }).optional(),
  openReferral: z.object({ referralId: ReferralId, state: ReferralState, organisationName: z.string() }).optional(),
})
export type KnownPerson = z.infer<typeof KnownPerson>

const MOST = 20

export const describeCandidates = async (
  db: Db,
  tenantId: TenantId,
  candidates: readonly Candidate[],
): Promise<readonly KnownPerson[]> => {
  const ids = candidates.slice(0, MOST).map(({ person }) => person.participantId)
  const [trajectories, referrals, organisations] = await Promise.all([
    listTrajectories(db, tenantId, ids),
    listReferrals(db, tenantId, { states: OPEN_STATES, participantIds: ids }, { limit: 100, offset: 0 }),
    organisationNames(db, tenantId),
  ])
  const nameOf = (id: string): string => organisations.find(organisation => organisation.id === id)?.name ?? ''
  return candidates.slice(0, MOST).map(({ person, because }) => {
    const { participantId, callName, surname, birthDate } = person
    const running = trajectories.find(trajectory => trajectory.participantId === participantId && isRunning(trajectory))
    const open = referrals.find(referral => referral.participantId === participantId)
    return {
      participantId,
      callName,
      surname,
      birthDate,
      because,
      ...(running && { trajectory: { state: running.state, organisationName: nameOf(running.organisationId) } }),
      ...(open && {
        openReferral: { referralId: open.id, state: open.state, organisationName: nameOf(open.organisationId) },
      }),
    }
  })
}

export const findDuplicates = query({
  name: 'trajectories.findDuplicates',
  summary: 'Who of the known participants may be the one that is entered: same number, or same or similar name and birth date',
  input: z.object({ callName: CallName, surname: Surname, birthDate: CalendarDay, bsn: Bsn.optional() }),
  output: z.object({ candidates: z.array(KnownPerson) }),
  access: mayFindDuplicates,
  // The citizen service number travels in the body, never in an address.
  rest: { method: 'POST', path: '/duplicate-searches' },
  run: async ({ db, tenantId, input, shown }) => {
    const candidates = await describeCandidates(db, tenantId, await findSamePersons(db, tenantId, input))
    shown(candidates.map(candidate => candidate.participantId))
    return { candidates: [...candidates] }
  },
})
