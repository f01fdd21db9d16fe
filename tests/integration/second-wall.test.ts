import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'

/**
 * The application's own filters are taken away: bare `select *`, `update` and `delete` as the application's role.
 * Row-level security alone must keep out every foreign row. Rows are made for every table from the catalogue, so a new
 * table joins by itself.
 */
let database: TestDatabase
let owner: pg.Client
let app: pg.Client

interface Column {
  readonly name: string
  readonly type: string
  readonly required: boolean
}
interface Table {
  readonly name: string
  readonly slice: string | undefined
  readonly personal: boolean
  readonly columns: readonly Column[]
}

const [here, elsewhere] = [randomUUID(), randomUUID()]
const [mine, other] = [randomUUID(), randomUUID()]
const member = randomUUID()
let tables: readonly Table[] = []

const valueFor = (column: Column, tenant: string, participant: string): unknown => {
  if (column.name === 'tenant_id') return tenant
  if (column.name === 'participant_id') return participant
  if (column.name === 'membership_id') return member
  switch (column.type) {
    case 'uuid':
      return randomUUID()
    case 'integer':
    case 'numeric':
    case 'double precision':
      return 1
    case 'boolean':
      return false
    case 'date':
      return '2026-01-01'
    case 'timestamp with time zone':
      return '2026-01-01T00:00:00Z'
    case 'time without time zone':
      return '10:00'
    case 'jsonb':
      return '{}'
    case 'bytea':
      return Buffer.from(randomUUID())
    case 'text[]':
    case 'uuid[]':
      return []
    default:
      return randomUUID()
  }
}

const loadTables = async (): Promise<readonly Table[]> => {
  const found = await owner.query<{ name: string; comment: string | null; columns: Column[] }>(`
    select c.relname as name, obj_description(c.oid) as comment,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' group by c.oid, c.relname order by c.relname`)
  return found.rows.map(row => ({
    name: row.name,
    slice: /^slice:(\w+)$/.exec(row.comment ?? '')?.[1],
    personal: row.columns.some(column => column.name === 'participant_id' && column.required),
    columns: row.columns,
  }))
}

