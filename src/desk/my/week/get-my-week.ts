import { z } from 'zod'
import { addDays, CalendarDay, clockTimeIn, dayIn, ParticipantId } from '#kernel'
import { readAppointments } from '#contacts'
import { memberNames } from '#organisations'
import { query } from '#platform'
import { readPlacements, readPlan } from '#plans'
import { readOffersById } from '#supply'
import { readReviews } from '#trajectories'
import { maySeeOwnWeek } from '../access.ts'
import { DAYS_OF_WEEK, hasDays, WeekDay, weekOf } from './week.ts'

const MANY = 500

export const MyWeek = z.object({
  participantId: ParticipantId,
  from: CalendarDay,
  days: z.array(WeekDay),
  /** Where the person comes on days that are not known. */
  without: z.array(z.object({ name: z.string(), organisationName: z.string() })),
})
export type MyWeek = Readonly<z.infer<typeof MyWeek>>

export const getMyWeek = query({
  name: 'desk.getMyWeek',
  summary: 'Seven days of a participant: appointments, steps, places where the person comes, promises',
  input: z.object({ participantId: ParticipantId, from: CalendarDay.optional() }),
  output: MyWeek,
  access: maySeeOwnWeek,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/week' },
  run: async ({ db, tenantId, input, today }) => {
    const { participantId, from = today } = input
    const [plan, placements, appointments, reviews] = await Promise.all([
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readAppointments(db, tenantId, participantId, MANY),
      readReviews(db, tenantId, participantId),
    ])
    const last = addDays(from, DAYS_OF_WEEK - 1)
    const near = appointments.filter(({ startsAt }) => dayIn(startsAt) >= from && dayIn(startsAt) <= last)
    const [names, offers] = await Promise.all([
      memberNames(db, tenantId, [...new Set(near.map(({ membershipId }) => membershipId))]),
      readOffersById(db, tenantId, [...new Set(placements.map(({ offerId }) => offerId))]),
    ])
    const places = placements.map(placement => {
      const content = offers.get(placement.offerId)?.content
      return {
        placement,
        times: content?.times,
        place: content === undefined ? undefined : [content.address, content.place].filter(words => words !== '').join(', '),
      }
    })
    const days = weekOf(from, {
      steps: plan.goals.flatMap(goal => goal.steps),
      agreements: plan.agreements,
      reviewDays: reviews.filter(({ state }) => state === 'planned').map(({ plannedOn }) => plannedOn),
      moments: near.map(({ startsAt, minutes, kind, place, state, membershipId }) => ({
        day: dayIn(startsAt),
        time: clockTimeIn(startsAt),
        ...{ minutes, kind, state },
        place: place ?? undefined,
        withName: names.get(membershipId)?.name,
      })),
      places,
    })
    const without = places.filter(({ placement, times }) => placement.state === 'placed' && !hasDays(times))
    return {
      participantId,
      from,
      days,
      without: without.map(({ placement: { offerName, organisationName } }) => ({ name: offerName, organisationName })),
    }
  },
})
