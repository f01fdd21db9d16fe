import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import { type CalendarDay, newId } from '#kernel'
import {
  type Actor,
  type Actors,
  type Clock,
  createRunner,
  hashToken,
  type Runner,
  type SystemActor,
  type UseCase,
} from '#platform'

/**
 * Marks the sessions that exist only while the demo is loaded: one that is left tells that loading was cut off, and then
 * the database is emptied. With a line break, which no header can hold: nobody signs in under this name from outside.
 */
export const DEMO_AGENT = 'opstap\ndemo'

/** A time that the story moves: never back, and never past the present. */
export interface MovableClock extends Clock {
  readonly moveTo: (instant: Date) => void
}

const APART_MS = 3 * 60_000

export const movableClock = (start: Date, latest: Date): MovableClock => {
  let at = start
  return {
    now: () => at,
    moveTo: instant => {
      const next = Math.max(instant.getTime(), at.getTime() + APART_MS)
      at = new Date(Math.min(next, latest.getTime()))
    },
  }
}

/** Runs use cases as the people of the demo, through the same runner as a page does, at the time of the story. */
export interface Stage {
  readonly clock: MovableClock
  readonly today: CalendarDay
  readonly runner: Runner
  /** Runs it or fails with what was refused; `ids` are the names of what it makes, in order. */
  readonly run: <Input extends z.ZodObject, Output extends z.ZodType>(
    useCase: UseCase<Input, Output>,
    actor: Actor | SystemActor,
    input: unknown,
    ids?: readonly string[],
  ) => Promise<z.infer<Output>>
}

export const createStage = (pool: pg.Pool, actors: Actors, clock: MovableClock, today: CalendarDay): Stage => {
  let named: readonly string[] = []
  const runner = createRunner({
    pool,
    clock,
    stillSignedIn: actors.stillSignedIn,
    newId: <Id extends string>() => {
      const [first, ...rest] = named
      named = rest
      return (first as Id | undefined) ?? newId<Id>()
    },
  })
  return {
    clock,
    today,
    runner,
    run: async (useCase, actor, input, ids = []) => {
      named = ids
      const decision = await runner.run(useCase, actor, input)
      if (decision.ok) return decision.value
      const { code, field = '', details = {} } = decision
      throw new Error(`${useCase.name} was refused: ${code} ${field} ${JSON.stringify(details).slice(0, 300)}`)
    },
  }
}

/** Somebody of the demo who signs in for as long as it takes to load. */
export const signIn = async (pool: pg.Pool, actors: Actors, userId: string): Promise<Actor> => {
  const token = randomBytes(24).toString('base64url')
  await pool.query(
    `insert into auth.session (id, token, user_id, expires_at, user_agent) values ($1, $2, $3, now() + interval '1 hour', $4)`,
    [newId(), hashToken(token), userId, DEMO_AGENT],
  )
  const actor = await actors.find(token)
  if (actor === undefined) throw new Error('A sign-in of the demo opens nothing')
  return actor
}

/** A participant signs in with a code; in the demo a password does as well. */
export const givePassword = async (pool: pg.Pool, userId: string, hash: string): Promise<void> => {
  await pool.query(
    `insert into auth.account (id, account_id, provider_id, user_id, password) values ($1, $2::text, 'credential', $2::uuid, $3)`,
    [newId(), userId, hash],
  )
}

/** The end of loading: it is on disk when this resolves. */
export const signEverybodyOut = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('set synchronous_commit = on')
    await client.query('delete from auth.session where user_agent = $1', [DEMO_AGENT])
  } finally {
    client.release()
  }
}
