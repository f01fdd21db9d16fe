import { z } from 'zod'
import { CalendarDay, dayIn, ParticipantId, ReferralId, TrajectoryId } from '#kernel'
import type { MemberName, OrganisationName } from '#organisations'
import { type Referral, ReferralContent, ReferralState } from '../domain/referral.ts'
import { trajectoryLabel, type TypeSettings } from '../domain/type-settings.ts'

/** A name in the languages of the staff pages. */
export const Label = z.object({ nl: z.string(), en: z.string() })

/** A referral as pages and REST show it: names beside ids, instants as text. */
export const ReferralView = ReferralContent.extend({
  id: ReferralId,
  participantId: ParticipantId,
  state: ReferralState,
  /** What this kind of trajectory was called on the day of sending. */
  label: Label,
  organisationName: z.string(),
  sentByName: z.string(),
  sentAt: z.iso.datetime(),
  sentOn: CalendarDay,
  answerBy: CalendarDay,
  answeredOn: CalendarDay.optional(),
  answeredByName: z.string().optional(),
  rejectionReason: z.string().optional(),
  question: z.string().optional(),
  questionAnswer: z.string().optional(),
  trajectoryId: TrajectoryId.optional(),
  version: z.number(),
})
export type ReferralView = z.infer<typeof ReferralView>

export interface Names {
  readonly members: ReadonlyMap<string, MemberName>
  readonly organisations: readonly OrganisationName[]
  readonly settings: TypeSettings
}

export const viewReferral = (referral: Referral, names: Names): ReferralView => {
  const { organisationId, sentBy, sentAt, answeredAt, answeredBy, ...rest } = referral
  const sentOn = dayIn(sentAt)
  const { nl, en } = trajectoryLabel(referral.trajectoryType, sentOn, names.settings)
  return {
    ...rest,
    label: { nl, en },
    organisationName: names.organisations.find(organisation => organisation.id === organisationId)?.name ?? '',
    sentByName: names.members.get(sentBy)?.name ?? '',
    sentAt: sentAt.toISOString(),
    sentOn,
    answeredOn: answeredAt === undefined ? undefined : dayIn(answeredAt),
    answeredByName: answeredBy === undefined ? undefined : names.members.get(answeredBy)?.name,
  }
}
