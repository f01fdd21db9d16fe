import type pg from 'pg'
import { z } from 'zod'
import { PhoneNumber } from '#kernel'
import { addJob } from '../jobs/add-job.ts'
import texts from './texts.json' with { type: 'json' }

export const SMS_TASK = 'sms'

/** A text message; nothing personal goes in it but what the reader has to know. */
export const TextMessage = z.object({
  to: PhoneNumber,
  text: z.string(),
  /** After this moment it is worth nothing and is not sent any more. */
  until: z.iso.datetime().optional(),
})
export type TextMessage = Readonly<z.infer<typeof TextMessage>>

export interface Texter {
  /** Hands the message to the jobs; it is sent after the answer, and tried again when the gateway is away. */
  readonly send: (message: TextMessage) => Promise<void>
}

export const createTexter = (pool: Pick<pg.Pool, 'query'>): Texter => ({ send: message => addJob(pool, SMS_TASK, message) })

const CODE_MS = 10 * 60_000
type Words = (typeof texts)['nl']
const ALL: Readonly<Record<string, Words>> = texts
const wordsIn = (language: string): Words => ALL[language] ?? texts.nl

/** The code with which a participant signs in, or proves that a number is the own one. */
export const codeText = (to: PhoneNumber, language: string, code: string, now: Date): TextMessage => ({
  to,
  text: wordsIn(language).code.replace('{{code}}', code),
  until: new Date(now.getTime() + CODE_MS).toISOString(),
})
/** To a participant who may sign in from now on. */
export const invitationText = (to: PhoneNumber, language: string): TextMessage => ({ to, text: wordsIn(language).invitation })
/** To a participant whose number had an account already: other ways in than this number are gone. */
export const invitationAnewText = (to: PhoneNumber, language: string): TextMessage => ({
  to,
  text: wordsIn(language).invitationAnew,
})
