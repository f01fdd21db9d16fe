import { PhoneNumber } from '#kernel'
import { codeText, type Texter } from '../sms/texter.ts'
import { type Account, accountByEmail, accountByPhone, isStaff } from './accounts.ts'
import type { AuthParts, Engine } from './engine.ts'

/** Sign-ins of a trial have a password that everybody knows; no real address ends like this (RFC 2606). */
export const isOfTrial = (email: string): boolean => /\.opstap\.test\s*$/i.test(email)

/** `address`: a mail address, or a number as E.164 writes it. */
export interface CodeSignIn {
  /** Who may sign in with a code that goes to this address; undefined for whoever may not and for whoever there is not. */
  readonly accountFor: (address: string) => Promise<Account | undefined>
  /** A fresh code by text message; an older one works no longer. */
  readonly textCode: (account: Account, to: PhoneNumber) => Promise<void>
}

export const createCodeSignIn = (parts: AuthParts & { readonly sms: Texter }, engine: Engine): CodeSignIn => {
  const { pool, demo, clock, sms } = parts
  return {
    accountFor: async address => {
      const phone = PhoneNumber.safeParse(address)
      const account = phone.success ? await accountByPhone(pool, phone.data) : await accountByEmail(pool, address)
      if (account === undefined || (!demo && isOfTrial(account.email))) return undefined
      return account.memberships.length > 0 && (demo || !isStaff(account)) ? account : undefined
    },
    textCode: async ({ email, language }, to) => {
      await pool.query('delete from auth.verification where identifier = $1', [`sign-in-otp-${email}`])
      const code = await engine.api.createVerificationOTP({ body: { email, type: 'sign-in' } })
      await sms.send(codeText(to, language, code, clock.now()))
    },
  }
}
