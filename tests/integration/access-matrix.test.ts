import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnyUseCase, createPool, createRunner, type Runner, systemClock } from '#platform'
import { expectedFor, leaksIn, mixedFixture, unknownFixture } from '../support/access-cells.ts'
import type { AccessEntry } from '../support/access-entry.ts'
import { allUseCases } from '../support/all-use-cases.ts'
import { accessEntries } from '../support/entries/index.ts'
import type { Fixture } from '../support/fixture.ts'
import { matrixDocument } from '../support/matrix-document.ts'
import { runAny } from '../support/run-named.ts'
import { OWNERSHIP, type Standing, STANDING_NAMES } from '../support/standings.ts'
import { undoCommits } from '../support/undone-pool.ts'
import { createWorld, type Label, type World, type WorldActor } from '../support/world.ts'

/**
 * Every role × every use case × every standing towards a dossier, reading and writing, against a table written by hand
 * (tests/support/entries). What the table does not name must be refused, with the same bytes as something unknown.
 */
const REFUSED = '{"ok":false,"code":"notFound"}'

let world: World
let undone: ReturnType<typeof createPool>
/** Commits what it is allowed to do. */
let committing: Runner
/** Runs to the end, and leaves the world as it was. */
let passing: Runner

interface Cell {
  readonly useCase: AnyUseCase
  readonly entry: AccessEntry
  readonly actor: WorldActor
  readonly label: Label
  readonly target: string
  readonly input: unknown
  readonly expected: ReturnType<typeof expectedFor>
}

beforeAll(async () => {
  world = await createWorld()
  const { stillSignedIn } = world.house.actors
  undone = undoCommits(createPool(world.house.appUrl, 4))
  passing = createRunner({ pool: undone, clock: systemClock, stillSignedIn })
  committing = world.house.runner
}, 60_000)
afterAll(async () => {
  await undone.end()
  await world.house.close()
})

const withoutIds = (answer: unknown): string => JSON.stringify(answer).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')

/** What is wrong with the answer in this cell, in words; nothing when it is right. */
const judge = async (cell: Cell): Promise<readonly string[]> => {
  const { useCase, entry, actor, input, expected, label, target } = cell
  const where = `${useCase.name} by ${actor.role} (${actor.standing}) on ${target}`
  const runner = expected === 'notFound' ? committing : passing
  const answer = await runAny(runner, useCase, actor.actor, input)
  const leaks = leaksIn(entry, actor, input, answer).map(leak => `${where}: shows ${leak}`)
  if (expected === 'notFound')
    return JSON.stringify(answer) === REFUSED ? leaks : [...leaks, `${where}: ${JSON.stringify(answer).slice(0, 200)}`]
  if (expected === 'asUnknown') {
    const unknown = await runAny(passing, useCase, actor.actor, entry.input(unknownFixture(world.fixtures[label])))
    return withoutIds(answer) === withoutIds(unknown)
      ? leaks
      : [...leaks, `${where}: differs from unknown: ${JSON.stringify(answer)}`]
  }
  if (expected === 'ok') return answer.ok ? leaks : [...leaks, `${where}: ${JSON.stringify(answer)}`]
  return !answer.ok && answer.code === expected ? leaks : [...leaks, `${where}: ${JSON.stringify(answer).slice(0, 200)}`]
}

const judgeAll = async (cells: readonly Cell[]): Promise<readonly string[]> => {
  const wrong: string[] = []
  const queue = [...cells]
  const work = async (): Promise<void> => {
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) wrong.push(...(await judge(cell)))
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return wrong
}

