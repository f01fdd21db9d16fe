import { EventEmitter } from 'node:events'
import { run, runOnce, type TaskList, type Runner as QueueRunner, type WorkerEvents } from 'graphile-worker'
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
  readonly log: (line: string) => void
}

const eventsTo = (log: JobsParts['log']): WorkerEvents => {
  const events = new EventEmitter() as WorkerEvents
  events.on('job:error', ({ job, error }) => {
    const words = error instanceof Error ? error.message : String(error)
    log(`Job ${job.task_identifier} failed at attempt ${job.attempts} of ${job.max_attempts}: ${words}`)
  })
  return events
}

export const createJobs = ({ connectionString, tasks, log }: JobsParts): Jobs => {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
  )
  const options = () => ({ connectionString, taskList, logger: quiet, events: eventsTo(log), noHandleSignals: true })
  let runner: QueueRunner | undefined
  return {
    start: async () => {
      runner ??= await run({ ...options(), concurrency: 2, maxPoolSize: 3, pollInterval: 5_000 })
    },
    stop: async () => {
      await runner?.stop()
      runner = undefined
    },
    runDue: () => runOnce({ ...options(), maxPoolSize: 2 }),
  }
}
