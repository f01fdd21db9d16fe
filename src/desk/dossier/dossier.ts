import { z } from 'zod'
import { CalendarDay, Language, MembershipId, ParticipantId, ReferralId, ReviewId } from '#kernel'
import { Placement, Plan } from '#plans'
import { TrajectoryState } from '#trajectories'

/** Who does what for this person, told from memberships. */
export const TeamMember = z.object({
  membershipId: MembershipId,
  name: z.string(),
  role: z.string(),
  functionTitle: z.string().optional(),
  organisationName: z.string().optional(),
  coordinator: z.boolean(),
})
export type TeamMember = Readonly<z.infer<typeof TeamMember>>

export const DossierTrajectory = z.object({
  id: z.uuid(),
  type: z.string(),
  /** What it is called today, or was called when it ended. */
  label: z.object({ nl: z.string(), en: z.string() }),
  law: z.string(),
  state: TrajectoryState,
  organisationName: z.string(),
  /** This reader coordinates it. */
  own: z.boolean(),
  startedOn: CalendarDay,
  plannedEndOn: CalendarDay.optional(),
  /** While paused: when we look again. */
  returnOn: CalendarDay.optional(),
  endedOn: CalendarDay.optional(),
  version: z.number(),
})

export const DossierReview = z.object({
  id: z.uuid(),
  plannedOn: CalendarDay,
  state: z.enum(['planned', 'held', 'cancelled']),
  heldOn: CalendarDay.optional(),
  holdUntil: CalendarDay.optional(),
  version: z.number(),
})

export const DossierNote = z.object({
  id: z.uuid(),
  words: z.string(),
  kind: z.string(),
  happenedOn: CalendarDay,
  writtenAt: z.iso.datetime(),
  writtenBy: MembershipId,
  version: z.number(),
})

export const DossierAppointment = z.object({
  id: z.uuid(),
  kind: z.string(),
  startsAt: z.iso.datetime(),
  minutes: z.number(),
  place: z.string().nullable(),
  /** The review that is held in this talk. */
  reviewId: ReviewId.nullable(),
  membershipId: MembershipId,
  state: z.string(),
  version: z.number(),
})

/** Where it began: what was said then, in the language in which it was said. */
export const DossierReferral = z.object({
  id: ReferralId,
  sentOn: CalendarDay,
  wish: z.string(),
  language: Language,
  /** It came to this reader's organisation, which may open it. */
  own: z.boolean(),
})

/** One person's dossier, as far as this reader may see it: what is not shared is absent, not empty. */
export const Dossier = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  surname: z.string(),
  birthDate: CalendarDay,
  contact: z
    .object({
      phone: z.string().optional(),
      email: z.string().optional(),
      address: z.string().optional(),
      postcode: z.string().optional(),
      place: z.string().optional(),
      language: z.string(),
      interpreter: z.boolean(),
      preferences: z.string().optional(),
      channels: z.array(z.string()),
      version: z.number(),
    })
    .optional(),
  trajectories: z.array(DossierTrajectory),
  reviews: z.array(DossierReview),
  referral: DossierReferral.optional(),
  plan: Plan.optional(),
  placements: z.array(Placement).optional(),
  notes: z.array(DossierNote).optional(),
  appointments: z.array(DossierAppointment).optional(),
  team: z.array(TeamMember),
  /** Whether the person has an own sign-in. */
  ownSignIn: z.boolean(),
})
export type Dossier = Readonly<z.infer<typeof Dossier>>
