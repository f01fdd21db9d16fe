import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../../src/platform/web/page.ts'
import { downloads, pages } from '../../src/shell/modules.ts'
import { HOSTILE_MARKUP } from '../support/hostile.ts'
import { openSite, type Site } from '../support/site.ts'
import { createWorld, type World, type WorldActor } from '../support/world.ts'

/**
 * Hostile words stand in every text column of the database, for every reader; every page is opened by every role in
 * every language. Nothing of it may become an element, an attribute, an address that runs, or a header.
 */
let world: World
let site: Site
const pageOf = new Map<string, number>()

const KEPT =
  /^(?:id|kind|state|role|law|type|trajectory_type|area|who|slug|(?:[a-z_]+_)?language|promised_by|recognition_kind|travel_mode|dutch_level|energy|sex|outcome|ground|use_case|outcome|email|name_key|last_confirmed_precision|identity_key|plan|decision|double_decision|result|postcode|phone|archive_reason|folded_name|key|fingerprint|purpose|instrument_key|pause_reason|action)$/

const poison = async (): Promise<number> => {
  const { rows } = await world.house.owner.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
     where c.table_schema = 'public' and c.data_type = 'text' and c.table_name not in ('idempotency', 'outbox_fact', 'access_list')
       -- What may hold a few words only, holds no others.
       and not exists (select 1 from pg_constraint k
         join pg_class t on t.oid = k.conrelid and t.relname = c.table_name
         join pg_attribute a on a.attrelid = t.oid and a.attnum = any (k.conkey) and a.attname = c.column_name
         where k.contype = 'c' and pg_get_constraintdef(k.oid) like '%ANY (%')`,
  )
  const texts = rows.filter(({ column }) => !KEPT.test(column))
  for (const { table, column } of texts)
    await world.house.owner.query(`update "${table}" set "${column}" = $1 where "${column}" is not null`, [HOSTILE_MARKUP])
  await world.house.owner.query(`update auth."user" set name = $1`, [HOSTILE_MARKUP])
  await world.house.owner.query(`update placement set reasons = $1`, [JSON.stringify([{ code: HOSTILE_MARKUP }])])
  const said = { body: { words: HOSTILE_MARKUP, language: 'nl' } }
  await world.house.owner.query(`update filled_instrument set said = $1`, [JSON.stringify(said)])
  const words = JSON.stringify({ words: HOSTILE_MARKUP })
  await world.house.owner.query(
    `update advice set goals = coalesce((select jsonb_agg(g || $1) from jsonb_array_elements(goals) g), '[]')`,
    [words],
  )
  return texts.length
}

beforeAll(async () => {
  world = await createWorld()
  expect(await poison()).toBeGreaterThan(30)
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.stop()
  await world.house.close()
})

const addressOf = (path: string): string => {
  const { A1 } = world.fixtures
  const ids: Readonly<Record<string, string>> = {
    participantId: A1.participantId,
    goalId: A1.goal,
    stepId: A1.step,
    referralId: A1.sentReferral,
    offerId: A1.house.offer,
    importId: A1.house.importInPreview,
    memberId: A1.house.member,
    reviewId: A1.review,
    agreementId: A1.agreement,
    filledId: A1.finishedInstrument,
    mineId: A1.finishedInstrument,
  }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? A1.participantId)
}

const readersOf = (roles: readonly string[] | 'public'): readonly (WorldActor | undefined)[] =>
  roles === 'public'
    ? [undefined]
    : [
        ...roles.flatMap(role => world.actors.find(each => each.role === role && each.standing === 'own') ?? []),
        ...world.actors.filter(each => roles.includes(each.role) && ['asked', 'placement'].includes(each.standing)),
      ]

/** What became markup of the hostile words. */
const runsIn = (html: string): readonly string[] => {
  const tags = html.match(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi) ?? []
  const bare = tags.map(tag => tag.replaceAll(/"[^"]*"|'[^']*'/g, '""'))
  return [
    ...bare.filter(tag => /\son[a-z]+\s*=/i.test(tag)),
    ...tags.filter(tag => /^<(?:xss|iframe|object|embed|base|marquee)\b/i.test(tag)),
    ...tags.filter(tag => /(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i.test(tag)),
    ...(html.match(/<script(?![^>]*\bsrc=)[^>]*>(?!\s*<\/script>)/gi) ?? []),
    ...(html.includes('<xss') ? ['<xss'] : []),
  ]
}

describe('given hostile words wherever somebody can write', () => {
  test.each(pages.map(page => [page.id, page] as const))(
    'when %s is opened, then they are words',
    async (id, page) => {
      for (const reader of readersOf(page.who))
        for (const lang of UI_LANGUAGES) {
          const path = `${addressOf(page.path)}?lang=${lang}&q=${encodeURIComponent(HOSTILE_MARKUP)}`
          const headers = reader === undefined ? {} : { cookie: site.cookieOf(reader.actor) }
          const answer = await site.ask({ method: 'GET', path, headers })
          expect(answer.status, `${id} for ${reader?.role ?? 'a visitor'}: ${site.log.at(-1) ?? ''}`).toBeLessThan(500)
          expect(runsIn(answer.text), `${id} for ${reader?.role ?? 'a visitor'} in ${lang}`).toEqual([])
          for (const [name, value] of Object.entries(answer.headers)) expect(String(value), name).not.toContain('xss')
          const shown = answer.text.split('&lt;xss').length - 1
          pageOf.set(id, (pageOf.get(id) ?? 0) + shown)
        }
    },
    60_000,
  )

  test('then they were really shown: this test looked at something', () => {
    const showing = [...pageOf].filter(([, shown]) => shown > 0).map(([id]) => id)
    process.stdout.write(`escaping: ${pages.length} pages, hostile words shown on ${showing.length}: ${showing.join(', ')}\n`)
    expect(showing.length).toBeGreaterThan(pages.length / 3)
  })

  test.each(downloads.map(download => [download.path, download] as const))(
    'when %s is downloaded, then no cell is a formula and no header is broken',
    async (_path, download) => {
      const reader = readersOf(download.who)[0]
      const answer = await site.ask({
        method: 'GET',
        path: addressOf(download.path),
        headers: reader === undefined ? {} : { cookie: site.cookieOf(reader.actor) },
      })
      expect(answer.status).toBeLessThan(500)
      expect(answer.text.split(/[\n;,]/).filter(cell => /^"?[=+@]/.test(cell))).toEqual([])
    },
  )
})
