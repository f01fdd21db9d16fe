import { dropAllDrafts, dropDraft, markSent, readDraft, saveDraft, tidyDrafts } from './draft-store.element.ts'
import type { Draft } from './draft-store.element.ts'

const WAIT_MS = 400

type TextControl = HTMLInputElement | HTMLTextAreaElement
const isText = (control: Element): control is TextControl =>
  control instanceof HTMLTextAreaElement ||
  (control instanceof HTMLInputElement && /^(text|search|date|time|number|tel|email|url)$/.test(control.type))

const textsOf = (form: HTMLFormElement): readonly TextControl[] =>
  [...form.elements].filter(isText).filter(({ name }) => name !== '')

/** Keeps what is typed in its form, encrypted, until the server has it; gives it back after a lost connection. */
class DraftKeeper extends HTMLElement {
  #timer = 0
  readonly #notice = document.createElement('div')

  connectedCallback(): void {
    const [form, name] = [this.querySelector('form'), this.dataset.draft]
    if (form === null || name === undefined) return
    this.#notice.className = 'op-draft'
    this.#notice.setAttribute('role', 'status')
    this.#notice.hidden = true
    this.prepend(this.#notice)
    form.addEventListener('input', () => this.#later(form, name))
    form.addEventListener('submit', event => void this.#submit(event, form, name))
    addEventListener('pagehide', () => void this.#save(form, name))
    addEventListener('online', () => this.#offlineShown && this.#say(this.dataset.online))
    void this.#restore(form, name)
  }

  #offlineShown = false

  #later(form: HTMLFormElement, name: string): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#save(form, name), WAIT_MS)
  }

  async #save(form: HTMLFormElement, name: string): Promise<void> {
    clearTimeout(this.#timer)
    if (form.dataset.sent !== undefined) return
    const changed = textsOf(form).filter(control => control.value !== control.defaultValue)
    if (changed.length === 0) dropDraft(name)
    else await saveDraft(name, Object.fromEntries(changed.map(control => [control.name, control.value])))
  }

  async #submit(event: SubmitEvent, form: HTMLFormElement, name: string): Promise<void> {
    clearTimeout(this.#timer)
    if (!navigator.onLine) {
      event.preventDefault()
      this.#offlineShown = true
      this.#say(this.dataset.offline)
      await this.#save(form, name)
      return
    }
    markSent(name)
  }

  /** Only into fields that stand as the server sent them: what the server knows better is not overwritten. */
  async #restore(form: HTMLFormElement, name: string): Promise<void> {
    const draft: Draft | undefined = await readDraft(name)
    if (draft === undefined) return
    const empty = textsOf(form).filter(control => draft[control.name] !== undefined && control.value === control.defaultValue)
    const changed = empty.filter(control => control.value !== draft[control.name])
    if (changed.length === 0) return
    for (const control of changed) control.value = draft[control.name] ?? ''
    this.#say(this.dataset.restored)
    this.#offerDiscard(changed, name)
  }

  #offerDiscard(controls: readonly TextControl[], name: string): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'nl-button nl-button--subtle'
    button.textContent = this.dataset.discard ?? ''
    button.addEventListener('click', () => {
      for (const control of controls) control.value = control.defaultValue
      dropDraft(name)
      this.#notice.hidden = true
      controls[0]?.focus()
    })
    this.#notice.append(button)
  }

  #say(words: string | undefined): void {
    this.#notice.hidden = false
    this.#notice.replaceChildren(Object.assign(document.createElement('span'), { textContent: words ?? '' }))
  }
}

export const startDrafts = (): void => {
  tidyDrafts(document.querySelector('[data-saved]') !== null)
  document.querySelector('#sign-out')?.addEventListener('submit', dropAllDrafts)
  customElements.define('draft-keeper', DraftKeeper)
}
