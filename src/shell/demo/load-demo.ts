import type pg from 'pg'
import { addDays, type CalendarDay, dayIn } from '#kernel'
import { DEMO_PASSWORD } from '#organisations'
import { type Clock, createActors, createPool, hashPassword, systemClock } from '#platform'
import { type Cast, buildHouse, type Entrance } from './cast.ts'
import { at } from './days.ts'
import { HOUSES, STORIES } from './data/index.ts'
import { loadOwnInstrument } from './own-instrument.ts'
import { playStory } from './play-story.ts'
import { stockRecognition } from './recognition.ts'
import { createStage, DEMO_AGENT, movableClock, signEverybodyOut, type Stage } from './stage.ts'
import type { House, Story } from './story.ts'
import { stockSupply } from './supply.ts'

export interface DemoTarget {
  /** Connection string of the application's role: the demo has no other powers than the application. */
  readonly appUrl: string
  readonly clock?: Clock
}

export interface LoadedDemo {
  /** False: there was something already, and it was left as it is. */
  readonly loaded: boolean
  readonly participants: number
  readonly ms: number
}

const SIDE_BY_SIDE = 3
const OPENED_DAYS_AGO = 390

/** Nobody may sign in anywhere yet. */
const isEmpty = async (pool: pg.Pool): Promise<boolean> => (await pool.query('select from auth."user" limit 1')).rowCount === 0

/** Loading was cut off: its own sessions are still there. */
export const wasCutOff = async (pool: pg.Pool): Promise<boolean> =>
  (await pool.query('select from auth.session where user_agent = $1 limit 1', [DEMO_AGENT])).rowCount !== 0

type Studio = Entrance & { readonly today: CalendarDay; readonly now: Date }

const newStage = ({ pool, actors, today, now }: Studio): Stage =>
  createStage(pool, actors, movableClock(at(addDays(today, -OPENED_DAYS_AGO), '09:00'), now), today)

const playAll = async (studio: Studio, cast: Cast, stories: readonly Story[]): Promise<void> => {
  const queue = [...stories]
  const playNext = async (): Promise<void> => {
    for (let story = queue.shift(); story !== undefined; story = queue.shift()) await playStory(newStage(studio), cast, story)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, playNext))
}

const fillHouse = async (studio: Studio, house: House): Promise<void> => {
  const stage = newStage(studio)
  const cast = await buildHouse(stage, studio, house)
  if (house.supply) {
    await stockRecognition(stage, cast)
    await stockSupply(stage, cast)
    await loadOwnInstrument(stage, cast)
  }
  await playAll(studio, cast, STORIES[house.key] ?? [])
}

/** Fills an empty database with the fictional municipalities; everything goes through the use cases that pages use. */
export const loadDemo = async ({ appUrl, clock = systemClock }: DemoTarget): Promise<LoadedDemo> => {
  const started = performance.now()
  const pool = createPool(appUrl, SIDE_BY_SIDE + 1)
  // Should the machine fail now, loading starts again; so nobody waits for the disk before the end.
  pool.on('connect', client => void client.query('set synchronous_commit = off'))
  try {
    if (!(await isEmpty(pool))) return { loaded: false, participants: 0, ms: 0 }
    const now = clock.now()
    const entrance = { pool, actors: createActors(pool), passwordHash: await hashPassword(DEMO_PASSWORD) }
    const studio: Studio = { ...entrance, now, today: dayIn(now) }
    await Promise.all(HOUSES.map(house => fillHouse(studio, house)))
    await signEverybodyOut(pool)
    const participants = Object.values(STORIES).flat().length
    return { loaded: true, participants, ms: Math.round(performance.now() - started) }
  } finally {
    await pool.end()
  }
}
