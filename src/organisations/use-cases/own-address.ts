import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { accept, lineText, PhoneNumber, refuse, type UserId } from '#kernel'
import {
  type Actor,
  addJobIn,
  codeLetter,
  codeText,
  command,
  found,
  MAIL_TASK,
  NotFound,
  paperCodes,
  query,
  SMS_TASK,
  type SystemActor,
} from '#platform'
import { mayChooseOwnAddress } from '../access.ts'
import { CODE_MS, countSent, mayTry, type OwnAddress, ownAddressOf } from '../domain/own-address.ts'
import { everWorked } from '../storage/accounts.ts'
import { countTry, findAddresses, findPending, isTaken, keepPending, lockPending, saveAddress } from '../storage/own-address.ts'

/** Tied to the person: a code that was sent for somebody else is worth nothing. */
const hashOf = (userId: UserId, code: string): string => paperCodes().hashOf(`own address ${userId} ${code}`).toString('hex')
const userOf = (actor: Actor | SystemActor): UserId => {
  if (actor.role === 'system') throw new NotFound('account')
  return actor.userId
}

export const getOwnAddress = query({
  name: 'organisations.getOwnAddress',
  summary: 'With which mail address and number the person who asks signs in, and what waits for its code',
  input: z.object({}),
  output: z.object({ email: z.string().optional(), phone: z.string().optional(), waiting: z.string().optional() }),
  access: mayChooseOwnAddress,
  personal: false,
  rest: { method: 'GET', path: '/me/sign-in' },
  run: async ({ db, actor, now }) => {
    const userId = userOf(actor)
    const [own, pending] = await Promise.all([findAddresses(db, userId), findPending(db, userId)])
    const { email, phone } = found(own, 'account')
    const waiting = pending !== undefined && mayTry(pending, now) ? pending.address : undefined
    return {
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(waiting === undefined ? {} : { waiting }),
    }
  },
})

export const askOwnAddress = command({
  name: 'organisations.askOwnAddress',
  summary: 'Sends a code to the mail address or number that the person wants to sign in with',
  input: z.object({ address: lineText(200) }),
  output: z.object({}),
  access: mayChooseOwnAddress,
  rest: { method: 'POST', path: '/me/sign-in' },
  run: async ({ db, actor, input, now, record }) => {
    const userId = userOf(actor)
    const own = ownAddressOf(input.address)
    if (!own.ok) return own
    // What lets in at work too is given by who manages accounts there.
    if (await everWorked(db, userId)) return refuse('invalidInput', 'address', { reason: 'alsoWorks' })
    const [addresses, pending] = await Promise.all([findAddresses(db, userId), lockPending(db, userId)])
    const counted = countSent(pending, now)
    if (!counted.ok) return counted
    const { channel, address } = own.value
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await keepPending(db, userId, {
      ...{ channel, address, ...counted.value },
      codeHash: hashOf(userId, code),
      tries: 0,
      expiresAt: new Date(now.getTime() + CODE_MS),
    })
    record({ entity: 'account', id: userId, fields: [channel] })
    // An address of somebody else gets nothing, and the answer does not tell.
    if (await isTaken(db, userId, own.value)) return accept({})
    const { language } = found(addresses, 'account')
    const message =
      channel === 'sms' ? codeText(PhoneNumber.parse(address), language, code, now) : codeLetter(address, language, code)
    await addJobIn(db, channel === 'sms' ? SMS_TASK : MAIL_TASK, message)
    return accept({})
  },
})

export const confirmOwnAddress = command({
  name: 'organisations.confirmOwnAddress',
  summary: 'Proves with the code that was sent that an address or number is the own one; it signs in from then on',
  input: z.object({ code: lineText(40) }),
  output: z.object({ right: z.boolean() }),
  access: mayChooseOwnAddress,
  rest: { method: 'POST', path: '/me/sign-in/code' },
  run: async ({ db, actor, input, now, record }) => {
    const userId = userOf(actor)
    const pending = await lockPending(db, userId)
    if (pending === undefined || !mayTry(pending, now) || (await everWorked(db, userId))) return accept({ right: false })
    const address = { channel: pending.channel, address: pending.address } as OwnAddress
    const right = hashOf(userId, input.code.replace(/\s/g, '')) === pending.codeHash && !(await isTaken(db, userId, address))
    // A wrong guess is an answer and no refusal: a refusal would undo that it was counted.
    if (right) await saveAddress(db, userId, address, now)
    else await countTry(db, userId)
    record({ entity: 'account', id: userId, fields: right ? [pending.channel] : [] })
    return accept({ right })
  },
})
