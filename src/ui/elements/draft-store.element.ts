const PREFIX = 'opstap-draft:'
const ALGORITHM = 'AES-GCM'
const KEEP_MS = 7 * 86_400_000

export type Draft = Readonly<Record<string, string>>
interface Stored {
  readonly at: number
  readonly sent: boolean
  readonly iv: string
  readonly data: string
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), char => char.charCodeAt(0))

/** The key comes with each page of the session and is never stored: without the session a draft is noise. */
const sessionKey = async (): Promise<CryptoKey | undefined> => {
  const text = document.querySelector<HTMLMetaElement>('meta[name=opstap-draft-key]')?.content
  if (text === undefined || crypto.subtle === undefined) return undefined
  return crypto.subtle.importKey('raw', fromBase64(text), ALGORITHM, false, ['encrypt', 'decrypt'])
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isStored = (value: unknown): value is Stored =>
  isRecord(value) && typeof value['iv'] === 'string' && typeof value['data'] === 'string' && typeof value['at'] === 'number'

const stored = (name: string): Stored | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null')
    return isStored(value) ? value : undefined
  } catch {
    return undefined
  }
}

const draftNames = (): readonly string[] =>
  Object.keys(localStorage)
    .filter(key => key.startsWith(PREFIX))
    .map(key => key.slice(PREFIX.length))

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name)
let signedOut = false
/** Nothing is written any more after this, not even while the page goes away. */
export const dropAllDrafts = (): void => {
  signedOut = true
  draftNames().forEach(dropDraft)
}

/** Sent and confirmed by the server's notice, or too old to be of use. */
export const tidyDrafts = (confirmed: boolean): void => {
  for (const name of draftNames()) {
    const draft = stored(name)
    if (draft === undefined || (confirmed && draft.sent) || Date.now() - draft.at > KEEP_MS) dropDraft(name)
  }
}

export const saveDraft = async (name: string, draft: Draft): Promise<void> => {
  const key = await sessionKey()
  if (key === undefined) return
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, new TextEncoder().encode(JSON.stringify(draft)))
  const entry: Stored = { at: Date.now(), sent: false, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
  if (!signedOut) localStorage.setItem(PREFIX + name, JSON.stringify(entry))
}

/** The draft is on its way; it goes when the next page says that something was saved. */
export const markSent = (name: string): void => {
  const draft = stored(name)
  if (draft !== undefined) localStorage.setItem(PREFIX + name, JSON.stringify({ ...draft, sent: true }))
}

/** A draft of another session cannot be read and is dropped. */
export const readDraft = async (name: string): Promise<Draft | undefined> => {
  const [key, draft] = [await sessionKey(), stored(name)]
  if (key === undefined || draft === undefined) return undefined
  try {
    const bytes = await crypto.subtle.decrypt({ name: ALGORITHM, iv: fromBase64(draft.iv) }, key, fromBase64(draft.data))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([field, text]) => [field, String(text)])) : undefined
  } catch {
    dropDraft(name)
    return undefined
  }
}
