import { z } from 'zod'
import { dayIn, type MembershipId, ParticipantId } from '#kernel'
import { readAppointments, readNotes } from '#contacts'
import { organisationNames } from '#organisations'
import { readContact, readPerson } from '#people'
import { found, query } from '#platform'
import { readPlacements, readPlan } from '#plans'
import {
  besideTrajectory,
  readReferrals,
  readReviews,
  readTrajectories,
  readTypeSettings,
  type Referral,
  trajectoryLabel,
} from '#trajectories'
import { hasOwnSignIn } from '#sharing'
import { mayOpenDossier } from '../access.ts'
import { readDossierMembers } from '../use-cases/read-dossier-members.ts'
import { Dossier, type TeamMember } from './dossier.ts'

export const getDossier = query({
  name: 'desk.getDossier',
  summary: 'The dossier of one participant, as far as it was shared with this reader',
  input: z.object({ participantId: ParticipantId }),
  output: Dossier,
  access: mayOpenDossier,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/dossier' },
  oneBatch: true,
  run: async ({ db, tenantId, memberId, input, actor, today, opened }) => {
    const { participantId } = input
    const [
      person,
      contact,
      trajectories,
      reviews,
      [referral],
      plan,
      placements,
      notes,
      appointments,
      organisations,
      settings,
      names,
      ownSignIn,
      sees,
    ] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readTrajectories(db, tenantId, participantId),
      readReviews(db, tenantId, participantId),
      readReferrals(db, tenantId, participantId),
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readNotes(db, tenantId, participantId),
      readAppointments(db, tenantId, participantId),
      organisationNames(db, tenantId),
      readTypeSettings(db, tenantId),
      readDossierMembers(db, tenantId, participantId),
      hasOwnSignIn(db, tenantId, participantId),
      Promise.all(
        (['contact', 'plan', 'placements', 'notes', 'appointments'] as const).map(
          async slice => [slice, await opened(slice)] as const,
        ),
      ),
    ])
    const { callName, surname, birthDate } = found(person, 'participant')
    const open = Object.fromEntries(sees)
    const coordinators = trajectories.map(trajectory => trajectory.coordinatorId)
    const members = [
      ...new Set<MembershipId>([...coordinators, ...notes.map(note => note.writtenBy), ...appointments.map(a => a.membershipId)]),
    ]
    const team = members.flatMap((membershipId): TeamMember[] => {
      const member = names.get(membershipId)
      return member === undefined ? [] : [{ membershipId, ...present(member), coordinator: coordinators.includes(membershipId) }]
    })
    return {
      participantId,
      callName,
      surname,
      birthDate,
      trajectories: trajectories.map(trajectory => ({
        ...trajectory,
        own: trajectory.coordinatorId === memberId,
        label: trajectoryLabel(trajectory.type, trajectory.endedOn ?? today, settings),
        organisationName: organisations.find(organisation => organisation.id === trajectory.organisationId)?.name ?? '',
      })),
      reviews: reviews.map(review =>
        besideTrajectory(
          review,
          trajectories.find(({ id }) => id === review.trajectoryId),
        ),
      ),
      team,
      ownSignIn,
      ...(referral === undefined
        ? {}
        : { referral: viewReferral(referral, actor.role === 'system' ? undefined : actor.organisationId) }),
      ...(open['contact'] === true && contact !== undefined ? { contact: present(contact) } : {}),
      ...(open['plan'] === true ? { plan } : {}),
      ...(open['placements'] === true ? { placements: [...placements] } : {}),
      ...(open['notes'] === true ? { notes: notes.map(note => ({ ...note, writtenAt: note.writtenAt.toISOString() })) } : {}),
      ...(open['appointments'] === true
        ? { appointments: appointments.map(appointment => ({ ...appointment, startsAt: appointment.startsAt.toISOString() })) }
        : {}),
    }
  },
})

const viewReferral = (referral: Referral, organisationId: string | undefined): NonNullable<Dossier['referral']> => ({
  id: referral.id,
  sentOn: dayIn(referral.sentAt),
  wish: referral.wish,
  language: referral.wishLanguage,
  own: referral.organisationId === organisationId,
})

/** The same record without fields that are undefined. */
const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
