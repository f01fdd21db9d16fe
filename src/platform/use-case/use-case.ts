import type { z } from 'zod'
import type { CalendarDay, Decision, MembershipId, ParticipantId, Refusal, Role, Slice, TenantId } from '#kernel'
import type { Db } from '../database/pool.ts'
import type { Actor, SystemActor } from './actor.ts'

/** One sentence of policy: who may do this, and which slices it opens. Whoever is not named is refused. */
export interface Access {
  /** Completes "may …" in English; shown in the access matrix. */
  readonly to: string
  readonly who: readonly Role[]
  /** Slices of the dossier that must be granted for reading. */
  readonly reads: readonly Slice[]
  /** Slices of the dossier that must be granted for writing (reading included). */
  readonly writes: readonly Slice[]
  /** Slices that are shown when granted; the rest of the answer does not depend on them. */
  readonly optional: readonly Slice[]
  /** A list opens these slices for the people whom the member reaches by name, not for those of the whole organisation. */
  readonly own?: boolean
  /** A search asks the grants itself, in the database: no list of people is opened for it, and no table of theirs can be read. */
  readonly searched?: boolean
  /** Slices that a role's task in law opens for the whole municipality, without a grant per person. */
  readonly wide: Partial<Readonly<Record<Role, readonly Slice[]>>>
}

export const allow = (access: Pick<Access, 'to' | 'who'> & Partial<Access>): Access => ({
  reads: [],
  writes: [],
  optional: [],
  wide: {},
  ...access,
})

/** What every run may use; time, ids and the actor come from here, never from the surroundings. */
export interface QueryContext<Input> {
  readonly db: Db
  readonly input: Input
  readonly actor: Actor | SystemActor
  readonly tenantId: TenantId
  /** The membership in whose name this runs. */
  readonly memberId: MembershipId
  readonly now: Date
  /** The calendar day in the Netherlands. */
  readonly today: CalendarDay
  /** Resolves to whether this slice was opened for reading (for what a use case shows only when granted). */
  readonly opened: (slice: Slice) => Promise<boolean>
  /** Names the dossiers that a list shows, for its one access line. */
  readonly shown: (ids: readonly ParticipantId[]) => void
}

export interface CommandContext<Input> extends QueryContext<Input> {
  readonly newId: <Id extends string>() => Id
  /** What changed, for the access line: names of fields, never their contents. */
  readonly record: (change: Change) => void
  /** A fact for other modules, in the same transaction. */
  readonly publish: (fact: Fact) => void
}

export interface Change {
  readonly entity: string
  readonly id: string
  readonly version?: number
  readonly fields?: readonly string[]
  /** When the dossier is only known while running (a new referral). */
  readonly participantId?: ParticipantId
}

export interface Fact {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Rest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with {camelCase} parameters that are fields of the input. */
  readonly path: string
  /** 201 for what creates; else 200. */
  readonly status?: 200 | 201
}

interface Definition<Kind extends 'query' | 'command', Input extends z.ZodObject, Output extends z.ZodType> {
  readonly kind: Kind
  /** `module.verb`, the file's name: `plans.addGoal`. */
  readonly name: string
  /** One English sentence for the API description. */
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly access: Access
  /** The dossier that this is about; absent for lists and municipality-wide work. */
  readonly subject?: (input: z.infer<Input>) => ParticipantId | undefined
  readonly rest?: Rest
}

export interface Query<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> extends Definition<
  'query',
  Input,
  Output
> {
  /** All statements are sent before the first answer is awaited, so that the whole request is one batch. */
  readonly oneBatch?: boolean
  /** false: a list that shows nobody's data (supply, settings) writes no access line. */
  readonly personal?: boolean
  readonly run: (context: QueryContext<z.infer<Input>>) => Promise<z.infer<Output> | Refusal>
}

export interface Command<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> extends Definition<
  'command',
  Input,
  Output
> {
  readonly run: (context: CommandContext<z.infer<Input>>) => Promise<Decision<z.infer<Output>>>
}

export type UseCase<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> =
  | Query<Input, Output>
  | Command<Input, Output>

export const query = <Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Omit<Query<Input, Output>, 'kind'>,
): Query<Input, Output> => ({
  kind: 'query',
  ...definition,
})

export const command = <Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Omit<Command<Input, Output>, 'kind'>,
): Command<Input, Output> => ({ kind: 'command', ...definition })
