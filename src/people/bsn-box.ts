import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Bsn, type ParticipantId, type TenantId } from '#kernel'

/** Keeps citizen service numbers shut: encrypted for one dossier, found again by a keyed hash. */
export interface BsnBox {
  readonly seal: (tenantId: TenantId, participantId: ParticipantId, bsn: Bsn) => Buffer
  readonly open: (tenantId: TenantId, participantId: ParticipantId, sealed: Buffer) => Bsn
  /** Different in each municipality, so that nobody can be followed from one to another. */
  readonly hash: (tenantId: TenantId, bsn: Bsn) => Buffer
}

const VERSION = 1
const IV = 12
const TAG = 16
const keyFor = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
const placeOf = (tenantId: TenantId, participantId: ParticipantId): Buffer => Buffer.from(`${tenantId}/${participantId}`)

/** AES-256-GCM: version byte, nonce, tag, text. The dossier is authenticated too: a copy elsewhere does not open. */
export const createBsnBox = (secret: string): BsnBox => {
  const sealing = keyFor(secret, 'opstap bsn encryption 1')
  const hashing = keyFor(secret, 'opstap bsn look-up 1')
  return {
    seal: (tenantId, participantId, bsn) => {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(placeOf(tenantId, participantId))
      const text = Buffer.concat([cipher.update(bsn, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), text])
    },
    open: (tenantId, participantId, sealed) => {
      if (sealed[0] !== VERSION) throw new Error('A citizen service number was sealed in an unknown way')
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 1 + IV))
      decipher.setAAD(placeOf(tenantId, participantId)).setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG))
      return Bsn.parse(Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8'))
    },
    hash: (tenantId, bsn) => createHmac('sha256', hashing).update(`${tenantId}/${bsn}`).digest(),
  }
}

let box: BsnBox | undefined
/** Called once at start with the installation's secret. */
export const configureBsn = (secret: string): void => {
  box = createBsnBox(secret)
}
export const bsnBox = (): BsnBox => {
  if (box === undefined) throw new Error('configureBsn was not called at start')
  return box
}
