import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '#kernel'
import { fillIn, press, send, type Typed } from './journey/hand.ts'
import { openProduct, type Product, type Visit } from './product.ts'

/** Two people write in the same advice, or at the same review: whoever saves last sees both texts, and loses nothing. */
let product: Product
let windows: readonly [Visit, Visit]

beforeAll(async () => {
  product = await openProduct()
  const open = async (): Promise<Visit> => {
    const visit = await product.visit({ viewport: { width: 1280, height: 900 } })
    await visit.signIn('coach')
    return visit
  }
  windows = [await open(), await open()]
}, 240_000)
afterAll(async () => {
  await Promise.all(windows.map(visit => visit.end()))
  await product.close()
})

const one = async <Row extends object>(sql: string, values: readonly string[] = []): Promise<Row> => {
  const found = await product.owner.query<Row>(sql, [...values])
  if (found.rows[0] === undefined) throw new Error(`the demo has nothing for: ${sql}`)
  return found.rows[0]
}
const both = (address: string) => Promise.all(windows.map(({ page }) => page.goto(`${product.origin}${address}`)))

interface Written {
  readonly form: string
  readonly fields: readonly string[]
  readonly kept: () => Promise<Readonly<Record<string, string>>>
}

/** The first saves; the second sees both, still has the own words, and decides. */
const expectBothKept = async ({ form, fields, kept }: Written): Promise<void> => {
  const [first, second] = [windows[0].page, windows[1].page]
  const typed = (whose: string): Typed => Object.fromEntries(fields.map(name => [name, `Woorden van de ${whose}: ${name}`]))
  const formIn = (page: Page) => page.locator(form).first()
  await send(first, formIn(first), typed('eerste'))
  await fillIn(formIn(second), typed('tweede'))
  const save = () => press(second, formIn(second).locator('button[type=submit]:not([tabindex="-1"])').first())
  await save()

  const words = await second.locator('.op-conflict').innerText()
  for (const name of fields) {
    expect(words).toContain(`Woorden van de eerste: ${name}`)
    expect(words).toContain(`Woorden van de tweede: ${name}`)
    expect(await formIn(second).locator(`[name="${name}"]`).inputValue()).toBe(`Woorden van de tweede: ${name}`)
  }
  expect(await kept(), 'nothing is overwritten').toEqual(typed('eerste'))
  await save()
  expect(await kept(), 'kept mine').toEqual(typed('tweede'))
}

test('two people in one draft of an advice', async () => {
  const { id } = await one<{ id: string }>(`select p.participant_id as id from participant p where p.call_name = 'Rosa'`)
  await both(`/deelnemers/${id}/advies`)
  await expectBothKept({
    form: 'form[action$="/advies/bewaren"]',
    fields: ['because', 'growth', 'summary'],
    kept: () =>
      one(`select because, growth, summary from advice where participant_id = $1 order by written_at desc limit 1`, [id]),
  })
})

test('two people write down what somebody says at one review', async () => {
  const { id } = await one<{ id: string }>(`select p.participant_id as id from participant p where p.call_name = 'Rosa'`)
  const first = windows[0].page
  await first.goto(`${product.origin}/deelnemers/${id}/evaluaties`)
  await send(first, first.locator('form[action$="/evaluaties/plannen"]'), { plannedOn: dayIn(new Date()) })
  await press(first, first.locator('main').getByRole('link', { name: 'Evaluatie', exact: true }).first())
  const review = new URL(first.url()).pathname
  await both(review)
  await expectBothKept({
    form: 'form[action$="/eigen-woorden"]',
    fields: ['words'],
    kept: () => one(`select words from own_word where review_id = $1`, [review.split('/').at(-1) ?? '']),
  })
})

test('two people hold one review: the second reads what was written down, and what was typed is there to copy', async () => {
  const found = await one<{ id: string; person: string }>(
    `select r.id, r.participant_id as person from review r join participant p using (tenant_id, participant_id)
     where p.call_name = 'Selam' and r.state = 'planned' limit 1`,
  )
  const [first, second] = [windows[0].page, windows[1].page]
  await both(`/deelnemers/${found.person}/evaluaties/${found.id}`)
  const form = 'form[action$="/gehouden"]'
  await send(first, first.locator(form), { goesOn: 'Woorden van de eerste', nextOn: '' })
  await send(second, second.locator(form), { goesOn: 'Woorden van de tweede', nextOn: '' })
  const words = await second.locator('main').innerText()
  expect(words).toContain('Woorden van de eerste')
  expect(words).toContain('Woorden van de tweede')
  const kept = await one<{ words: string }>(`select goes_on as words from review_result where review_id = $1`, [found.id])
  expect(kept.words).toBe('Woorden van de eerste')
})
