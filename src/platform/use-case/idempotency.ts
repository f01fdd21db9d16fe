import { accept, type Decision, refuse, type Refusal } from '#kernel'
import type { Work } from '../database/pool.ts'

export interface Claim {
  readonly tenantId: string
  readonly memberId: string
  /** Given by the form or the client; without it nothing is remembered. */
  readonly key: string | undefined
  readonly useCase: string
  /** Fingerprint of name and input: the same key with another input is a mistake, not a repeat. */
  readonly input: string
}

const LONGEST_KEY = 200
const refusedKey = (code: string, params: Readonly<Record<string, number>> = {}): Refusal =>
  refuse('invalidInput', 'idempotencyKey', { errors: [{ field: 'idempotencyKey', code, params }] })

/** A key that cannot be kept is refused, never left out: a repeat of it would be done twice. */
export const refusalOfKey = (key: string | undefined): Refusal | undefined => {
  if (key === undefined) return undefined
  if (key.length > LONGEST_KEY) return refusedKey('tooBig.string', { maximum: LONGEST_KEY })
  return key.includes('\0') || !key.isWellFormed() ? refusedKey('characters') : undefined
}

const CLAIM = `insert into idempotency (tenant_id, membership_id, key, use_case, fingerprint) values ($1, $2, $3, $4, $5)
on conflict do nothing returning key`
const EARLIER = 'select fingerprint, answer from idempotency where tenant_id = $1 and membership_id = $2 and key = $3'

/**
 * The first to come claims the key; a second waits for the first's transaction and gets its answer.
 * Resolves to that earlier answer, or to undefined when this is the first.
 */
export const claimKey = async (work: Work, claim: Claim): Promise<Decision<unknown> | undefined> => {
  if (claim.key === undefined) return undefined
  const mine = await work.send(CLAIM, [claim.tenantId, claim.memberId, claim.key, claim.useCase, claim.input])
  if (mine.rowCount === 1) return undefined
  return (await earlierAnswer(work, claim)) ?? refusedKey('keyUsedOtherwise')
}

/** What this member was answered to the same command before; undefined when there was none. */
export const earlierAnswer = async (work: Work, claim: Claim): Promise<Decision<unknown> | undefined> => {
  const earlier = await work.send<{ fingerprint: string; answer: unknown }>(EARLIER, [claim.tenantId, claim.memberId, claim.key])
  const row = earlier.rows[0]
  return row === undefined || row.fingerprint !== claim.input ? undefined : accept(row.answer)
}

export const keepAnswer = async (work: Work, claim: Claim, decision: { readonly value: unknown }): Promise<void> => {
  if (claim.key === undefined) return
  await work.send('update idempotency set answer = $4 where tenant_id = $1 and membership_id = $2 and key = $3', [
    claim.tenantId,
    claim.memberId,
    claim.key,
    JSON.stringify(decision.value ?? null),
  ])
}
