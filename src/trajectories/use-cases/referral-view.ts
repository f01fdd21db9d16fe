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
  /** Since when that organisation has it. */
  withSinceOn: CalendarDay,
  /** Who did the intake and passed it on. */
  viaOrganisationName: z.string().optional(),
  /** Somebody was reminded that the term is over. */
  reminded: z.boolean(),
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
  const { organisationId, viaOrganisationId, sentBy, sentAt, withSince, answeredAt, answeredBy, remindedFor, ...rest } = referral
  const sentOn = dayIn(sentAt)
  const nameOf = (id: string): string => names.organisations.find(organisation => organisation.id === id)?.name ?? ''
  const { nl, en } = trajectoryLabel(referral.trajectoryType, sentOn, names.settings)
  return {
    ...rest,
    label: { nl, en },
    organisationName: nameOf(organisationId),
    withSinceOn: dayIn(withSince),
    viaOrganisationName: viaOrganisationId === undefined ? undefined : nameOf(viaOrganisationId),
    reminded: remindedFor === referral.answerBy,
    sentByName: names.members.get(sentBy)?.name ?? '',
    sentAt: sentAt.toISOString(),
    sentOn,
    answeredOn: answeredAt === undefined ? undefined : dayIn(answeredAt),
    answeredByName: answeredBy === undefined ? undefined : names.members.get(answeredBy)?.name,
  }
}
