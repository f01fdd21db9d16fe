import { EventEmitter } from 'node:events'
import { run, type Runner as QueueRunner, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import { quiet } from './quiet.ts'

/** One kind of work; throws when it has to be tried again. */
export type JobTask = (payload: unknown) => Promise<void>

export interface Jobs {
  readonly start: () => Promise<void>
  /** Lets running work end. */
  readonly stop: () => Promise<void>
  /** Does what waits, then returns: for tests and the command line. */
  readonly runDue: () => Promise<void>
}

export interface JobsParts {
  /** The application's role; LISTEN and the work itself use connections of their own, outside the request pool. */
  readonly connectionString: string
  readonly tasks: Readonly<Record<string, JobTask>>
  /** Those of the tasks that are done every night, by one of the servers; a night that was missed is made up for. */
  readonly daily?: readonly string[]
  readonly log: (line: string) => void
}

const AGAIN_MS = 2_000
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const eventsTo = (log: JobsParts['log']): WorkerEvents => {
  const events = new EventEmitter() as WorkerEvents
  events.on('job:error', ({ job, error }) => {
    log(`Job ${job.task_identifier} failed at attempt ${job.attempts} of ${job.max_attempts}: ${textOf(error)}`)
  })
  return events
}

export const createJobs = ({ connectionString, tasks, daily = [], log }: JobsParts): Jobs => {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
  )
  // At 03:17 UTC: few are at work, and it is not the hour at which everything else of a server room starts.
  const crontab = daily.map(name => `17 3 * * * ${name} ?fill=1d&id=${name}&max=3`).join('\n')
  const options = () => ({ connectionString, taskList, logger: quiet, events: eventsTo(log), noHandleSignals: true })
  let runner: QueueRunner | undefined
  let stopped = true
  let timer: NodeJS.Timeout | undefined

  /** The queue gives up when the database stays away; the product goes on, so the work is taken up again. */
  const again = (error: unknown): void => {
    runner = undefined
    if (stopped) return
    log(`Jobs stopped and start again: ${textOf(error)}`)
    timer = setTimeout(() => void retry(), AGAIN_MS)
    timer.unref()
  }

  const retry = async (): Promise<void> => {
    try {
      await begin()
    } catch (error) {
      again(error)
    }
  }

  const begin = async (): Promise<void> => {
    const started = await run({ ...options(), crontab, concurrency: 2, maxPoolSize: 3, pollInterval: 5_000 })
    runner = started
    started.promise.then(() => again('the queue ended'), again)
  }

  return {
    start: async () => {
      if (!stopped) return
      stopped = false
      await begin()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await runner?.stop().catch(() => undefined)
      runner = undefined
    },
    runDue: () => runOnce({ ...options(), maxPoolSize: 2 }),
  }
}
