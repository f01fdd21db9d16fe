import { Client } from 'pg'
import { ACTORS_CHANNEL, type Actors } from './actors.ts'

const AGAIN_MS = 1_000

export interface Listening {
  readonly stop: () => Promise<void>
}

/**
 * Clears the actors of this process when any process changed sessions, memberships or accounts. While the connection is
 * away nothing is lost: the database asks again at every request, and the cache lives five seconds at most.
 */
export const listenForActors = (connectionString: string, actors: Actors): Listening => {
  let stopped = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined

  const again = (): void => {
    actors.clear()
    client = undefined
    if (!stopped) timer = setTimeout(() => void connect(), AGAIN_MS).unref()
  }

  const connect = async (): Promise<void> => {
    const mine = new Client({ connectionString })
    client = mine
    let over = false
    const lost = (): void => {
      if (over) return
      over = true
      again()
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', () => actors.clear())
    try {
      await mine.connect()
      await mine.query(`listen ${ACTORS_CHANNEL}`)
    } catch {
      void mine.end().catch(() => undefined)
      lost()
    }
  }

  void connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
