import type { z } from 'zod'
import type { TypeView } from '../use-cases/list-types.ts'
import type { getReferral } from '../use-cases/get-referral.ts'

export interface ReferralData extends z.infer<typeof getReferral.output> {
  /** Asked for, by the desk only: the number, or in words that there is none. */
  readonly bsn: string | undefined
  /** The kinds of trajectory as they are called here. */
  readonly types: readonly TypeView[]
  /** To which it can go. */
  readonly receivers: readonly { readonly id: string; readonly name: string }[]
}
