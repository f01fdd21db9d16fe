import type { Locator, Page } from 'playwright-core'
import type { Visit } from '../product.ts'

/** What is typed or chosen, by the name of the field; a list ticks several boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

const unfold = async (field: Locator): Promise<void> => {
  const folded = field.locator('xpath=ancestor::details[not(@open)]/summary')
  if ((await folded.count()) > 0) await folded.first().click()
}

const enter = async (form: Locator, name: string, value: string): Promise<void> => {
  const fields = form.locator(`[name="${name}"]:not([type=hidden])`)
  await unfold(fields.first())
  const kind = await fields.first().evaluate(field => (field as HTMLInputElement).type)
  if (kind === 'radio' || kind === 'checkbox') return form.locator(`[name="${name}"][value="${value}"]`).check()
  if (kind === 'select-one') return void (await fields.first().selectOption(value))
  return fields.first().fill(value)
}

/** Fills a form as a person does: by what is on the screen, opening what is folded. */
export const fillIn = async (form: Locator, typed: Typed): Promise<void> => {
  for (const [name, values] of Object.entries(typed))
    for (const value of typeof values === 'string' ? [values] : values) await enter(form, name, value)
}

/** Presses something that leads to another page and waits until that is there. */
export const press = async (page: Page, target: Locator): Promise<void> => {
  const arrived = page.waitForEvent('load')
  arrived.catch(() => undefined)
  await target.click()
  await arrived
}

export const formOf = (page: Page, action: string): Locator =>
  page.locator(`form[action^="${action}"], form[action$="${action}"]`)

export const send = async (page: Page, form: Locator, typed: Typed = {}): Promise<void> => {
  await fillIn(form, typed)
  await press(page, form.locator('button[type=submit]:not([tabindex="-1"])').first())
}

export const noticeOf = (page: Page): Promise<string> => page.locator('[role=status][data-saved]').first().innerText()

/** Every sign-in of the story has a window of its own, open until the story ends. */
export interface Windows {
  readonly of: (name: string, as?: Parameters<Visitor>[0]) => Promise<Visit>
  readonly end: () => Promise<void>
  readonly complaints: () => readonly string[]
}
type Visitor = (options?: import('playwright-core').BrowserContextOptions) => Promise<Visit>

export const openWindows = (visit: Visitor, usual: Parameters<Visitor>[0]): Windows => {
  const open = new Map<string, Visit>()
  return {
    of: async (name, as = {}) => {
      const known = open.get(name)
      if (known !== undefined) return known
      const fresh = await visit({ ...usual, ...as })
      if (name !== '') await fresh.signIn(name)
      open.set(name, fresh)
      return fresh
    },
    end: async () => void (await Promise.all([...open.values()].map(window => window.end()))),
    complaints: () => [...open.values()].flatMap(window => window.complaints),
  }
}
