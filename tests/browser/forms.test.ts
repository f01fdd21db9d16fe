import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { fillIn, press, type Typed } from './journey/hand.ts'
import { openProduct, type Product, type Visit } from './product.ts'
import { addressOf } from './samples.ts'

let product: Product
const visits = new Map<string, Visit>()
beforeAll(async () => {
  product = await openProduct()
}, 240_000)
afterAll(async () => {
  await Promise.all([...visits.values()].map(visit => visit.end()))
  await product.close()
})

const pageOf = async (who: string): Promise<Page> => {
  const known = visits.get(who)
  if (known !== undefined) return known.page
  const visit = await product.visit({ viewport: { width: 1280, height: 900 } })
  if (who !== 'nobody') await visit.signIn(who)
  visits.set(who, visit)
  return visit.page
}

interface Refused {
  readonly who: string
  readonly path: string
  /** Selector of the form. */
  readonly form: string
  /** What is typed although it will not do; it has to be there again. */
  readonly typed: Typed
}

/** For each part of the product a form that is sent with something wrong or missing in it. */
const REFUSED: Readonly<Record<string, Refused>> = {
  'sign-in': {
    who: 'nobody',
    path: '/aanmelden',
    form: 'form#organisations\\.signIn',
    typed: { email: 'coach@demo.opstap.test', password: 'niet het wachtwoord' },
  },
  referral: {
    who: 'serviceplein',
    path: '/aanmeldingen/nieuw',
    form: 'main form',
    typed: { callName: 'Nora', bsn: '123456789' },
  },
  offer: { who: 'beheer', path: '/aanbod/nieuw', form: 'main form', typed: { description: 'Samen breien' } },
  list: {
    who: 'beheer',
    path: '/aanbod/importeren',
    form: 'form#supply\\.startImport',
    typed: { source: 'Lijst van de gemeente' },
  },
  colleague: { who: 'beheer', path: '/beheer/medewerkers', form: 'main form:has([name=email])', typed: { name: 'Anna' } },
  dossier: {
    who: 'coach',
    path: '/deelnemers/:participantId',
    form: 'form#desk\\.planAppointment',
    typed: { place: 'Bibliotheek' },
  },
  note: { who: 'coach', path: '/notitie', form: 'form#desk\\.note', typed: { kind: 'phone' } },
  conversation: {
    who: 'coach',
    path: '/deelnemers/:participantId/gesprek/doel',
    form: 'form#conversation\\.addGoal',
    typed: { title: 'Naar buiten' },
  },
  'life area': {
    who: 'coach',
    path: '/deelnemers/:participantId/intake',
    form: 'form#desk\\.openLifeArea',
    typed: { reason: 'Zonder opvang lukt de dinsdag niet.' },
  },
  'own plan': { who: 'deelnemer', path: '/mijn/plan', form: 'form#desk\\.addMyWish', typed: { kind: 'strength' } },
}
const SECRET: ReadonlySet<string> = new Set(['password'])

const isKept = async (form: Locator, name: string, value: string): Promise<boolean> => {
  const chosen = form.locator(`[name="${name}"][value="${value}"]`)
  if ((await chosen.count()) > 0 && (await chosen.first().getAttribute('type')) === 'radio') return chosen.first().isChecked()
  return (await form.locator(`[name="${name}"]`).first().inputValue()) === value
}

