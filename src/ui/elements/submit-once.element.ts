interface Sent {
  readonly action: string
  readonly key: string
}
const sentHere = (): Sent | undefined => {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('action' in state) || !('key' in state)) return undefined
  return typeof state.action === 'string' && typeof state.key === 'string' ? { action: state.action, key: state.key } : undefined
}
const keyOf = (form: HTMLFormElement): HTMLInputElement | undefined => {
  const control = form.elements.namedItem('_key')
  return control instanceof HTMLInputElement ? control : undefined
}

/** In the history of this tab, for who goes back to this page. */
const rememberSent = (form: HTMLFormElement): void => {
  const key = keyOf(form)?.value
  if (key !== undefined) history.replaceState({ action: form.action, key } satisfies Sent, '')
}

const hasText = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    control =>
      (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) &&
      control.value !== control.defaultValue,
  )

/**
 * Back on a page from which a form was sent, the browser shows again what was typed in it. Sent once more as it is, it bears
 * the key it was sent with, so that the server knows it; a change makes it something new.
 */
const recogniseSent = (): void => {
  const sent = sentHere()
  if (sent === undefined) return
  for (const form of document.forms) {
    const key = keyOf(form)
    if (key === undefined || form.action !== sent.action || form.elements.namedItem('version') !== null || !hasText(form))
      continue
    const fresh = key.value
    key.value = sent.key
    form.addEventListener('input', () => (key.value = fresh), { once: true })
  }
}

/** A form is sent once: the buttons rest while the answer is on its way. The server's idempotency key is what really guards. */
const rest = (form: HTMLFormElement): void => {
  form.dataset.sent = ''
  rememberSent(form)
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
  addEventListener('pageshow', () => {
    document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(wake)
    recogniseSent()
  })
}