const fill = async (table: Table): Promise<void> => {
  const places = [
    [here, mine],
    [here, other],
    [elsewhere, mine],
    [elsewhere, randomUUID()],
  ] as const
  const columns = table.columns.filter(column => column.required || column.name === 'participant_id')
  const seen = new Set<string>()
  for (const [tenant, participant] of places) {
    if (!table.personal && seen.has(tenant)) continue
    seen.add(tenant)
    await owner.query(
      `insert into ${table.name} (${columns.map(column => column.name).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      columns.map(column => valueFor(column, tenant, participant)),
    )
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  app = new pg.Client({ connectionString: database.appUrl })
  await Promise.all([owner.connect(), app.connect()])
  tables = await loadTables()
  const constraints = await owner.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of constraints.rows) await owner.query(`alter table ${table} drop constraint "${name}"`)
  for (const table of tables) await fill(table)
})
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await database.drop()
})

const within = async <T>(settings: Readonly<Record<string, string>>, use: () => Promise<T>): Promise<T> => {
  await app.query('begin')
  try {
    // Shuts by the day as well, see below.
    for (const [name, value] of Object.entries({ life_areas_now: '*', ...settings }))
      await app.query('select set_config($1, $2, true)', [`app.${name}`, value])
    return await use()
  } finally {
    await app.query('rollback')
  }
}

const mayDo = async (table: string, right: string): Promise<boolean> =>
  (await app.query<{ may: boolean }>(`select has_table_privilege($1, $2) as may`, [table, right])).rows[0]?.may === true

const readable = async (table: string): Promise<readonly Record<string, unknown>[]> =>
  (await mayDo(table, 'select')) ? (await app.query<Record<string, unknown>>(`select * from ${table}`)).rows : []

describe('row-level security alone', () => {
  test('without any setting no table shows a row', async () => {
    for (const table of tables) expect(await within({}, () => readable(table.name)), table.name).toEqual([])
  })

  test('with the municipality and every slice but its own, a personal table shows nothing', async () => {
    const slices = [...new Set(tables.map(table => table.slice).filter(slice => slice !== undefined))]
    for (const table of tables.filter(candidate => candidate.slice !== undefined && candidate.personal)) {
      const others = Object.fromEntries(
        slices.flatMap(slice =>
          slice === table.slice
            ? []
            : [
                [slice, '*'],
                [`${slice}_write`, '*'],
              ],
        ),
      )
      const shown = await within({ tenant: here, ...others, own_placements: '', agreements: '' }, () => readable(table.name))
      expect(shown, table.name).toEqual([])
    }
  })

  test('with its slice opened for one participant it shows that participant, in this municipality only', async () => {
    for (const table of tables.filter(candidate => candidate.slice !== undefined && candidate.personal)) {
      const shown = await within({ tenant: here, [String(table.slice)]: `{${mine}}` }, () => readable(table.name))
      expect(
        shown.map(row => [row['tenant_id'], row['participant_id']]),
        table.name,
      ).toEqual([[here, mine]])
    }
  })

  test('with its slice opened for a list of people it shows who is on that list, looked up by the last digit of the id', async () => {
    const list = { people_7_a: '', [`people_7_${mine.slice(-1)}`]: `${randomUUID()},${mine}`, people_8_a: other }
    for (const table of tables.filter(candidate => candidate.slice !== undefined && candidate.personal)) {
      const shown = await within({ tenant: here, ...list, [String(table.slice)]: '7' }, () => readable(table.name))
      expect(
        shown.map(row => [row['tenant_id'], row['participant_id']]),
        table.name,
      ).toEqual([[here, mine]])
    }
  })

  test('with its slice opened for everybody it still shows this municipality only', async () => {
    for (const table of tables) {
      const shown = await within(
        { tenant: here, actor: member, ...(table.slice === undefined ? {} : { [table.slice]: '*' }) },
        () => readable(table.name),
      )
      expect(
        shown.filter(row => row['tenant_id'] !== here),
        table.name,
      ).toEqual([])
      expect(shown.length, table.name).toBeGreaterThan(0)
    }
  })

  test('what a member was answered, which may hold parts of a dossier, is there for that member only', async () => {
    expect(await within({ tenant: here, actor: member }, () => readable('idempotency'))).toHaveLength(1)
    expect(await within({ tenant: here, actor: randomUUID() }, () => readable('idempotency'))).toEqual([])
    expect(await within({ tenant: here }, () => readable('idempotency'))).toEqual([])
  })

  test('reading does not open writing: nothing is changed or removed', async () => {
    for (const table of tables.filter(candidate => candidate.slice !== undefined && candidate.personal)) {
      const changed = await within({ tenant: here, [String(table.slice)]: '*' }, async () => {
        const updated = (await mayDo(table.name, 'update'))
          ? await app.query(`update ${table.name} set tenant_id = tenant_id`)
          : { rowCount: 0 }
        const removed = (await mayDo(table.name, 'delete')) ? await app.query(`delete from ${table.name}`) : { rowCount: 0 }
        return [updated.rowCount, removed.rowCount]
      })
      expect(changed, table.name).toEqual([0, 0])
    }
  })

  test('writing opened for one participant leaves all others alone, and cannot move a row to another municipality', async () => {
    for (const table of tables.filter(candidate => candidate.slice !== undefined && candidate.personal)) {
      if (!(await mayDo(table.name, 'update'))) continue
      const slice = String(table.slice)
      const settings = { tenant: here, [slice]: `{${mine}}`, [`${slice}_write`]: `{${mine}}` }
      const changed = await within(
        settings,
        async () => (await app.query(`update ${table.name} set tenant_id = tenant_id`)).rowCount,
      )
      expect(changed, table.name).toBe(1)
      await expect(
        within(settings, () => app.query(`update ${table.name} set tenant_id = $1`, [elsewhere])),
        table.name,
      ).rejects.toThrow(/row-level security/)
    }
  })

  test('what was written about a life area is there while a period of it runs, and after its day for the person only', async () => {
    const [period, shut] = [randomUUID(), randomUUID()]
    const self = randomUUID()
    const put = (table: string, columns: string, values: readonly unknown[]) =>
      owner.query(`insert into ${table} (${columns}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`, [...values])
    const periods = 'tenant_id, participant_id, id, area, reason, opened_on, opened_by, until'
    await put('life_area', periods, [here, mine, period, 'finances', 'x', '2026-01-01', member, '2026-03-31'])
    await put('life_area', `${periods}, closed_on`, [
      here,
      mine,
      shut,
      'housing',
      'x',
      '2026-01-01',
      member,
      '2026-12-31',
      '2026-02-01',
    ])
    const notes = 'tenant_id, participant_id, id, area, words, written_at, written_by'
    for (const area of ['finances', 'housing'])
      await put('life_area_note', notes, [here, mine, randomUUID(), area, 'x', '2026-01-02', member])
    const earlier = 'tenant_id, participant_id, of_id, area, version, words, replaced_at, replaced_by'
    await put('life_area_version', earlier, [here, mine, period, 'finances', 1, 'x', '2026-01-02', member])
    await put('membership', 'tenant_id, id, user_id, participant_id, role, name', [
      here,
      self,
      randomUUID(),
      mine,
      'participant',
      'x',
    ])

    const on = (day: string | undefined, actor: string, about = mine) =>
      within({ tenant: here, actor, lifeAreas: `{${mine}}`, lifeAreas_write: `{${mine}}`, life_areas_now: '' }, async () => {
        if (day !== undefined) await app.query('select auth.life_areas_on($1, $2)', [about, day])
        const written = await app.query('update life_area_note set version = version')
        const areas = [...(await readable('life_area_note')), ...(await readable('life_area_version'))].map(row => row['area'])
        return [...areas.filter(area => area === 'finances' || area === 'housing').toSorted(), written.rowCount]
      })
    expect(await on('2026-03-31', member)).toEqual(['finances', 'finances', 1])
    expect(await on('2026-04-01', member)).toEqual([0])
    expect(await on(undefined, member)).toEqual([0])
    expect(await on('2026-03-31', member, other)).toEqual([0])
    // The person reads what was written on every day.
    expect((await on('2026-04-01', self)).slice(0, 3)).toEqual(['finances', 'finances', 'housing'])
  })
})
