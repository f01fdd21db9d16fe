import { newId, type ParticipantId } from '#kernel'
import type { Work } from '../database/pool.ts'
import type { Actor, SystemActor } from './actor.ts'
import type { AnyUseCase } from './registry.ts'
import type { Change, Fact } from './use-case.ts'

interface Line {
  readonly actor: Actor | SystemActor
  readonly useCase: AnyUseCase
  readonly origin: string | undefined
  readonly at: Date
}

const who = (actor: Actor | SystemActor) => ({
  membershipId: actor.role === 'system' ? (actor.onBehalfOf ?? null) : actor.membershipId,
  organisationId: actor.role === 'system' ? null : (actor.organisationId ?? null),
})

// Only written when the gate opened: `app.tenant` is set by it. Of the declared slices it keeps those that were opened.
const DOSSIER_LINE = `insert into access_line (tenant_id, participant_id, id, membership_id, organisation_id, role, use_case, kind, slices, origin, changed, at)
select $1, $2, $3, $4, $5, $6, $7, $8,
  array(select s from unnest($9::text[]) s where coalesce(current_setting('app.' || s, true), '') <> ''), $10, $11, $12
where nullif(current_setting('app.tenant', true), '') is not null`

const LIST_LINE = `insert into access_list (tenant_id, id, membership_id, role, use_case, kind, shown, outcome, origin, changed, at)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 where nullif(current_setting('app.tenant', true), '') is not null`

export const writeDossierLine = (
  work: Work,
  line: Line,
  participantId: ParticipantId,
  changes: readonly Change[],
): Promise<unknown> => {
  const { access, kind, name } = line.useCase
  const { membershipId, organisationId } = who(line.actor)
  const slices = [...new Set([...access.reads, ...access.writes, ...access.optional])]
  return work.send(DOSSIER_LINE, [
    line.actor.tenantId,
    participantId,
    newId(),
    membershipId,
    organisationId,
    line.actor.role,
    name,
    kind === 'query' ? 'read' : 'write',
    slices,
    line.origin ?? null,
    changes.length === 0 ? null : JSON.stringify(changes),
    line.at,
  ])
}

export const writeListLine = (
  work: Work,
  line: Line,
  shown: readonly ParticipantId[],
  changes: readonly Change[] = [],
  outcome: 'allowed' | 'refused' = 'allowed',
): Promise<unknown> =>
  work.send(LIST_LINE, [
    line.actor.tenantId,
    newId(),
    who(line.actor).membershipId,
    line.actor.role,
    line.useCase.name,
    line.useCase.kind === 'query' ? 'read' : 'write',
    shown,
    outcome,
    line.origin ?? null,
    changes.length === 0 ? null : JSON.stringify(changes),
    line.at,
  ])

/** Keeps facts for whoever reacts, and wakes the job that tells them; several in a row are told by one. */
export const writeFacts = async (work: Work, tenantId: string, facts: readonly Fact[], at: Date): Promise<void> => {
  if (facts.length === 0) return
  await Promise.all([
    ...facts.map(fact =>
      work.send('insert into outbox_fact (tenant_id, id, name, payload, at) values ($1, $2, $3, $4, $5)', [
        tenantId,
        newId(),
        fact.name,
        JSON.stringify(fact.payload),
        at,
      ]),
    ),
    work.send(`select from graphile_worker.add_job('facts', $1::json, job_key := $2, max_attempts := 12)`, [
      JSON.stringify({ tenantId }),
      `facts-${tenantId}`,
    ]),
  ])
}
