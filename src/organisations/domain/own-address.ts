import { canGetTexts, type Decision, accept, type PhoneNumber, phoneNumberOf, refuse, type UserId } from '#kernel'
import { EmailAddress } from './member.ts'

/** Where somebody gets the code to sign in with. */
export type OwnAddress =
  | { readonly channel: 'mail'; readonly address: EmailAddress }
  | { readonly channel: 'sms'; readonly address: PhoneNumber }

/** Accounts are known by a mail address; who has none has one at a name that can never exist (RFC 2606). */
const NOWHERE = '@zonder-mail.invalid'
export const noMailAddress = (userId: UserId): EmailAddress => EmailAddress.parse(`${userId}${NOWHERE}`)
export const hasMail = (email: string): boolean => !email.endsWith(NOWHERE)

/** A mail address or a mobile number, as people write it. */
export const ownAddressOf = (typed: string): Decision<OwnAddress, 'invalidInput'> => {
  const text = typed.trim()
  if (text.includes('@')) {
    const email = EmailAddress.safeParse(text)
    return email.success && hasMail(email.data)
      ? accept({ channel: 'mail', address: email.data })
      : refuse('invalidInput', 'address', { reason: 'noAddress' })
  }
  const number = phoneNumberOf(text)
  if (number === undefined) return refuse('invalidInput', 'address', { reason: 'noAddress' })
  return canGetTexts(number)
    ? accept({ channel: 'sms', address: number })
    : refuse('invalidInput', 'address', { reason: 'noTexts' })
}

/** A pending change of address: how often it was tried and how many codes were sent. */
export interface PendingAddress {
  readonly tries: number
  readonly sent: number
  readonly countedFrom: Date
  readonly expiresAt: Date
}

const MOST_TRIES = 5
const MOST_SENT = 5
const HOUR_MS = 3_600_000
export const CODE_MS = 10 * 60_000

/** How many codes were sent within the hour, this one included; refused when that is too many. */
export const countSent = (
  pending: PendingAddress | undefined,
  now: Date,
): Decision<{ readonly sent: number; readonly countedFrom: Date }, 'tooMany'> => {
  if (pending === undefined || now.getTime() - pending.countedFrom.getTime() >= HOUR_MS)
    return accept({ sent: 1, countedFrom: now })
  if (pending.sent >= MOST_SENT) return refuse('tooMany', 'address')
  return accept({ sent: pending.sent + 1, countedFrom: pending.countedFrom })
}

/** Whether a code may still be tried. */
export const mayTry = (pending: PendingAddress, now: Date): boolean => pending.tries < MOST_TRIES && now < pending.expiresAt
