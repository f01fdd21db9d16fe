import { Logger } from 'graphile-worker'

/** The queue's own log lines are left out; what goes wrong is told by the events in jobs.ts. */
export const quiet = new Logger(() => () => undefined)
