import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { SLICES } from '#platform'

let database: TestDatabase
let owner: pg.Client
let tables: readonly { readonly name: string; readonly comment: string | null; readonly personal: boolean }[]

const rows = async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> =>
  (await owner.query<T>(text, [...values])).rows

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  tables = await rows(`
    select c.relname as name, obj_description(c.oid) as comment,
      exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'participant_id' and p.attnotnull) as personal
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind in ('r', 'p') order by c.relname`)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

describe('every table behind the tenant wall', () => {
  test('there are tables to look at, and every table of the product is one of them', async () => {
    expect(tables.length).toBeGreaterThan(25)
    const others = await rows<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p') and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`)
    expect(others).toEqual([])
  })

  test('has the municipality first in its primary key and in every index', async () => {
    const wrong = await rows(`
      select t.relname as table, i.relname as index from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      where coalesce((select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]), '') <> 'tenant_id'`)
    expect(wrong).toEqual([])
    const without = await rows(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind = 'r' and not exists (select 1 from pg_index x where x.indrelid = c.oid and x.indisprimary)`)
    expect(without).toEqual([])
  })

  test('has row-level security on, also for its owner', async () => {
    const open = await rows(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`)
    expect(open).toEqual([])
  })

  test('has policies that start with the municipality, with plain settings: no subquery, no function that reads', async () => {
    const policies = await rows<{ table: string; policy: string; text: string; tree: string; role: string }>(`
      select c.relname as table, p.polname as policy,
        coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as text,
        coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') as tree,
        coalesce((select string_agg(r.rolname, ',') from pg_roles r where r.oid = any (p.polroles)), 'public') as role
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'`)
    const forEverybody = policies.filter(policy => policy.role === 'public')
    expect(forEverybody.length).toBeGreaterThan(100)
    for (const { table, policy, text, tree } of forEverybody) {
      expect(`${table}.${policy}: ${tree.includes('SUBLINK') ? 'subquery' : 'plain'}`).toBe(`${table}.${policy}: plain`)
      expect(text, `${table}.${policy}`).toContain(
        `(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`,
      )
      const functions = [...text.matchAll(/([a-z_]+)\(/gi)]
        .map(match => match[1]?.toLowerCase())
        .filter(name => !['current_setting', 'nullif', 'strpos', 'or', 'and'].includes(name ?? ''))
      expect(functions, `${table}.${policy}`).toEqual([])
    }
    const special = policies.filter(policy => policy.role !== 'public')
    expect(new Set(special.map(policy => policy.role))).toEqual(new Set(['opstap_gate', 'opstap_search']))
  })

  test('with personal rows belongs to exactly one slice, and its policies ask for that slice', async () => {
    for (const table of tables) {
      if (!table.personal || table.name === 'access_grant' || table.name === 'access_line') continue
      const slice = /^slice:(\w+)$/.exec(table.comment ?? '')?.[1]
      expect(SLICES, `${table.name} (${table.comment})`).toContain(slice)
      const policies = await rows<{ policy: string; kind: string; text: string }>(
        `select policyname as policy, cmd as kind, coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies where tablename = $1 and policyname = any ($2)`,
        [table.name, ['reads', 'inserts', 'updates', 'deletes'].map(verb => `${table.name}_${verb}`)],
      )
      expect(policies.length, table.name).toBe(4)
      for (const policy of policies) {
        expect(policy.text, policy.policy).toContain(
          `current_setting('app.${slice}${policy.kind === 'SELECT' ? '' : '_write'}'::text, true)`,
        )
      }
    }
  })

  test('points to other tables only together with the municipality', async () => {
    const keys = await rows<{ table: string; key: string; columns: string }>(`
      select c.conrelid::regclass::text as table, c.conname as key,
        (select string_agg(a.attname, ',' order by u.place) from unnest(c.conkey) with ordinality u(num, place) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = u.num) as columns
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      where c.contype = 'f'`)
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter(key => !key.columns.startsWith('tenant_id'))).toEqual([])
  })
})

describe('the roles', () => {
  test('the application owns nothing, cannot pass by row-level security and is no superuser', async () => {
    const app = new URL(database.appUrl).username
    expect(
      await rows(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = $1`, [app]),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
    expect(
      await rows(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1`, [app]),
    ).toEqual([])
  })

  test('every function that runs with other rights has a fixed search path and is not for everybody', async () => {
    const functions = await rows<{ name: string; path: string[] | null; everybody: boolean }>(`
      select p.proname as name, p.proconfig as path,
        has_function_privilege('public', p.oid, 'execute') as everybody
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ('public', 'auth')
      where p.prosecdef`)
    expect(functions.length).toBeGreaterThan(2)
    for (const { name, path, everybody } of functions) {
      expect(
        path?.some(setting => setting.startsWith('search_path=')),
        name,
      ).toBe(true)
      expect(everybody, name).toBe(false)
    }
  })

  test('views read with the rights of whoever asks', async () => {
    const open = await rows(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (c.reloptions), false)`)
    expect(open).toEqual([])
  })
})
