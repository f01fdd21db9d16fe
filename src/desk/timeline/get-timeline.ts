import { z } from 'zod'
import { type CalendarDay, MembershipId, type OrganisationId, ParticipantId, type Slice, type TenantId } from '#kernel'
import { readAppointments, readNotes } from '#contacts'
import { readFinishedInstruments } from '#instruments'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { type Db, found, query } from '#platform'
import { readPayments, readPlacements, readPlan, readWorkPlacements } from '#plans'
import { type ChangeRow, readChanges, readDoers } from '#sharing'
import {
  readAdviceReasons,
  readLifeAreasTold,
  readReferralReasons,
  readReferrals,
  readReviews,
  readTrajectoryReasons,
} from '#trajectories'
import { mayReadTimeline } from './access.ts'
import { HAPPENING_KINDS, HAPPENING_SLICES, kindOf, useCasesOf } from './happenings.ts'
import { type Subject, subjectsOf } from './subjects.ts'

const Person = z.object({
  membershipId: MembershipId,
  name: z.string(),
  role: z.string(),
  organisationName: z.string().optional(),
})

const Happening = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(HAPPENING_KINDS),
  /** The name of what was done: `plans.addGoal`. */
  useCase: z.string(),
  /** Absent: Opstap itself. */
  by: Person.optional(),
  /** What it was about, as it reads today. */
  about: z.array(
    z.object({
      entity: z.string(),
      words: z.string(),
      language: z.string().optional(),
      why: z.string().optional(),
      /** A reason that was chosen from a list: of a pause or an ending. */
      code: z.string().optional(),
    }),
  ),
})
export type Happening = Readonly<z.infer<typeof Happening>>

export const Timeline = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  happenings: z.array(Happening),
  /** Everybody who ever did something here, for the filter. */
  people: z.array(Person),
  /** There is more: ask with `before` this line. */
  next: z.uuid().optional(),
})
export type Timeline = Readonly<z.infer<typeof Timeline>>

const PAGE = 40
const ALL = 2_000

/** What was written about, for those parts that this reader may see. */
const readSubjects = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  today: CalendarDay,
  organisationId: OrganisationId | undefined,
): Promise<ReadonlyMap<string, Subject>> => {
  const [plan, placements, works, payments, notes, appointments, referrals, reviews, instruments, lifeAreas, reasons, ...told] =
    await Promise.all([
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readWorkPlacements(db, tenantId, participantId),
      readPayments(db, tenantId, participantId),
      readNotes(db, tenantId, participantId, ALL),
      readAppointments(db, tenantId, participantId, ALL),
      readReferrals(db, tenantId, participantId),
      readReviews(db, tenantId, participantId),
      readFinishedInstruments(db, tenantId, participantId),
      readLifeAreasTold(db, tenantId, participantId, today),
      readTrajectoryReasons(db, tenantId, participantId),
      readReferralReasons(db, tenantId, participantId, organisationId),
      readAdviceReasons(db, tenantId, participantId),
    ])
  return subjectsOf({
    plan,
    placements,
    works,
    payments,
    notes,
    appointments,
    referrals,
    reviews,
    instruments,
    lifeAreas,
    reasons,
    told: told.flat(),
  })
}

/** Why an area was opened is no reason for what was done with it later. */
const OPENING: readonly string[] = ['trajectories.openLifeArea', 'trajectories.amendLifeArea']
const toldBy = (useCase: string, { why, ...subject }: Subject): Subject =>
  why === undefined || (subject.entity === 'lifeArea' && !OPENING.includes(useCase)) ? subject : { ...subject, why }

const happened = (
  row: ChangeRow,
  people: ReadonlyMap<string, z.infer<typeof Person>>,
  subjects: ReadonlyMap<string, Subject>,
): Happening[] => {
  const kind = kindOf(row.useCase)
  if (kind === undefined) return []
  const by = row.membershipId === null ? undefined : people.get(row.membershipId)
  const about = new Map<string, Subject>()
  for (const change of row.changes) {
    const key = `${change.entity}/${change.id}`
    const subject = subjects.get(`${key}/${change.version ?? 0}`) ?? subjects.get(key)
    if (subject !== undefined) about.set(`${change.entity}/${change.id}`, subject)
  }
  return [
    {
      id: row.id,
      at: row.at.toISOString(),
      kind,
      useCase: row.useCase,
      ...(by === undefined ? {} : { by }),
      about: [...about.values()].map(subject => toldBy(row.useCase, subject)),
    },
  ]
}

/** A questionnaire is kept page by page: one line tells that, not one per page. */
const isSamePaging = (row: ChangeRow, newer: ChangeRow | undefined): boolean =>
  row.useCase === 'instruments.saveAnswers' &&
  newer?.useCase === row.useCase &&
  newer.membershipId === row.membershipId &&
  newer.changes[0]?.id === row.changes[0]?.id

export const getTimeline = query({
  name: 'desk.getTimeline',
  summary: 'Everything that was done in a dossier, newest first: what, by whom, when and why',
  input: z.object({
    participantId: ParticipantId,
    kind: z.enum(HAPPENING_KINDS).optional(),
    /** Only what this member did. */
    by: MembershipId.optional(),
    /** For the next page: the last line of the one before. */
    before: z.uuid().optional(),
  }),
  output: Timeline,
  access: mayReadTimeline,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/timeline' },
  run: async ({ db, tenantId, input, actor, today, opened }) => {
    const { participantId, kind, by, before } = input
    const sees = await Promise.all(HAPPENING_SLICES.map(async slice => [slice, await opened(slice)] as const))
    const open = new Set<Slice>(sees.flatMap(([slice, yes]) => (yes ? [slice] : [])))
    const useCases = useCasesOf(open, kind)
    const [known, rows, doers, subjects] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readChanges(db, tenantId, participantId, { useCases, membershipId: by, before, limit: PAGE + 1 }),
      readDoers(db, tenantId, participantId),
      readSubjects(db, tenantId, participantId, today, actor.role === 'system' ? undefined : actor.organisationId),
    ])
    const names = await memberNames(db, tenantId, doers)
    const people = new Map<string, z.infer<typeof Person>>(
      [...names].map(([membershipId, { name, role, organisationName }]) => [
        membershipId,
        { membershipId, name, role, ...(organisationName === undefined ? {} : { organisationName }) },
      ]),
    )
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      participantId,
      callName: found(known.get(participantId), 'participant'),
      happenings: shown.filter((row, at) => !isSamePaging(row, shown[at - 1])).flatMap(row => happened(row, people, subjects)),
      people: [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
      ...(rows.length > PAGE && last !== undefined ? { next: last.id } : {}),
    }
  },
})
