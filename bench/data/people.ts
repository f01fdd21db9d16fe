import { foldText } from '#kernel'
import { COLLEAGUE_REACH, COORDINATOR_REACH } from '#sharing'
import type { Row } from './copy.ts'
import { fastId } from './random.ts'
import { CALL_NAMES, SENTENCES, STEPS, SURNAMES, WISHES } from './words.ts'

const DAY = 86_400_000
const AREAS = ['independence', 'contacts', 'takingPart', 'contributing', 'skills', 'paidWork']

export interface Coach {
  readonly tenantId: string
  readonly organisationId: string
  readonly membershipId: string
  readonly token: string
  readonly participants: string[]
}

/** Rows per table, gathered for one batch of people. */
export type Batch = Map<string, Row[]>

const add = (batch: Batch, table: string, row: Row): void => {
  const rows = batch.get(table)
  if (rows === undefined) batch.set(table, [row])
  else rows.push(row)
}

export const PEOPLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  participant: ['tenant_id', 'participant_id', 'call_name'],
  participant_identity: ['tenant_id', 'participant_id', 'surname', 'birth_date', 'folded_name'],
  participant_contact: ['tenant_id', 'participant_id', 'phone', 'postcode', 'place'],
  access_grant: [
    'tenant_id',
    'id',
    'participant_id',
    'membership_id',
    'organisation_id',
    'reads',
    'writes',
    'ground',
    'legal_basis',
    'purpose',
    'valid_from',
  ],
  trajectory: ['tenant_id', 'id', 'participant_id', 'type', 'law', 'state', 'organisation_id', 'coordinator_id', 'started_on'],
  review: ['tenant_id', 'id', 'participant_id', 'trajectory_id', 'planned_on', 'state'],
  wish: ['tenant_id', 'id', 'participant_id', 'kind', 'words', 'said_on', 'written_by'],
  practical: ['tenant_id', 'participant_id', 'day_parts', 'max_distance_km', 'travel_mode', 'dutch_level', 'energy'],
  goal: ['tenant_id', 'id', 'participant_id', 'wish_id', 'area', 'title', 'state', 'position'],
  step: [
    'tenant_id',
    'id',
    'participant_id',
    'goal_id',
    'title',
    'who',
    'planned_on',
    'recognition_kind',
    'recognition',
    'state',
    'answered_at',
    'answered_by',
    'position',
  ],
  appointment: ['tenant_id', 'id', 'participant_id', 'membership_id', 'kind', 'starts_at', 'minutes', 'state'],
  note: ['tenant_id', 'id', 'participant_id', 'words', 'kind', 'happened_on', 'written_at', 'written_by'],
}

const at = <T>(items: readonly T[], n: number): T => items[n % items.length] as T
const day = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

const addPlan = (batch: Batch, coach: Coach, id: string, n: number, now: number): void => {
  const { tenantId, membershipId } = coach
  const goals = 1 + (n % 4)
  add(batch, 'practical', [tenantId, id, ['2-morning', '4-afternoon', '5-morning'], 5, 'bike', 'A2', 'some'])
  for (let g = 0; g < goals; g += 1) {
    const wishId = fastId(now)
    const goalId = fastId(now)
    const words = at(WISHES, n + g)
    add(batch, 'wish', [tenantId, wishId, id, g === 3 ? 'strength' : 'wish', words, day(now - 90 * DAY), membershipId])
    add(batch, 'goal', [tenantId, goalId, id, wishId, at(AREAS, n + g), words.replace('Ik wil ', ''), 'open', g])
    for (let s = 0; s < 3; s += 1) {
      const done = s === 0
      add(batch, 'step', [
        tenantId,
        fastId(now),
        id,
        goalId,
        at(STEPS, n + s),
        'participant',
        day(now + (s - 1) * 7 * DAY),
        'compliment',
        'Goed gedaan',
        done ? 'done' : 'open',
        done ? new Date(now - 7 * DAY).toISOString() : null,
        done ? membershipId : null,
        s,
      ])
    }
  }
}

/** One person with everything that a year of guidance leaves behind. */
export const addPerson = (batch: Batch, coach: Coach, n: number, notes: number, now: number): void => {
  const { tenantId, organisationId, membershipId } = coach
  const id = fastId(now)
  const trajectoryId = fastId(now)
  const callName = at(CALL_NAMES, n)
  const surname = `${at(SURNAMES, Math.floor(n / CALL_NAMES.length))} ${(n % 997).toString(36)}`
  coach.participants.push(id)
  add(batch, 'participant', [tenantId, id, callName])
  add(batch, 'participant_identity', [
    tenantId,
    id,
    surname,
    day(Date.UTC(1960 + (n % 45), n % 12, 1 + (n % 28))),
    foldText(`${callName} ${surname}`),
  ])
  add(batch, 'participant_contact', [tenantId, id, '0600000000', '2451 AB', 'Veenrijk'])
  const grant = (membership: string | null, organisation: string | null, reach: typeof COORDINATOR_REACH): Row => [
    tenantId,
    fastId(now),
    id,
    membership,
    organisation,
    reach.reads,
    reach.writes,
    'trajectory',
    'Participatiewet',
    'coordinate',
    day(now - 200 * DAY),
  ]
  add(batch, 'access_grant', grant(membershipId, null, COORDINATOR_REACH))
  add(batch, 'access_grant', grant(null, organisationId, COLLEAGUE_REACH))
  add(batch, 'trajectory', [
    tenantId,
    trajectoryId,
    id,
    'socialActivation',
    'participatiewet',
    'active',
    organisationId,
    membershipId,
    day(now - 200 * DAY),
  ])
  add(batch, 'review', [tenantId, fastId(now), id, trajectoryId, day(now + (n % 90) * DAY), 'planned'])
  addPlan(batch, coach, id, n, now)
  add(batch, 'appointment', [
    tenantId,
    fastId(now),
    id,
    membershipId,
    'conversation',
    new Date(now + (n % 30) * DAY).toISOString(),
    60,
    'planned',
  ])
  for (let i = 0; i < notes; i += 1) {
    const written = now - (i * 360 * DAY) / notes - (n % 24) * 3_600_000
    const words = `${at(SENTENCES, n + i)} ${at(SENTENCES, n * 7 + i * 3)}`
    add(batch, 'note', [
      tenantId,
      fastId(written),
      id,
      words,
      at(['conversation', 'phone', 'visit'], i),
      day(written),
      new Date(written).toISOString(),
      membershipId,
    ])
  }
}
