import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import { accept, dayIn, type Decision, type MembershipId, newId, type ParticipantId, refuse, type Refusal } from '#kernel'
import type { Clock } from '../clock.ts'
import { dbOn, Work } from '../database/pool.ts'
import type { Actor, SystemActor } from './actor.ts'
import { enter, enterAsSystem } from './gate.ts'
import { NotFound } from './not-found.ts'
import { claimKey, earlierAnswer, keepAnswer, refusalOfKey } from './idempotency.ts'
import { readInput } from './input.ts'
import type { AnyUseCase } from './registry.ts'
import { writeDossierLine, writeFacts, writeListLine } from './trace.ts'
import type { Change, Command, CommandContext, Fact, Query, QueryContext, UseCase } from './use-case.ts'

export interface RunOptions {
  /** Makes a repeat of the same command answer as the first time. */
  readonly idempotencyKey?: string | undefined
  /** Where the request came from (network address), for the access line. */
  readonly origin?: string | undefined
}

export interface Runner {
  /** Validates, asks the access question, runs in one transaction and writes the access line. */
  readonly run: <Input extends z.ZodObject, Output extends z.ZodType>(
    useCase: UseCase<Input, Output>,
    actor: Actor | SystemActor,
    input: unknown,
    options?: RunOptions,
  ) => Promise<Decision<z.infer<Output>>>
}

export interface RunnerParts {
  readonly pool: pg.Pool
  readonly clock: Clock
  /** Is this session still alive? Asked when the gate stays closed, to tell "sign in" from "not found". */
  readonly stillSignedIn: (actor: Actor) => Promise<boolean>
  /** For demo data, whose addresses stay the same; left out, ids are fresh and ordered in time. */
  readonly newId?: <Id extends string>() => Id
}

type Enter = Promise<ReadonlySet<string> | undefined>

export const createRunner = ({ pool, clock, stillSignedIn, newId: makeId = newId }: RunnerParts): Runner => {
  /** One connection for one transaction: whatever goes wrong, it goes back without an open transaction. */
  const inWork = async <T>(use: (work: Work) => Promise<T>): Promise<T> => {
    const work = new Work(await pool.connect())
    try {
      return await use(work)
    } catch (error) {
      await work.send('rollback').catch(() => undefined)
      throw error
    } finally {
      await work.release()
    }
  }

  const open = (work: Work, actor: Actor | SystemActor, useCase: AnyUseCase, subject: ParticipantId | undefined): Enter =>
    actor.role === 'system'
      ? enterAsSystem(work, actor, useCase.access, subject)
      : enter(work, actor, useCase.access, subject, dayIn(clock.now()))

  const refused = async (actor: Actor | SystemActor, useCase: AnyUseCase, origin: string | undefined): Promise<Refusal> => {
    if (actor.role === 'system') return refuse('notFound')
    if (!(await stillSignedIn(actor))) return refuse('notSignedIn')
    await inWork(work => keepRefusal(work, { actor, useCase, origin, at: clock.now() }, []))
    return refuse('notFound')
  }

  /** A repeat of a command that closed the dossier behind itself (a referral that was accepted): its first answer stands. */
  const repeated = async (
    actor: Actor | SystemActor,
    useCase: AnyUseCase,
    input: unknown,
    key: string | undefined,
  ): Promise<Decision<unknown> | undefined> => {
    if (key === undefined || useCase.kind === 'query' || actor.role === 'system' || !(await stillSignedIn(actor)))
      return undefined
    const { tenantId, membershipId: memberId } = actor
    return inWork(async work => {
      void work.send('begin')
      void work.send(`select set_config('app.tenant', $1, true), set_config('app.actor', $2, true)`, [tenantId, memberId])
      const print = fingerprint(useCase.name, input)
      const earlier = await earlierAnswer(work, { tenantId, memberId, key, useCase: useCase.name, input: print })
      await work.send('commit')
      return earlier
    })
  }

  const contextOf = <Input>(
    work: Work,
    actor: Actor | SystemActor,
    input: Input,
    opened: Enter,
    shown: ParticipantId[],
  ): QueryContext<Input> => {
    const now = clock.now()
    return {
      db: dbOn(work),
      input,
      actor,
      tenantId: actor.tenantId,
      memberId: actor.role === 'system' ? (actor.onBehalfOf ?? (actor.tenantId as unknown as MembershipId)) : actor.membershipId,
      now,
      today: dayIn(now),
      opened: async slice => (await opened)?.has(slice) ?? false,
      shown: ids => shown.push(...ids),
    }
  }

  const runQuery = async <Input extends z.ZodObject, Output extends z.ZodType>(
    useCase: Query<Input, Output>,
    actor: Actor | SystemActor,
    input: z.infer<Input>,
    options: RunOptions,
  ): Promise<Decision<z.infer<Output>> | 'closed'> =>
    inWork(async work => {
      const subject = useCase.subject?.(input)
      const shown: ParticipantId[] = []
      const line = { actor, useCase, origin: options.origin, at: clock.now() }
      void work.send('begin')
      const opened = open(work, actor, useCase, subject)
      opened.catch(() => undefined)
      if (subject !== undefined) void writeDossierLine(work, line, subject, []).catch(() => undefined)
      const running = useCase.run(contextOf(work, actor, input, opened, shown))
      running.catch(() => undefined)
      const early = useCase.oneBatch === true && subject !== undefined ? commitBehind(work) : undefined
      early?.catch(() => undefined)
      if ((await opened) === undefined) {
        await running.catch(() => undefined)
        await (early ?? work.send('rollback'))
        return 'closed'
      }
      const answer = await settled(running)
      if (early === undefined && isRefusal(answer)) {
        await work.settle()
        await work.send('rollback')
        return answer.code === 'notFound' ? 'closed' : answer
      }
      if (subject === undefined && useCase.personal !== false) void writeListLine(work, line, shown).catch(() => undefined)
      await (early ?? work.send('commit'))
      await work.settle()
      return isRefusal(answer) ? answer : accept(answer as z.infer<Output>)
    })

  const runCommand = async <Input extends z.ZodObject, Output extends z.ZodType>(
    useCase: Command<Input, Output>,
    actor: Actor | SystemActor,
    input: z.infer<Input>,
    options: RunOptions,
  ): Promise<Decision<z.infer<Output>> | 'closed'> =>
    inWork(async work => {
      const subject = useCase.subject?.(input)
      const line = { actor, useCase, origin: options.origin, at: clock.now() }
      const changes: Change[] = []
      const facts: Fact[] = []
      const shown: ParticipantId[] = []
      void work.send('begin')
      const opened = open(work, actor, useCase, subject)
      if ((await opened) === undefined) {
        await work.send('rollback')
        return 'closed'
      }
      const base = contextOf(work, actor, input, opened, shown)
      const claim = {
        tenantId: actor.tenantId,
        memberId: base.memberId,
        key: options.idempotencyKey,
        useCase: useCase.name,
        input: fingerprint(useCase.name, input),
      }
      const earlier = await claimKey(work, claim)
      if (earlier !== undefined) {
        await work.send('rollback')
        return earlier as Decision<z.infer<Output>>
      }
      const context: CommandContext<z.infer<Input>> = {
        ...base,
        newId: <Id extends string>() => makeId<Id>(),
        record: change => void changes.push(change),
        publish: fact => void facts.push(fact),
      }
      const decision = await settled(useCase.run(context))
      if (isRefusal(decision) || !decision.ok) {
        await work.settle()
        await work.send('rollback')
        if (shown.length > 0) await keepRefusal(work, line, shown)
        return decision.code === 'notFound' && shown.length === 0 ? 'closed' : decision
      }
      await work.end()
      const about = new Set([subject, ...changes.map(change => change.participantId)].filter(id => id !== undefined))
      await Promise.all([
        ...[...about].map(id => writeDossierLine(work, line, id, changes)),
        about.size === 0 ? writeListLine(work, line, shown, changes) : undefined,
        writeFacts(work, actor.tenantId, facts, line.at),
        keepAnswer(work, claim, decision),
      ])
      await work.settle()
      const committed = await work.send('commit')
      if (committed.command !== 'COMMIT') throw new Error(`${useCase.name}: the database rolled back instead of committing`)
      return decision
    })

  const run: Runner['run'] = async (useCase, actor, raw, options = {}) => {
    const input = readInput(useCase.input, raw)
    if (!input.ok) return input
    const unfitKey = refusalOfKey(options.idempotencyKey)
    if (unfitKey !== undefined) return unfitKey
    const named = actor.role === 'system' || useCase.access.who.includes(actor.role)
    if (!named) return refused(actor, useCase, options.origin)
    const answer = await unlessUnholdable(() =>
      useCase.kind === 'query'
        ? runQuery(useCase, actor, input.value, options)
        : againWhenOvertaken(() => runCommand(useCase, actor, input.value, options)),
    )
    if (answer !== 'closed') return answer
    const earlier = await repeated(actor, useCase, input.value, options.idempotencyKey)
    return (earlier as Exclude<typeof answer, 'closed'> | undefined) ?? refused(actor, useCase, options.origin)
  }

  return { run }
}

