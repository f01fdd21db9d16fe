/** A form is sent once: the buttons rest while the answer is on its way. The server's idempotency key is what really guards. */
const rest = (form: HTMLFormElement): void => {
  form.dataset.sent = ''
  for (const button of form.querySelectorAll('button[type=submit]')) {
    button.setAttribute('aria-disabled', 'true')
  }
}
const wake = (form: HTMLFormElement): void => {
  delete form.dataset.sent
  for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled')
}

export const startSubmitOnce = (): void => {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent === '') {
      event.preventDefault()
      return
    }
    rest(form)
  })
  // Back from the browser's memory, or a download that left the page standing: the form can be used again.
  addEventListener('pageshow', () => document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(wake))
}
