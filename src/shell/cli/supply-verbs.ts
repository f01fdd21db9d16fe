import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Refusal } from '#kernel'
import { createActors, createPool, createRunner, municipalities, type Runner, type SystemActor, systemClock } from '#platform'
import { exportOffers, importPoints, importSupply } from '#supply'
import { UsageError, type Verb, withDatabase } from './verb.ts'

const parsed = (rest: readonly string[]) =>
  parseArgs({
    args: [...rest],
    allowPositionals: true,
    options: { municipality: { type: 'string' }, points: { type: 'boolean' }, language: { type: 'string' } },
  })

/** Runs in the municipality that is named, or in the only one there is. */
const inMunicipality = (slug: string | undefined, use: (runner: Runner, actor: SystemActor) => Promise<void>): Promise<void> =>
  withDatabase(async database => {
    const pool = createPool(database.appUrl, 2)
    try {
      const all = await municipalities(pool)
      const chosen = all.filter(one => slug === undefined || one.slug === slug || one.name === slug)
      const [only, ...others] = chosen
      if (only === undefined || others.length > 0)
        throw new UsageError(
          `Which municipality? --municipality ${all.map(one => one.slug).join(' | ') || '(there is none yet)'}`,
        )
      const runner = createRunner({ pool, clock: systemClock, stillSignedIn: createActors(pool).stillSignedIn })
      await use(runner, { role: 'system', tenantId: only.tenantId, name: 'command line' })
    } finally {
      await pool.end()
    }
  })

const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const explain = ({ code, details }: Refusal): string => {
  const line = word(details?.['line'])
  return `Not taken over: ${word(details?.['reason']) || code}${line === '' ? '' : ` on line ${line}`}.`
}

const fileIn = (positionals: readonly string[], verb: string): string => {
  const [file] = positionals
  if (file === undefined) throw new UsageError(`${verb} needs a file.`)
  return file
}

const listFile = (path: string) => {
  try {
    return { fileName: basename(path), bytes: readFileSync(path) }
  } catch {
    throw new UsageError(`${path} cannot be read.`)
  }
}

export const importVerb: Verb = {
  words: ['import'],
  usage: 'import FILE [--municipality NAME] [--points]',
  summary: 'Take over a list of offers (CSV), or with --points where postcodes are (postcode;lat;lon)',
  run: async (rest, say) => {
    const { positionals, values } = parsed(rest)
    const file = listFile(fileIn(positionals, 'import'))
    await inMunicipality(values.municipality, async (runner, actor) => {
      if (values.points === true) {
        const points = await importPoints(runner, actor, file)
        if (!points.ok) throw new UsageError(explain(points))
        return say(`${points.value.taken} postcodes taken over, ${points.value.refused} lines refused.`)
      }
      const answer = await importSupply(runner, actor, file)
      if (!answer.ok) throw new UsageError(explain(answer))
      const { rows, result, summary } = answer.value
      for (const row of rows) say(row)
      say(
        Object.entries(result)
          .map(([name, count]) => `${count} ${name}`)
          .join(', '),
      )
      if (summary.doubles > 0) say(`${summary.doubles} probably double: decide in the browser, at /aanbod/dubbel`)
    })
  },
}

export const exportVerb: Verb = {
  words: ['export'],
  usage: 'export FILE [--municipality NAME] [--language nl|en]',
  summary: 'Write the supply as CSV, which can be imported again',
  run: async (rest, say) => {
    const { positionals, values } = parsed(rest)
    const file = fileIn(positionals, 'export')
    await inMunicipality(values.municipality, async (runner, actor) => {
      const made = await runner.run(exportOffers, actor, { language: values.language ?? 'nl' })
      if (!made.ok) throw new UsageError(explain(made))
      writeFileSync(file, made.value.csv)
      say(`${made.value.count} offers are in ${file}.`)
    })
  },
}
