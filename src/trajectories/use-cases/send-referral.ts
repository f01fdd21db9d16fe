import { z } from 'zod'
import { accept, Bsn, CalendarDay, type Decision, OrganisationId, ParticipantId, ReferralId, refuse } from '#kernel'
import {
  CallName,
  completeParticipant,
  ContactData,
  findSamePersons,
  isBirthDate,
  readPerson,
  registerParticipant,
  Sex,
  Surname,
} from '#people'
import { command, type CommandContext, found } from '#platform'
import { maySendReferral } from '../access.ts'
import { isReferralLaw } from '../domain/laws.ts'
import { type Referral, ReferralContent } from '../domain/referral.ts'
import { addWorkingDays, DAYS_TO_ANSWER } from '../domain/working-days.ts'
import { insertReferral } from '../storage/referrals.ts'
import { describeCandidates } from './find-duplicates.ts'
import { findOpenReferral } from './open-referral.ts'
import { isReceiving } from './route-referral.ts'
import { openForAnswer } from './organisation-access.ts'

const Input = z.object({
  callName: CallName,
  surname: Surname,
  birthDate: CalendarDay,
  sex: Sex.optional(),
  bsn: Bsn.optional(),
  organisationId: OrganisationId,
  ...ReferralContent.shape,
  ...ContactData.shape,
  /** The referral is for this person, who is known; what is typed only fills what was empty. */
  knownPerson: ParticipantId.optional(),
  /** Somebody with a (nearly) equal name and the same birth date is somebody else. */
  notTheSame: z.boolean().default(false),
})
type Sending = CommandContext<z.infer<typeof Input>>

/** The dossier that this is about: a new one, or that of somebody who is known. */
const resolvePerson = async (context: Sending): Promise<Decision<ParticipantId>> => {
  const { db, tenantId, input } = context
  const candidates = await findSamePersons(db, tenantId, input, 'register')
  const withBsn = candidates.find(candidate => candidate.because === 'bsn')
  const { knownPerson } = input
  const numberOfAnother = withBsn !== undefined && withBsn.person.participantId !== knownPerson
  const open = knownPerson === undefined && !input.notTheSame && candidates.length > 0
  if (numberOfAnother || open) {
    const known = await describeCandidates(db, tenantId, candidates)
    context.shown(known.map(({ participantId }) => participantId))
    return refuse('duplicate', numberOfAnother ? 'bsn' : undefined, { candidates: known })
  }
  const said = { ...input, contact: ContactData.parse(input) }
  if (knownPerson === undefined) {
    const registered = await registerParticipant(context, said)
    return registered === undefined ? refuse('duplicate', 'bsn', { candidates: [] }) : accept(registered)
  }
  found(await readPerson(db, tenantId, knownPerson), 'participant')
  const completed = await completeParticipant(context, knownPerson, said)
  return completed ? accept(knownPerson) : refuse('duplicate', 'bsn', { candidates: [] })
}

const newReferral = ({ input, memberId, now, today, newId }: Sending, participantId: ParticipantId): Referral => ({
  ...ReferralContent.parse(input),
  id: newId<ReferralId>(),
  participantId,
  state: 'sent',
  organisationId: input.organisationId,
  sentBy: memberId,
  sentAt: now,
  withSince: now,
  answerBy: addWorkingDays(today, DAYS_TO_ANSWER),
  version: 1,
})

export const sendReferral = command({
  name: 'trajectories.sendReferral',
  summary: 'Refers somebody to an organisation; somebody who may be known already is asked about first',
  input: Input,
  output: z.object({ referralId: ReferralId, participantId: ParticipantId }),
  access: maySendReferral,
  rest: { method: 'POST', path: '/referrals', status: 201 },
  run: async context => {
    const { db, tenantId, input, today, record, publish } = context
    if (!isBirthDate(input.birthDate, today)) return refuse('invalidInput', 'birthDate', { reason: 'birthDate' })
    if (!isReferralLaw(input.law)) return refuse('invalidInput', 'law', { reason: 'choice' })
    if (!(await isReceiving(context, input.organisationId))) return refuse('invalidInput', 'organisationId', { reason: 'choice' })
    const person = await resolvePerson(context)
    if (!person.ok) return person
    const referral = newReferral(context, person.value)
    const { participantId, organisationId } = referral
    const earlier = await findOpenReferral(context, referral)
    if (earlier !== undefined) return refuse('alreadyDone', 'organisationId', { referralId: earlier.id })
    await insertReferral(db, tenantId, referral)
    await openForAnswer(context, referral)
    record({ entity: 'referral', id: referral.id, version: 1, participantId, fields: Object.keys(ReferralContent.shape) })
    publish({ name: 'ReferralSent', payload: { referralId: referral.id, participantId, organisationId } })
    return accept({ referralId: referral.id, participantId })
  },
})