type Line = Parameters<typeof writeListLine>[1]
/** That it was refused, and who was shown meanwhile: in a transaction of its own, since that of the run is undone. */
const keepRefusal = async (work: Work, line: Line, shown: readonly ParticipantId[]): Promise<void> => {
  void work.send('begin')
  void work.send(`select set_config('app.tenant', $1, true)`, [line.actor.tenantId])
  void writeListLine(work, line, shown, [], 'refused')
  void work.send('commit')
  await work.settle()
}

/** Sends the commit right behind the statements that the run has sent in this turn. */
const commitBehind = async (work: Work): Promise<void> => {
  await work.turn()
  await work.send('commit')
}

/** A record that a `get` had to deliver and that is not there, or not for this actor: the same refusal. */
const settled = async <T>(running: Promise<T>): Promise<T | Refusal> => {
  try {
    return await running
  } catch (error) {
    if (error instanceof NotFound) return refuse('notFound')
    throw error
  }
}

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'code' in answer

const fingerprint = (name: string, input: unknown): string =>
  createHash('sha256').update(name).update('\0').update(JSON.stringify(input)).digest('base64url')

/** Numbers, days or characters that no column can hold: the input does not fit, whatever schema let it pass. */
const UNHOLDABLE = new Set(['22003', '22007', '22008', '22021', '22P05'])
const unlessUnholdable = async <T>(attempt: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Error && 'code' in error && UNHOLDABLE.has(String(error.code)))
      return refuse('invalidInput', '', { errors: [{ field: '', code: 'invalid', params: {} }] })
    throw error
  }
}

/** Somebody else came in between: a serialisation conflict, a deadlock, or a key that was free when it was looked at. */
const AGAIN = new Set(['40001', '40P01', '23505'])
const againWhenOvertaken = async <T>(attempt: () => Promise<T>, left = 3): Promise<T> => {
  try {
    return await attempt()
  } catch (error) {
    if (left > 0 && error instanceof Error && 'code' in error && AGAIN.has(String(error.code)))
      return againWhenOvertaken(attempt, left - 1)
    throw error
  }
}
