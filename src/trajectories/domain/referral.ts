import { z } from 'zod'
import {
  CalendarDay,
  freeText,
  Language,
  Law,
  MembershipId,
  OrganisationId,
  ParticipantId,
  ReferralId,
  TrajectoryId,
} from '#kernel'
import { TrajectoryType } from './trajectory-types.ts'

export const REFERRAL_STATES = ['sent', 'questioned', 'accepted', 'rejected', 'withdrawn'] as const
export const ReferralState = z.enum(REFERRAL_STATES)
export type ReferralState = z.infer<typeof ReferralState>

/** Still waiting for an answer. */
export const OPEN_STATES: readonly ReferralState[] = ['sent', 'questioned']
export const isOpen = (referral: Pick<Referral, 'state'>): boolean => OPEN_STATES.includes(referral.state)

export const Words = freeText(4000, 1)

/** What the sender says; can be amended afterwards. */
export const ReferralContent = z.object({
  trajectoryType: TrajectoryType,
  law: Law,
  voluntary: z.boolean().default(true),
  /** What the person wants, as said. */
  wish: Words,
  wishLanguage: Language.default('nl'),
  /** Why, in plain words: the person reads along. */
  reason: Words,
})
export type ReferralContent = z.infer<typeof ReferralContent>

/** A request of the municipality to an organisation to start a trajectory with somebody. */
export const Referral = ReferralContent.extend({
  id: ReferralId,
  participantId: ParticipantId,
  state: ReferralState,
  organisationId: OrganisationId,
  sentBy: MembershipId,
  sentAt: z.date(),
  /** Since when the organisation that has it has it. */
  withSince: z.date(),
  /** Which organisation did the intake and passed it on. */
  viaOrganisationId: OrganisationId.optional(),
  answerBy: CalendarDay,
  /** The term for which was reminded: once for each. */
  remindedFor: CalendarDay.optional(),
  answeredAt: z.date().optional(),
  answeredBy: MembershipId.optional(),
  rejectionReason: z.string().optional(),
  question: z.string().optional(),
  questionAnswer: z.string().optional(),
  trajectoryId: TrajectoryId.optional(),
  /** A warm hand-over: the trajectory that this one carries on, with its plan. */
  carriesOn: TrajectoryId.optional(),
  /** Until when whoever guided so far reads along. */
  formerReadsUntil: CalendarDay.optional(),
  version: z.int().positive(),
})
export type Referral = z.infer<typeof Referral>

/** What organisations a municipality can refer to. */
export const RECEIVING_KINDS: readonly string[] = ['welfare', 'workCompany', 'socialTeam', 'volunteers']

/** The organisation's answer should have been there. */
export const isLate = (referral: Pick<Referral, 'state' | 'answerBy'>, today: CalendarDay): boolean =>
  isOpen(referral) && referral.answerBy < today
