import { v5, v7, validate } from 'uuid'
import { z } from 'zod'

/** A UUID as text, lower case. Every id is a UUIDv7 made by the application (architecture, data rule 5). */
const uuid = z.uuid().toLowerCase()

const brand = <Name extends string>() => uuid.brand<Name>()

export const TenantId = brand<'TenantId'>()
export type TenantId = z.infer<typeof TenantId>
export const UserId = brand<'UserId'>()
export type UserId = z.infer<typeof UserId>
export const MembershipId = brand<'MembershipId'>()
export type MembershipId = z.infer<typeof MembershipId>
export const OrganisationId = brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>
export const ParticipantId = brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof ParticipantId>
export const ReferralId = brand<'ReferralId'>()
export type ReferralId = z.infer<typeof ReferralId>
export const TrajectoryId = brand<'TrajectoryId'>()
export type TrajectoryId = z.infer<typeof TrajectoryId>
export const WishId = brand<'WishId'>()
export type WishId = z.infer<typeof WishId>
export const GoalId = brand<'GoalId'>()
export type GoalId = z.infer<typeof GoalId>
export const StepId = brand<'StepId'>()
export type StepId = z.infer<typeof StepId>
export const AgreementId = brand<'AgreementId'>()
export type AgreementId = z.infer<typeof AgreementId>
export const ReciprocityId = brand<'ReciprocityId'>()
export type ReciprocityId = z.infer<typeof ReciprocityId>
export const RecognitionOptionId = brand<'RecognitionOptionId'>()
export type RecognitionOptionId = z.infer<typeof RecognitionOptionId>
export const RecognitionBudgetId = brand<'RecognitionBudgetId'>()
export type RecognitionBudgetId = z.infer<typeof RecognitionBudgetId>
export const OfferId = brand<'OfferId'>()
export type OfferId = z.infer<typeof OfferId>
export const PlacementId = brand<'PlacementId'>()
export type PlacementId = z.infer<typeof PlacementId>
export const NoteId = brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>
export const AppointmentId = brand<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>
export const ReviewId = brand<'ReviewId'>()
export type ReviewId = z.infer<typeof ReviewId>
export const LifeAreaId = brand<'LifeAreaId'>()
export type LifeAreaId = z.infer<typeof LifeAreaId>
export const LifeAreaNoteId = brand<'LifeAreaNoteId'>()
export type LifeAreaNoteId = z.infer<typeof LifeAreaNoteId>
export const AdviceId = brand<'AdviceId'>()
export type AdviceId = z.infer<typeof AdviceId>
export const ImportId = brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const LimitId = brand<'LimitId'>()
export type LimitId = z.infer<typeof LimitId>
export const WorkPlacementId = brand<'WorkPlacementId'>()
export type WorkPlacementId = z.infer<typeof WorkPlacementId>
export const PaymentId = brand<'PaymentId'>()
export type PaymentId = z.infer<typeof PaymentId>
export const FilledId = brand<'FilledId'>()
export type FilledId = z.infer<typeof FilledId>
export const PaperInvitationId = brand<'PaperInvitationId'>()
export type PaperInvitationId = z.infer<typeof PaperInvitationId>
export const CorrectionId = brand<'CorrectionId'>()
export type CorrectionId = z.infer<typeof CorrectionId>

/** Makes a fresh, time-ordered id. Called by the platform and handed to decisions; never inside `domain/`. */
export const newId = <Id extends string>(): Id => v7() as unknown as Id

const DEMO_NAMESPACE = 'b6a3f0a2-6d7e-5e0f-9c51-3b8f6a1f8d10'
/** The same name always gives the same id: for demo data and tests, so that links stay valid. */
export const namedId = <Id extends string>(name: string): Id => v5(name, DEMO_NAMESPACE) as unknown as Id

export const isUuid = (text: string): boolean => validate(text)
