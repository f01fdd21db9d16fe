import { parseArgs } from 'node:util'
import { type CommandLineParts, tokenCreate, userCreate } from '#organisations'
import { createActors, createPool, createRunner, municipalities, ROLES, systemClock } from '#platform'
import { UsageError, type Verb, withDatabase } from './verb.ts'

const withParts = (use: (parts: CommandLineParts) => Promise<void>): Promise<void> =>
  withDatabase(async database => {
    const pool = createPool(database.appUrl, 2)
    try {
      const runner = createRunner({ pool, clock: systemClock, stillSignedIn: createActors(pool).stillSignedIn })
      await use({ runner, municipalities: () => municipalities(pool) })
    } finally {
      await pool.end()
    }
  })

const text = { type: 'string' } as const
const needed = (value: string | undefined, option: string): string => {
  if (value === undefined) throw new UsageError(`--${option} is missing.`)
  return value
}

export const userCreateVerb: Verb = {
  words: ['user', 'create'],
  usage: 'user create --email E --name N --role R [--municipality M [--new]] [--organisation O]',
  summary: `Make an account and mail where to choose a password; roles: ${ROLES.filter(role => role !== 'participant').join(', ')}`,
  run: async (rest, say) => {
    const options = {
      email: text,
      name: text,
      role: text,
      municipality: text,
      organisation: text,
      new: { type: 'boolean' },
    } as const
    const { values } = parseArgs({ args: [...rest], options })
    const [email, name, role] = [needed(values.email, 'email'), needed(values.name, 'name'), needed(values.role, 'role')]
    const { municipality, organisation } = values
    await withParts(async parts => {
      const made = await userCreate(parts, {
        email,
        name,
        role,
        municipality,
        organisation,
        makeMunicipality: values.new === true,
      })
      say(`${email} is ${role} in ${made.municipality}; the mail goes out as soon as Opstap runs.`)
    })
  },
}

export const tokenCreateVerb: Verb = {
  words: ['token', 'create'],
  usage: 'token create --user EMAIL [--role R] [--municipality M] [--name N] [--days D]',
  summary: 'Print a bearer token for the API, once; only its fingerprint is kept',
  run: async (rest, say) => {
    const { values } = parseArgs({
      args: [...rest],
      options: { user: text, role: text, municipality: text, name: text, days: text },
    })
    const { role, municipality, name } = values
    const days = values.days === undefined ? undefined : Number(values.days)
    await withParts(async parts => {
      const { token, expiresAt } = await tokenCreate(parts, {
        email: needed(values.user, 'user'),
        role,
        municipality,
        name,
        days,
      })
      process.stderr.write(`Valid until ${expiresAt.slice(0, 10)}.\n`)
      say(token)
    })
  },
}
