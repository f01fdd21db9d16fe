import { verbs } from './cli/verbs.ts'
import { UsageError } from './cli/verb.ts'
import { isMistyped, wordsOfFailure } from './words-of-failure.ts'

// Whoever reads along may stop doing so (`| head`): the work goes on.
process.stdout.on('error', () => undefined)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const help = (): void => {
  say('Opstap on the command line: npm run opstap -- <verb> [options]\n')
  const width = Math.max(...verbs.map(verb => verb.usage.length)) + 2
  for (const verb of verbs) say(`  ${verb.usage.padEnd(width)}${verb.summary}`)
  say('\nThe database is the embedded one in OPSTAP_DATA (.opstap), or the one of DATABASE_URL and DATABASE_OWNER_URL.')
}

const main = async (words: readonly string[]): Promise<number> => {
  if (words.length === 0 || words[0] === 'help' || words.includes('--help')) {
    help()
    return 0
  }
  const verb = verbs.find(candidate => candidate.words.every((word, i) => words[i] === word))
  if (verb === undefined) throw new UsageError(`There is no verb "${words.join(' ')}".`)
  await verb.run(words.slice(verb.words.length), say)
  return 0
}

await main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: unknown) => {
    const mistyped = isMistyped(error)
    process.stderr.write(`${wordsOfFailure(error)}\n${mistyped ? 'See: npm run opstap -- --help\n' : ''}`)
    process.exit(mistyped ? 2 : 1)
  },
)
