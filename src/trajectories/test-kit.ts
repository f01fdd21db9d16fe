import type { OrganisationId, ParticipantId, ReferralId, TrajectoryId } from '#kernel'
import type { TestHouse } from '#organisations/test-kit'
import '#people/test-kit'
import type { Actor } from '#platform'
import { acceptReferral } from './use-cases/accept-referral.ts'
import { sendReferral } from './use-cases/send-referral.ts'

export interface SentReferral {
  readonly participantId: ParticipantId
  readonly referralId: ReferralId
}

/** What a desk fills in; each field can be given. */
export const referralInput = (organisationId: OrganisationId | undefined, more: Readonly<Record<string, unknown>> = {}) => ({
  callName: 'Selam',
  surname: 'Tesfay',
  birthDate: '1988-04-12',
  organisationId,
  trajectoryType: 'socialActivation',
  law: 'participatiewet',
  reason: 'Zit veel thuis en mist mensen om zich heen.',
  wish: 'Ik wil weer onder de mensen zijn.',
  phone: '0612345678',
  ...more,
})

/** A referral that the desk sent to the organisation. */
export const aSentReferral = async (
  house: TestHouse,
  desk: Actor,
  organisationId: OrganisationId | undefined,
  more: Readonly<Record<string, unknown>> = {},
): Promise<SentReferral> => {
  const answer = await house.runner.run(sendReferral, desk, referralInput(organisationId, more))
  if (!answer.ok) throw new Error(`Not sent: ${JSON.stringify(answer)}`)
  return answer.value
}

/** A referral that the coach accepted: the coach coordinates a trajectory in its intake. */
export const anAcceptedReferral = async (
  house: TestHouse,
  desk: Actor,
  coach: Actor,
  more: Readonly<Record<string, unknown>> = {},
): Promise<SentReferral & { readonly trajectoryId: TrajectoryId }> => {
  const sent = await aSentReferral(house, desk, coach.organisationId, more)
  const answer = await house.runner.run(acceptReferral, coach, { ...sent, version: 1 })
  if (!answer.ok) throw new Error(`Not accepted: ${JSON.stringify(answer)}`)
  return { ...sent, trajectoryId: answer.value.trajectoryId }
}
