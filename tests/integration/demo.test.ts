import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, type CalendarDay, dayIn } from '#kernel'
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '#organisations'
import { configureBsn } from '#people'
import { type Auth, configurePaperCodes, createAuth, createMailer, createPool, createTexter, systemClock } from '#platform'
import { createTestDatabase } from '#platform/test-kit'
import { DEMO_AGENT } from '../../src/shell/demo/stage.ts'
import { startDemo } from '../../src/shell/demo/start-demo.ts'

const SECRET = 'a secret for tests only, long enough'
const said: string[] = []
const say = (line: string): void => void said.push(line)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Pool
let pool: pg.Pool

beforeAll(async () => {
  configureBsn(SECRET)
  configurePaperCodes(SECRET)
  database = await createTestDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  pool = createPool(database.appUrl, 2)
  await startDemo(database, say)
}, 120_000)
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()])
  await database.drop()
})

const count = async (from: string): Promise<number> => Number((await owner.query(`select count(*) from ${from}`)).rows[0].count)

const authWith = (demo: boolean): Auth =>
  createAuth({
    pool,
    secret: SECRET,
    mail: createMailer(pool),
    sms: createTexter(pool),
    demo,
    clock: systemClock,
    origin: 'http://127.0.0.1:3000',
  })
const visitor = { cookies: undefined, address: '127.0.0.1', userAgent: undefined, token: undefined }

/** How many rows each table has. */
const totals = async (): Promise<Readonly<Record<string, number>>> => {
  const tables = await owner.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)
  return Object.fromEntries(await Promise.all(tables.rows.map(async ({ name }) => [name, await count(name)] as const)))
}

