import type { CalendarDay, ParticipantId, Slice } from '#kernel'
import type { Work } from '../database/pool.ts'
import type { Actor, SystemActor } from './actor.ts'
import type { Access } from './use-case.ts'

const ENTER = 'select auth.enter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as opened'

const LIFE_AREAS = 'select auth.life_areas_on($1, $2)'
/** What was written about a life area is there while a period of it runs: the one slice that shuts by the day. */
const asksLifeAreas = ({ reads, writes, optional }: Access): boolean =>
  [reads, writes, optional].some(slices => slices.includes('lifeAreas'))

/**
 * Opens the slices that this use case declares for the rest of the transaction; the database checks session, membership
 * and grants itself. Resolves to the opened slices, or undefined when nothing was opened.
 */
export const enter = async (
  work: Work,
  actor: Actor,
  access: Access,
  subject: ParticipantId | undefined,
  today: CalendarDay,
): Promise<ReadonlySet<string> | undefined> => {
  const answering = work.send<{ opened: string[] | null }>(ENTER, [
    actor.tokenHash,
    actor.tenantId,
    actor.membershipId,
    actor.role,
    subject ?? null,
    access.reads,
    access.writes,
    access.optional,
    access.wide[actor.role] ?? [],
    access.searched === true ? null : access.own === true,
  ])
  if (subject !== undefined && asksLifeAreas(access)) void work.send(LIFE_AREAS, [subject, today]).catch(() => undefined)
  const opened = (await answering).rows[0]?.opened
  return opened === null || opened === undefined ? undefined : new Set(opened)
}

/** Jobs and the demo: the same settings, for the declared slices only, without a person behind them. */
export const enterAsSystem = async (
  work: Work,
  actor: SystemActor,
  access: Access,
  subject: ParticipantId | undefined,
): Promise<ReadonlySet<string>> => {
  const ids = subject === undefined ? '*' : `{${subject}}`
  const reads: Slice[] = [...access.reads, ...access.optional, ...access.writes]
  const settings: [string, string][] = [
    ['app.tenant', actor.tenantId],
    ['app.actor', actor.onBehalfOf ?? actor.tenantId],
    ...(asksLifeAreas(access) ? [['app.life_areas_now', '*'] as [string, string]] : []),
    ...reads.map((slice): [string, string] => [`app.${slice}`, ids]),
    ...access.writes.map((slice): [string, string] => [`app.${slice}_write`, ids]),
  ]
  await work.send('select set_config(s.name, s.value, true) from unnest($1::text[], $2::text[]) as s(name, value)', [
    settings.map(([name]) => name),
    settings.map(([, value]) => value),
  ])
  return new Set([...reads, ...access.writes.map(slice => `${slice}_write`)])
}