/** Every row of every table but the lines about who was refused: what a refused request may not touch. */
const checksum = async (): Promise<string> => {
  const { rows } = await world.house.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relname not in ('access_list', 'access_line')
       and n.nspname = 'public' order by 1`,
  )
  const sums = await Promise.all(
    rows.map(async ({ name }) => {
      const sum = await world.house.owner.query<{ sum: string }>(
        `select '${name}' || count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from "${name}" t`,
      )
      return sum.rows[0]?.sum ?? ''
    }),
  )
  return sums.join('\n')
}

/** A role that is not named is refused before its grants are read: one standing per kind of ownership shows it. */
const standingsFor = (entry: AccessEntry, { role }: WorldActor): readonly Standing[] => {
  if (entry.about === 'municipality') return ['own', 'placement', 'otherOrganisation', 'otherMunicipality']
  return entry.who.includes(role)
    ? STANDING_NAMES
    : ['own', 'colleague', 'sharedPlanToWrite', 'otherOrganisation', 'otherMunicipality']
}

const cellsOf = (useCase: AnyUseCase, entry: AccessEntry): readonly Cell[] => {
  const { A1, A2, B1 } = world.fixtures
  const cell = (actor: WorldActor, label: Label, target: string, fixture: Fixture, expected?: Cell['expected']): Cell => ({
    useCase,
    entry,
    actor,
    label,
    target,
    input: entry.input(fixture),
    expected: expected ?? expectedFor(entry, actor, label, world),
  })
  const asked = world.actors.filter(actor => ['own', 'asked'].includes(actor.standing))
  const named = asked.filter(actor => entry.who.includes(actor.role))
  const standing = world.actors.filter(actor => standingsFor(entry, actor).includes(actor.standing))
  const everybody = standing.map(actor => cell(actor, 'A1', 'A1', A1))
  const unknown = unknownFixture(A1)
  const nothing = (actor: WorldActor): readonly Cell[] =>
    entry.about === 'dossier' ? [cell(actor, 'A1', 'an unknown id', unknown, 'notFound')] : []
  const others = asked.flatMap(actor => {
    if (!entry.who.includes(actor.role)) return actor.standing === 'own' ? [cell(actor, 'B1', 'B1', B1), ...nothing(actor)] : []
    return [cell(actor, 'A2', 'A2', A2), cell(actor, 'B1', 'B1', B1), ...nothing(actor)]
  })
  const own = JSON.stringify(entry.input(A1))
  const mixed = (other: Fixture, target: string): readonly Cell[] => {
    const fixture = mixedFixture(A1, other)
    const input = JSON.stringify(entry.input(fixture))
    if (entry.about !== 'dossier' || input === own || !input.includes(A1.participantId)) return []
    return named.map(actor => cell(actor, 'A1', target, fixture, 'notFound'))
  }
  return [
    ...everybody,
    ...others,
    ...mixed(A2, 'A1 with records of A2'),
    ...mixed(B1, 'A1 with records of B1'),
    ...mixed(unknown, 'A1 with unknown records'),
  ]
}

const tally = new Map<string, number>()
const count = (cells: readonly Cell[]): void => {
  for (const { actor, entry, target } of cells) {
    const ownership =
      target === 'A1' ? OWNERSHIP[actor.standing] : target === 'B1' ? 'other municipality' : `id of another: ${target}`
    const name = `${entry.kind}, ${ownership}`
    tally.set(name, (tally.get(name) ?? 0) + 1)
  }
}

describe('given the table of who may do what', () => {
  test('then every use case of the product has an entry, and every entry a use case', () => {
    expect(Object.keys(accessEntries).toSorted()).toEqual(allUseCases.map(useCase => useCase.name).toSorted())
  })

  test('then reading is a query that changes nothing, and writing a command', () => {
    const kinds = allUseCases.map(useCase => [useCase.name, useCase.kind === 'query' ? 'read' : 'write'])
    expect(Object.fromEntries(kinds)).toEqual(
      Object.fromEntries(Object.entries(accessEntries).map(([name, entry]) => [name, entry.kind])),
    )
  })

  test('then docs/access-matrix.md says the same (else: npm run access-matrix)', () => {
    const document = readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8')
    expect(document).toBe(matrixDocument(accessEntries))
  })
})

describe('when every role tries every use case in every standing', () => {
  for (const useCase of allUseCases) {
    const entry = accessEntries[useCase.name]
    if (entry === undefined) continue
    test(`then ${useCase.name} answers only whom the table names`, async () => {
      const cells = cellsOf(useCase, entry)
      count(cells)
      const before = await checksum()
      expect(await judgeAll(cells)).toEqual([])
      expect(await checksum(), 'a refused request altered something').toBe(before)
    })
  }

  test('then each kind of ownership was tried, reading and writing', () => {
    const lines = [...tally].map(([name, cells]) => `  ${name}: ${cells}`).toSorted((a, b) => a.localeCompare(b))
    const all = [...tally.values()].reduce((sum, cells) => sum + cells, 0)
    process.stdout.write(`access matrix: ${all} cells over ${allUseCases.length} use cases\n${lines.join('\n')}\n`)
    for (const kind of ['read', 'write'])
      for (const ownership of new Set(Object.values(OWNERSHIP))) expect(tally.get(`${kind}, ${ownership}`)).toBeGreaterThan(100)
  })
})