describe('given an empty database, when the demo is loaded', () => {
  it('then there are two municipalities, two welfare organisations with several coaches, and people in both', async () => {
    const perTenant = await owner.query(
      `select m.name, (select count(*)::int from participant p where p.tenant_id = m.tenant_id) as people from municipality m order by m.name`,
    )
    expect(perTenant.rows).toEqual([
      { name: 'Anders', people: 4 },
      { name: 'Veenrijk', people: 52 },
    ])
    const coaches = await owner.query(
      `select o.name, count(*)::int as coaches from organisation o join membership m on m.tenant_id = o.tenant_id and m.organisation_id = o.id
       where o.kind = 'welfare' and m.role = 'coach' and o.name <> 'Welzijn De Kade' group by o.name order by o.name`,
    )
    expect(coaches.rows).toEqual([
      { name: 'De Brug Welzijn', coaches: 2 },
      { name: 'Welzijn Rietdorp', coaches: 2 },
    ])
  })

  it.each([
    [`referral where state = 'sent'`],
    [`referral where state = 'questioned'`],
    [`referral where state = 'accepted'`],
    [`referral where state = 'rejected'`],
    [`referral where state = 'withdrawn'`],
    [`referral_version where reason <> ''`],
    [`trajectory where state = 'intake'`],
    [`trajectory where state = 'active'`],
    [`trajectory where state = 'paused' and return_on <= current_date`],
    [`trajectory where state = 'ended'`],
    [`trajectory where type = 'perspective' and phase = 'trialVisits'`],
    [`trajectory where type = 'networkCoaching'`],
    [`trajectory_version where action = 'changeCoordinator'`],
    [`referral where via_organisation_id is not null`],
    [`referral where state = 'sent' and with_since > sent_at`],
    [`goal where state = 'open'`],
    [`goal where state = 'reached'`],
    [`goal where state = 'archived'`],
    [`step where state = 'open'`],
    [`step where state = 'done'`],
    [`step where state = 'notYet'`],
    [`step where state = 'didNotWork'`],
    [`step where smaller_than is not null`],
    [`recognition_given`],
    [`unmet_wish`],
    [`placement where state = 'placed'`],
    [`placement where state = 'waiting'`],
    [`placement where state = 'ended'`],
    [`agreement where promised_by = 'participant'`],
    [`agreement where promised_by = 'municipality' and for_municipality`],
    [`agreement where state = 'kept'`],
    [`review where state = 'held'`],
    [`review where state = 'planned' and planned_on < current_date`],
    [`review where state = 'planned' and planned_on >= current_date`],
    [`appointment where state = 'missed'`],
    [`note`],
    [`access_line where kind = 'read'`],
  ])('then somebody is there of %s', async from => {
    expect(await count(from)).toBeGreaterThan(0)
  })

  it('then there are at least sixty offers, the list among them with its double still to decide', async () => {
    expect(await count(`offer where state = 'active'`)).toBeGreaterThanOrEqual(60)
    expect(await count(`offer where name = 'Samen koken' and state = 'active'`)).toBe(2)
    expect(await count(`supply_import where state = 'applied'`)).toBe(1)
  })

  it('then the coach has a caseload of fifteen and three entries in the diary of today', async () => {
    const coach = await owner.query(
      `select m.id from membership m join auth."user" u on u.id = m.user_id where u.email = 'coach@demo.opstap.test'`,
    )
    const { id } = coach.rows[0]
    expect(await count(`trajectory where coordinator_id = '${id}' and state <> 'ended'`)).toBe(15)
    const today = `(starts_at at time zone 'Europe/Amsterdam')::date = (now() at time zone 'Europe/Amsterdam')::date`
    expect(await count(`appointment where membership_id = '${id}' and ${today}`)).toBe(3)
  })

  it('then everything lies within the last thirteen months and the coming twelve', async () => {
    const today = dayIn(new Date())
    const [first, last] = [addMonths(today, -13), addMonths(today, 12)] as const
    const moments = [
      ['note', 'happened_on'],
      ['note', 'written_at'],
      ['appointment', 'starts_at'],
      ['referral', 'sent_at'],
      ['trajectory', 'started_on'],
      ['trajectory', 'planned_end_on'],
      ['wish', 'said_on'],
      ['goal', 'until'],
      ['step', 'planned_on'],
      ['step', 'answered_at'],
      ['recognition_given', 'given_at'],
      ['agreement', 'made_on'],
      ['review', 'planned_on'],
      ['placement', 'since'],
      ['access_line', 'at'],
      ['access_list', 'at'],
      ['access_grant', 'valid_from'],
    ] as const
    for (const [table, column] of moments) {
      const seen = await owner.query<{ from: CalendarDay; to: CalendarDay }>(
        `select min(${column})::date::text as from, max(${column})::date::text as to from ${table}`,
      )
      expect([table, column, (seen.rows[0]?.from ?? '') >= first, (seen.rows[0]?.to ?? '') <= last]).toEqual([
        table,
        column,
        true,
        true,
      ])
    }
    const ahead = `where written_at > now()`
    expect(await count(`note ${ahead}`)).toBe(0)
  })

  it('then nobody is left signed in', async () => {
    expect(await count('auth.session')).toBe(0)
  })

  it('then every demo sign-in works', async () => {
    for (const email of DEMO_SIGN_INS) {
      expect([email, (await authWith(true).withPassword(visitor, email, DEMO_PASSWORD)).kind]).toEqual([email, 'signedIn'])
    }
    await owner.query('delete from auth.session')
  }, 60_000)

  it('then none of them works where the demo is off', async () => {
    for (const email of [...DEMO_SIGN_INS, ' Coach@Demo.Opstap.Test ']) {
      expect([email, (await authWith(false).withPassword(visitor, email, DEMO_PASSWORD)).kind]).toEqual([email, 'refused'])
    }
    expect(await count('auth.session')).toBe(0)
  })

  it('then loading it again changes nothing', async () => {
    const before = await totals()
    expect((await startDemo(database, say)).loaded).toBe(false)
    expect(await totals()).toEqual(before)
  })
})

describe('given loading was cut off, when Opstap starts again', () => {
  it('then what was there is cleared and the demo is loaded whole', async () => {
    const whole = await totals()
    const someone = await owner.query(`select id from auth."user" limit 1`)
    await owner.query(
      `insert into auth.session (id, token, user_id, expires_at, user_agent) values (gen_random_uuid(), 'cut off', $1, now(), $2)`,
      [someone.rows[0].id, DEMO_AGENT],
    )
    await owner.query('delete from note')
    const again = await startDemo(database, say)
    expect(again.loaded).toBe(true)
    expect(said).toContain('Loading the demo was cut off before; it starts again.')
    expect(await totals()).toEqual(whole)
  }, 120_000)
})
