const language = (tag: string): string => tag.slice(0, 2).toLowerCase()

const voiceFor = (lang: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find(voice => language(voice.lang) === language(lang))

const SPOKEN = 'h1, h2, h3, h4, p, li, blockquote, dt, dd, label, legend, summary, a, button, figcaption'

const visibleText = (element: Element): string =>
  element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : ''

/** Innermost readable parts in reading order, each in its own language. */
const partsOf = (main: Element): readonly { readonly text: string; readonly lang: string }[] =>
  [...main.querySelectorAll(SPOKEN)]
    .filter(part => part.closest('read-aloud') === null && part.parentElement?.closest('p, label, legend, a, button') === null)
    .filter(
      part =>
        part.querySelector('h1, h2, h3, h4, p, li, blockquote, dt, dd, label, a, button') === null || part.matches('p, label'),
    )
    .map(part => ({ text: visibleText(part), lang: part.closest('[lang]')?.getAttribute('lang') ?? '' }))
    .filter(({ text }) => text !== '')

/** Reads the page aloud, part by part. The button exists only where the browser has a voice for the page's language. */
class ReadAloud extends HTMLElement {
  readonly #button = document.createElement('button')

  connectedCallback(): void {
    if (!('speechSynthesis' in window)) return
    this.#button.type = 'button'
    this.#button.className = 'nl-button nl-button--subtle'
    this.#button.addEventListener('click', () => (this.#speaking() ? this.#stop() : this.#start()))
    this.#offer()
    speechSynthesis.addEventListener('voiceschanged', () => this.#offer())
    addEventListener('pagehide', () => speechSynthesis.cancel())
  }

  #offer(): void {
    if (this.#button.isConnected || voiceFor(document.documentElement.lang) === undefined) return
    this.#label(false)
    this.append(this.#button)
  }

  #speaking(): boolean {
    return this.#button.getAttribute('aria-pressed') === 'true'
  }

  #label(speaking: boolean): void {
    this.#button.textContent = (speaking ? this.dataset.stop : this.dataset.start) ?? ''
    this.#button.setAttribute('aria-pressed', String(speaking))
  }

  #start(): void {
    const main = document.querySelector('main')
    if (main === null) return
    const parts = partsOf(main)
    this.#label(true)
    parts.forEach((part, i) => {
      const words = new SpeechSynthesisUtterance(part.text)
      words.lang = part.lang
      words.voice = voiceFor(part.lang) ?? null
      if (i === parts.length - 1) words.addEventListener('end', () => this.#label(false))
      speechSynthesis.speak(words)
    })
  }

  #stop(): void {
    speechSynthesis.cancel()
    this.#label(false)
  }
}

export const startReadAloud = (): void => customElements.define('read-aloud', ReadAloud)
