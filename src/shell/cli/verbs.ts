import { parseArgs } from 'node:util'
import { backup } from '../../platform/database/backup.ts'
import { restore } from '../../platform/database/backup-restore.ts'
import { configureBsn } from '#people'
import { configurePaperCodes } from '#platform'
import { startDemo, tellSignIns } from '../demo/start-demo.ts'
import { secretOf } from '../secret.ts'
import { tokenCreateVerb, userCreateVerb } from './account-verbs.ts'
import { exportVerb, importVerb } from './supply-verbs.ts'
import { UsageError, type Verb, withDatabase } from './verb.ts'

const fileOf = (rest: readonly string[], verb: string): string => {
  const { positionals } = parseArgs({ args: [...rest], allowPositionals: true })
  const [file] = positionals
  if (file === undefined) throw new UsageError(`${verb} needs a file.`)
  return file
}

const migrateVerb: Verb = {
  words: ['migrate'],
  usage: 'migrate',
  summary: 'Bring the database up to date',
  run: (_rest, say) => withDatabase(async () => say('The database is up to date.')),
}

const backupVerb: Verb = {
  words: ['backup'],
  usage: 'backup FILE',
  summary: 'Write everything into one file',
  run: (rest, say) =>
    withDatabase(async database => {
      const file = fileOf(rest, 'backup')
      const { tables, rows } = await backup(database.ownerUrl, file)
      say(`${rows} rows of ${tables} tables are in ${file}.`)
    }),
}

const restoreVerb: Verb = {
  words: ['restore'],
  usage: 'restore FILE',
  summary: 'Read such a file into an empty database',
  run: (rest, say) =>
    withDatabase(async database => {
      const file = fileOf(rest, 'restore')
      const { tables, rows } = await restore(database.ownerUrl, file)
      say(`${rows} rows of ${tables} tables are back from ${file}.`)
    }),
}

const demoVerb: Verb = {
  words: ['demo'],
  usage: 'demo',
  summary: 'Load the demo data into an empty database',
  run: (_rest, say) =>
    withDatabase(async (database, config) => {
      if (!config.demo) throw new UsageError('The demo is off here: OPSTAP_DEMO=1 turns it on.')
      configureBsn(secretOf(config))
      configurePaperCodes(secretOf(config))
      const { loaded } = await startDemo(database, say)
      if (!loaded) return say('There is data already; it is left as it is.')
      tellSignIns(say)
    }),
}

export const verbs: readonly Verb[] = [
  migrateVerb,
  demoVerb,
  userCreateVerb,
  tokenCreateVerb,
  importVerb,
  exportVerb,
  backupVerb,
  restoreVerb,
]
