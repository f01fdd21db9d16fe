const OFF = 'opstap-shortcuts-off'

export const shortcutsAreOn = (): boolean => localStorage.getItem(OFF) === null

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

const follow = (target: HTMLElement): void => {
  if (target instanceof HTMLAnchorElement) target.click()
  else target.focus()
}

/** Ctrl or Cmd with Enter sends the form that this text is in. */
const sent = ({ ctrlKey, metaKey, key, target }: KeyboardEvent): boolean => {
  if (key !== 'Enter' || !(ctrlKey || metaKey) || !(target instanceof HTMLTextAreaElement)) return false
  target.form?.requestSubmit()
  return true
}

/**
 * A key that a page marks with `data-shortcut` focuses that field or follows that link; never while typing.
 * What the page itself offers comes after the header and goes first: in a dossier the note is about that person.
 */
const onKey = (event: KeyboardEvent): void => {
  if (sent(event)) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || !shortcutsAreOn()) return
  const marked = document.querySelectorAll<HTMLElement>(`[data-shortcut="${CSS.escape(event.key)}"]`)
  const target = marked[marked.length - 1]
  if (target === undefined) return
  event.preventDefault()
  follow(target)
}

const showState = (): void => {
  document.body.classList.toggle('op-keys-off', !shortcutsAreOn())
}

/** The switch that WCAG 2.1.4 asks for: single keys can be turned off in this browser. */
class ShortcutSwitch extends HTMLElement {
  connectedCallback(): void {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.checked = shortcutsAreOn()
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(OFF)
      else localStorage.setItem(OFF, '')
      showState()
    })
    const label = document.createElement('label')
    label.append(box, this.dataset.label ?? '')
    this.replaceChildren(label)
  }
}

export const startShortcuts = (): void => {
  document.addEventListener('keydown', onKey)
  showState()
  customElements.define('shortcut-switch', ShortcutSwitch)
}
