import { CommandLineError } from '#organisations'
import { isDatabaseAway } from '#platform'
import { BackupError } from '../platform/database/backup.ts'
import { DatabaseStartError } from '../platform/database/embedded-error.ts'
import { UsageError } from './cli/verb.ts'

const KNOWN = [DatabaseStartError, BackupError, CommandLineError, UsageError]
const SETTING = /^A setting does not fit/

/** Where a server wanted to listen. */
const placeOf = (error: Error): string =>
  'port' in error && typeof error.port === 'number' ? `port ${error.port}` : 'that address'

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** What somebody did who runs Opstap from a terminal: one sentence where the cause is known, else all that is known. */
export const wordsOfFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (KNOWN.some(kind => error instanceof kind) || SETTING.test(error.message)) return error.message
  const code = codeOf(error)
  if (code.startsWith('ERR_PARSE_ARGS')) return error.message
  if (code === 'EADDRINUSE') return `Something else listens on ${placeOf(error)}: choose another with PORT.`
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `Opstap may not listen on ${placeOf(error)}: choose another with PORT.`
  const whole = error.stack ?? error.message
  return isDatabaseAway(error) ? `The database cannot be reached. ${whole}` : whole
}

/** Was the command typed in a way that does not exist? Then the help belongs with it. */
export const isMistyped = (error: unknown): boolean =>
  error instanceof UsageError || (error instanceof Error && codeOf(error).startsWith('ERR_PARSE_ARGS'))
