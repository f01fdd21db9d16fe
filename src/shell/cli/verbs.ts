import { parseArgs } from 'node:util'
import { backup } from '../../platform/database/backup.ts'
import { restore } from '../../platform/database/backup-restore.ts'
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

export const verbs: readonly Verb[] = [migrateVerb, backupVerb, restoreVerb]
