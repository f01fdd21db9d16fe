/** A button that opens the print dialog; without a script the words beside it tell how. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button') !== null) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = `nl-button nl-button--${this.dataset['look'] ?? 'primary'}`
    button.textContent = this.dataset['label'] ?? ''
    button.addEventListener('click', () => window.print())
    this.append(button)
  }
}
customElements.define('print-page', PrintPage)
