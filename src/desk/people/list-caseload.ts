import { z } from 'zod'
import { CalendarDay, dayIn, foldText, ParticipantId } from '#kernel'
import { query } from '#platform'
import { phaseOf, phasesOf, TrajectoryState } from '#trajectories'
import { mayListPeople } from '../access.ts'
import { readCaseload } from '../caseload.ts'

export const SORTS = ['name', 'lastContact', 'start'] as const

export const CaseloadLine = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  surname: z.string(),
  type: z.string(),
  state: TrajectoryState,
  /** Where somebody is in the trajectory; absent during the intake. */
  phase: z.object({ nl: z.string(), en: z.string() }).optional(),
  startedOn: CalendarDay,
  lastContactOn: CalendarDay,
  nextAppointmentOn: CalendarDay.optional(),
  nextStep: z.string().optional(),
  stepsDone: z.number(),
  stepsTotal: z.number(),
  goalsByArea: z.record(z.string(), z.number()),
  /** Where there is a place, or the person waits for one. */
  placesByArea: z.record(z.string(), z.number()),
})
export type CaseloadLine = Readonly<z.infer<typeof CaseloadLine>>

const dutch = new Intl.Collator('nl')

const ORDER: Readonly<Record<(typeof SORTS)[number], (a: CaseloadLine, b: CaseloadLine) => number>> = {
  name: (a, b) => dutch.compare(a.callName, b.callName) || dutch.compare(a.surname, b.surname),
  lastContact: (a, b) => a.lastContactOn.localeCompare(b.lastContactOn),
  start: (a, b) => b.startedOn.localeCompare(a.startedOn),
}

const phaseIn = (trajectory: Parameters<typeof phaseOf>[0]): Pick<CaseloadLine, 'phase'> => {
  const key = phaseOf(trajectory)
  const phase = phasesOf(trajectory.type).find(each => each.key === key)
  return phase === undefined ? {} : { phase: { nl: phase.nl, en: phase.en } }
}

export const listCaseload = query({
  name: 'desk.listCaseload',
  summary: 'The people whose trajectory this member coordinates, with where they stand',
  input: z.object({
    q: z.string().max(100).default(''),
    state: z.enum(['all', 'intake', 'active', 'paused']).default('all'),
    sort: z.enum(SORTS).default('name'),
  }),
  output: z.object({ people: z.array(CaseloadLine), total: z.number() }),
  access: mayListPeople,
  rest: { method: 'GET', path: '/caseload' },
  run: async ({ db, tenantId, memberId, input, today, shown }) => {
    const caseload = await readCaseload(db, tenantId, memberId, today, { withPlaces: true })
    const wanted = foldText(input.q)
    const people = caseload
      .map((entry): CaseloadLine => ({
        participantId: entry.participantId,
        callName: entry.person.callName,
        surname: entry.person.surname,
        type: entry.trajectory.type,
        state: entry.trajectory.state,
        ...phaseIn(entry.trajectory),
        startedOn: entry.trajectory.startedOn,
        lastContactOn: entry.lastContactOn,
        stepsDone: entry.plan.stepsDone,
        stepsTotal: entry.plan.stepsTotal,
        goalsByArea: entry.plan.goalsByArea,
        placesByArea: entry.placesByArea,
        ...(entry.nextAppointmentAt === undefined ? {} : { nextAppointmentOn: dayIn(entry.nextAppointmentAt) }),
        ...(entry.plan.next === undefined ? {} : { nextStep: entry.plan.next.title }),
      }))
      .filter(line => foldText(`${line.callName} ${line.surname}`).includes(wanted))
      .filter(line => input.state === 'all' || line.state === input.state)
      .toSorted(ORDER[input.sort])
    shown(people.map(line => line.participantId))
    return { people, total: caseload.length }
  },
})
