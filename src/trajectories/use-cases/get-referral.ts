import { z } from 'zod'
import { CalendarDay, ParticipantId, ReferralId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { Contact, Person, readContact, readPerson } from '#people'
import { found, NotFound, query } from '#platform'
import { mayReadReferrals } from '../access.ts'
import { isLate } from '../domain/referral.ts'
import { actionsNow, REFERRAL_ACTIONS, type Side } from '../domain/referral-actions.ts'
import { listReferralVersions } from '../storage/referral-versions.ts'
import { findReferral } from '../storage/referrals.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'
import { isAsked } from './change-referral.ts'
import { Handover, TraceEntry, viewTrace } from './referral-trace-view.ts'
import { ReferralView, viewReferral } from './referral-view.ts'

export const getReferral = query({
  name: 'trajectories.getReferral',
  summary: 'A referral with its trace and with what may be done now',
  input: z.object({ participantId: ParticipantId, referralId: ReferralId }),
  output: z.object({
    referral: ReferralView,
    person: Person.omit({ version: true }),
    contact: Contact.optional(),
    trace: z.array(TraceEntry),
    actions: z.array(z.enum(REFERRAL_ACTIONS)),
    overdue: z.boolean(),
    /** How it came to the organisation that has it now, when it was sent elsewhere first. */
    handover: Handover.optional(),
    /** The trajectory that came of it has ended on that day. */
    trajectoryEndedOn: CalendarDay.optional(),
  }),
  access: mayReadReferrals,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/referrals/{referralId}' },
  run: async ({ db, tenantId, input, actor, today }) => {
    const [referral, person, contact, versions, organisations, settings, trajectories] = await Promise.all([
      findReferral(db, tenantId, input),
      readPerson(db, tenantId, input.participantId),
      readContact(db, tenantId, input.participantId),
      listReferralVersions(db, tenantId, input.referralId),
      organisationNames(db, tenantId),
      mapTypeSettings(db, tenantId),
      listTrajectories(db, tenantId, [input.participantId]),
    ])
    const known = found(referral, 'referral')
    const side: Side = actor.role === 'serviceplein' ? 'sender' : 'receiver'
    if (side === 'receiver' && !isAsked(actor, known)) throw new NotFound('referral')
    const ids = [known.sentBy, ...(known.answeredBy === undefined ? [] : [known.answeredBy])]
    const members = await memberNames(db, tenantId, [...new Set([...ids, ...versions.map(entry => entry.replacedBy)])])
    return {
      referral: viewReferral(known, { members, organisations, settings }),
      person: found(person, 'participant'),
      contact,
      ...viewTrace(known, versions, side, { members, organisations }),
      actions: [...actionsNow(side, known)],
      overdue: isLate(known, today),
      trajectoryEndedOn: trajectories.find(trajectory => trajectory.id === known.trajectoryId)?.endedOn,
    }
  },
})
