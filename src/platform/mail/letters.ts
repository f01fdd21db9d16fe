import ar from './letters.ar.json' with { type: 'json' }
import en from './letters.en.json' with { type: 'json' }
import nl from './letters.nl.json' with { type: 'json' }
import type { MailMessage } from './mailer.ts'

const LETTERS: Readonly<Record<string, typeof nl>> = { nl, en, ar }

const filled = (words: readonly string[], values: Readonly<Record<string, string>>): string =>
  words.join('\n').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? `{{${name}}}`)

const letter =
  (kind: keyof typeof nl) =>
  (to: string, language: string, values: Readonly<Record<string, string>>): MailMessage => {
    const { subject, words } = (LETTERS[language] ?? nl)[kind]
    return { to, subject: filled([subject], values), text: filled(words, values) }
  }

/** The code with which a participant signs in. */
export const codeLetter = (to: string, language: string, code: string): MailMessage => letter('code')(to, language, { code })
/** The link with which somebody chooses a password. */
export const passwordLetter = (to: string, language: string, key: string): MailMessage =>
  letter('password')(to, language, { key })
/** To a new colleague: where to start. */
export const welcomeLetter = (to: string, language: string): MailMessage => letter('welcome')(to, language, {})
/** To a participant who may sign in from now on. */
export const invitationLetter = (to: string, language: string): MailMessage => letter('invitation')(to, language, {})
/** To a new colleague whose address had an account to look along: other ways in than this address are gone. */
export const welcomeAnewLetter = (to: string, language: string): MailMessage => letter('welcomeAnew')(to, language, {})
/** To a participant whose address had an account already: other ways in than this address are gone. */
export const invitationAnewLetter = (to: string, language: string): MailMessage => letter('invitationAnew')(to, language, {})
