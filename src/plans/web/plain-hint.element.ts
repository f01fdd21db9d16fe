import { type PlainHint, plainHints } from '../domain/plain-language.ts'

const PAUSE_MS = 700

/**
 * Says gently that a sentence could be easier, after a pause in typing. It changes nothing and stops nobody; the words come with the
 * page, in its language.
 */
class PlainHintElement extends HTMLElement {
  #timer = 0
  #said: HTMLElement | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#later)
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer)
    this.removeEventListener('input', this.#later)
  }

  readonly #later = (): void => {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#look(), PAUSE_MS)
  }

  #wordsFor(hint: PlainHint): string {
    const words = this.dataset[hint.kind] ?? ''
    if (hint.kind === 'longSentence') return words
    const filled = words.replace('{word}', hint.word)
    return hint.kind === 'jargon' ? filled.replace('{instead}', hint.instead) : filled
  }

  /** The place where it is said is there before the words are, so that a screen reader hears them. */
  #place(): HTMLElement {
    if (this.#said === undefined) {
      this.#said = document.createElement('p')
      this.#said.className = 'op-field__hint op-plain-hint'
      this.#said.setAttribute('role', 'status')
      this.append(this.#said)
    }
    return this.#said
  }

  #look(): void {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')
    const place = this.#place()
    const [hint] = plainHints(field?.value ?? '')
    place.textContent = hint === undefined ? '' : `${this.dataset['start'] ?? ''} ${this.#wordsFor(hint)}`
  }
}

customElements.define('plain-hint', PlainHintElement)
