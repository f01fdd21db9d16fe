import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

interface Stat {
  readonly parent: number
  /** CPU seconds of the process itself. */
  readonly own: number
  /** CPU seconds of its children that have ended. */
  readonly ended: number
}

const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const ticks = (...at: readonly number[]): number => at.reduce((sum, i) => sum + (fields[i] ?? 0), 0) / TICKS_PER_SECOND
    return { parent, own: ticks(11, 12), ended: ticks(13, 14) }
  } catch {
    return undefined
  }
}

/** CPU seconds that one process has used. */
export const cpuOf = (pid: number): number => statOf(pid)?.own ?? 0

/** CPU seconds of a PostgreSQL server with all its processes, the ended ones too. */
export const cpuOfServer = (postmaster: number): number => {
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => statOf(pid)?.parent === postmaster)
  const main = statOf(postmaster)
  return (main?.own ?? 0) + (main?.ended ?? 0) + children.reduce((sum, pid) => sum + cpuOf(pid), 0)
}

/** Resident memory of a process in megabytes. */
export const memoryOf = (pid: number): number => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes ?? 0) / 1024)
}
