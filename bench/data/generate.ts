import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { hashToken } from '#platform'
import { copyInto, type Row } from './copy.ts'
import { addPerson, type Batch, type Coach, PEOPLE_COLUMNS } from './people.ts'
import { fastId } from './random.ts'
import { type Sizes, zipf } from './sizes.ts'
import { OFFERS } from './words.ts'

const CASELOAD = 50
const PEOPLE_AT_ONCE = 1_000

export interface Generated {
  /** Coaches of the largest municipality with a full caseload of 50; their tokens work as bearer tokens. */
  readonly coaches: readonly Coach[]
  readonly rows: number
}

const coachRows = (
  tenantId: string,
  people: number,
  now: number,
): { readonly coaches: Coach[]; readonly organisations: Row[] } => {
  const organisations: Row[] = []
  const coaches: Coach[] = []
  for (let left = people; left > 0; left -= CASELOAD) {
    if (coaches.length % 10 === 0) organisations.push([tenantId, fastId(now), `Welzijn ${organisations.length + 1}`, 'welfare'])
    const organisationId = String(organisations.at(-1)?.[1])
    coaches.push({
      tenantId,
      organisationId,
      membershipId: fastId(now),
      token: randomBytes(24).toString('base64url'),
      participants: [],
    })
  }
  return { coaches, organisations }
}

const insertCoaches = async (client: pg.Client, coaches: readonly Coach[], now: number): Promise<void> => {
  const users = coaches.map(() => fastId(now))
  const rows = (make: (coach: Coach, user: string, n: number) => Row): Row[] =>
    coaches.map((coach, n) => make(coach, users[n] ?? '', n))
  await copyInto(
    client,
    'auth."user"',
    ['id', 'name', 'email'],
    rows((_coach, user) => [user, `Coach ${user.slice(-6)}`, `${user}@bench.example`]),
  )
  await copyInto(
    client,
    'auth.works_in',
    ['user_id', 'tenant_id'],
    rows((coach, user) => [user, coach.tenantId]),
  )
  await copyInto(
    client,
    'membership',
    ['tenant_id', 'id', 'user_id', 'organisation_id', 'role', 'name'],
    rows((coach, user) => [coach.tenantId, coach.membershipId, user, coach.organisationId, 'coach', `Coach ${user.slice(-6)}`]),
  )
  await copyInto(
    client,
    'auth.api_token',
    ['id', 'token', 'tenant_id', 'membership_id', 'name', 'expires_at'],
    rows(coach => [fastId(now), hashToken(coach.token), coach.tenantId, coach.membershipId, 'bench', '2099-01-01T00:00:00Z']),
  )
}

const insertOffers = async (client: pg.Client, tenantId: string, count: number, now: number): Promise<void> => {
  const rows = function* (): Generator<Row> {
    for (let i = 0; i < count; i += 1) {
      const name = `${OFFERS[i % OFFERS.length] ?? ''} ${i}`
      yield [
        tenantId,
        fastId(now),
        'De Brug Welzijn',
        name,
        'activity',
        `Samen bezig: ${name}`,
        ['contacts'],
        '2451 AB',
        'Veenrijk',
        10,
        4,
        new Date(now).toISOString().slice(0, 10),
        `${name}|brug`,
      ]
    }
  }
  await copyInto(
    client,
    'offer',
    [
      'tenant_id',
      'id',
      'organisation_name',
      'name',
      'kind',
      'description',
      'areas',
      'postcode',
      'place',
      'capacity',
      'free_stated',
      'free_stated_on',
      'identity_key',
    ],
    rows(),
  )
}

/** Fills an empty, migrated database; tells how far it is. */
export const generate = async (ownerUrl: string, sizes: Sizes, say: (line: string) => void): Promise<Generated> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const now = Date.now()
  const people = zipf(sizes.participants, sizes.municipalities)
  const offers = zipf(sizes.offers, sizes.municipalities)
  const all: Coach[] = []
  let rows = 0
  let made = 0
  let largest: readonly Coach[] = []
  await client.query('begin')
  for (const [index, count] of people.entries()) {
    const tenantId = fastId(now)
    const { coaches, organisations } = coachRows(tenantId, count, now)
    await copyInto(client, 'municipality', ['tenant_id', 'slug', 'name'], [[tenantId, `bench-${index}`, `Gemeente ${index}`]])
    await copyInto(client, 'organisation', ['tenant_id', 'id', 'name', 'kind'], organisations)
    await insertCoaches(client, coaches, now)
    await insertOffers(client, tenantId, offers[index] ?? 0, now)
    all.push(...coaches)
    if (index === 0) largest = coaches
    for (let done = 0; done < count;) {
      const batch: Batch = new Map()
      const until = Math.min(count, done + PEOPLE_AT_ONCE)
      for (; done < until; done += 1) {
        const coach = coaches[Math.floor(done / CASELOAD)]
        if (coach !== undefined) addPerson(batch, coach, made + done, sizes.notesEach, now)
      }
      for (const [table, columns] of Object.entries(PEOPLE_COLUMNS)) {
        const lines = batch.get(table) ?? []
        rows += lines.length
        await copyInto(client, table, columns, lines)
      }
      if (until % 5_000 === 0) say(`  ${made + until} people, ${rows} rows`)
    }
    made += count
  }
  await client.query('commit')
  say(`  ${made} people, ${rows} rows; gathering statistics`)
  await client.query('vacuum analyze')
  await client.end()
  return { coaches: largest.filter(coach => coach.participants.length === CASELOAD), rows }
}
