const language = (tag: string): string => tag.slice(0, 2).toLowerCase()

const voiceFor = (lang: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find(voice => language(voice.lang) === language(lang))

const BLOCK =
  'p, li, h1, h2, h3, h4, dt, dd, blockquote, label, legend, summary, button, td, th, figcaption, div, section, .nl-button, .nl-data-badge, .op-soft, .op-row__title, .op-timeline__title'
const SILENT = 'svg, read-aloud, [aria-hidden=true], select, textarea'

interface Part {
  readonly block: Element | null
  readonly lang: string
  text: string
}

/** Every visible word once, in reading order, put together per block and language. */
const partsOf = (main: Element): readonly Part[] => {
  const parts: Part[] = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const { parentElement: parent, textContent } = walker.currentNode
    const text = textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (parent === null || text === '' || parent.closest(SILENT) !== null || !parent.checkVisibility()) continue
    const block = parent.closest(BLOCK)
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? ''
    const last = parts.at(-1)
    if (last !== undefined && last.block === block && last.lang === lang) last.text += ` ${text}`
    else parts.push({ block, lang, text })
  }
  return parts
}

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
