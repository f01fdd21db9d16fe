/**
 * Keeps the progress of a long piece of work up to date: fetches its own page now and then and takes over its own part. When
 * the work is done the part is gone, and the page is opened anew. Without it, the link inside does the same.
 */
class ProgressWatch extends HTMLElement {
  #timer = 0

  connectedCallback(): void {
    this.#timer = window.setInterval(() => void this.#look(), Number(this.dataset['every'] ?? 2000))
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
    if (answer?.ok !== true) return
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('progress-watch')
    if (next === null) {
      window.clearInterval(this.#timer)
      location.reload()
      return
    }
    const [now, later] = [this.querySelector('progress'), next.querySelector('progress')]
    const [words, laterWords] = [this.querySelector('.op-progress__label'), next.querySelector('.op-progress__label')]
    if (now !== null && later !== null) {
      now.value = later.value
      now.setAttribute('aria-label', later.getAttribute('aria-label') ?? '')
    }
    if (words !== null && laterWords !== null) words.textContent = laterWords.textContent
  }
}

customElements.define('progress-watch', ProgressWatch)