describe('a form that cannot be taken', () => {
  test.each(Object.entries(REFUSED))('%s: the summary has the focus, what was typed is kept', async (_name, refused) => {
    const page = await pageOf(refused.who)
    await page.goto(`${product.origin}${await addressOf(product, refused.path)}`)
    const form = page.locator(refused.form).first()
    await fillIn(form, refused.typed)
    await press(page, form.locator('button[type=submit]').last())
    const summary = page.locator('.op-error-summary').first()
    expect((await summary.innerText()).length).toBeGreaterThan(10)
    expect(await page.evaluate(() => document.activeElement?.closest('.op-error-summary') !== null)).toBe(true)
    for (const link of await summary.locator('a[href^="#"]').all()) {
      const target = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`)
      expect(await target.count(), 'each mistake leads to its field').toBe(1)
    }
    const again = page.locator(refused.form).first()
    for (const [name, value] of Object.entries(refused.typed))
      if (!SECRET.has(name)) expect(await isKept(again, name, String(value)), name).toBe(true)
  })
})

const notesWith = async (words: string): Promise<number> => {
  const found = await product.owner.query<{ n: number }>('select count(*)::int as n from note where words = $1', [words])
  return found.rows[0]?.n ?? -1
}

const dossier = async (): Promise<string> => `${product.origin}${await addressOf(product, '/deelnemers/:participantId')}`
const noteForm = (page: Page): Locator => page.locator('form#desk\\.addNote')

describe('sending', () => {
  test('twice in a hurry makes one', async () => {
    const words = 'Twee keer geklikt, een keer bewaard.'
    const page = await pageOf('coach')
    await page.goto(await dossier())
    await fillIn(noteForm(page), { words })
    const arrived = page.waitForEvent('load')
    await noteForm(page).locator('button[type=submit]').dblclick()
    await arrived
    await page.locator('[role=status][data-saved]').waitFor()
    expect(await notesWith(words)).toBe(1)
  })

  test('the same form twice, without a script in between, makes one', async () => {
    const words = 'Dezelfde brief twee keer op de bus.'
    const page = await pageOf('coach')
    await page.goto(await dossier())
    const form = noteForm(page)
    await fillIn(form, { words })
    const sent = await form.evaluate(
      element => Object.fromEntries(new FormData(element as HTMLFormElement)) as Record<string, string>,
    )
    const url = new URL((await form.getAttribute('action')) ?? '', product.origin).href
    const post = () => page.context().request.post(url, { form: sent, headers: { origin: product.origin }, maxRedirects: 0 })
    const answers = await Promise.all([post(), post(), post()])
    expect(answers.map(answer => answer.status())).toEqual([303, 303, 303])
    expect(await notesWith(words)).toBe(1)
    await form.locator('textarea').first().fill('')
  })

  test('and going back does nothing again, whatever the browser still shows', async () => {
    const words = 'Bewaard en daarna terug.'
    const page = await pageOf('coach')
    await page.goto(await dossier())
    await fillIn(noteForm(page), { words })
    await press(page, noteForm(page).locator('button[type=submit]'))
    await page.goBack()
    await page.locator('h1').waitFor()
    expect(await notesWith(words)).toBe(1)
    await press(page, noteForm(page).locator('button[type=submit]'))
    expect(await notesWith(words)).toBe(1)
  })

  test('after the session ran out leads to signing in and back, with what was typed', async () => {
    const words = 'Een lang verhaal dat niet weg mag zijn.'
    const visit = await product.visit({ viewport: { width: 1280, height: 900 } })
    const { page } = visit
    await visit.signIn('workcoach')
    await page.goto(`${product.origin}/deelnemers`)
    await press(page, page.locator('main a[href^="/deelnemers/"]').first())
    const home = page.url()
    await fillIn(noteForm(page), { words })
    await page.waitForTimeout(600)
    await product.owner.query(
      `delete from auth.session where user_id = (select id from auth."user" where email = 'workcoach@demo.opstap.test')`,
    )
    await press(page, noteForm(page).locator('button[type=submit]'))
    expect(new URL(page.url()).pathname).toBe('/aanmelden')
    await page.locator('input[name=email]').first().fill('workcoach@demo.opstap.test')
    await page.locator('input[name=password]:not([type=hidden])').fill('opstap-demo')
    await press(page, page.locator('form#organisations\\.signIn button[type=submit]').first())
    expect(page.url().split('#')[0]).toBe(home)
    await page.locator('.op-draft:visible').first().waitFor()
    expect(await noteForm(page).locator('textarea').first().inputValue()).toBe(words)
    expect(await notesWith(words)).toBe(0)
    await press(page, noteForm(page).locator('button[type=submit]'))
    expect(await notesWith(words)).toBe(1)
    await visit.end()
  })
})
