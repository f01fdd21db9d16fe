import { z } from 'zod'
import { accept, WishId } from '#kernel'
import { command, found } from '#platform'
import { mayWishFor } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { findWish, updateWish } from '../storage/wishes.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

const input = z.object({ ...inDossier, wishId: WishId, version: Version })
const output = z.object({ wishId: WishId, version: Version })

export const archiveWish = command({
  name: 'plans.archiveWish',
  summary: 'Puts a wish or a strength away; it can be brought back',
  input,
  output,
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/wishes/{wishId}/archive' },
  run: async ({ db, tenantId, input: { participantId, wishId, version }, now, record }) => {
    const scope = { tenantId, participantId }
    const wish = found(await findWish(db, scope, wishId), 'wish')
    const allowed = mustBeAble('wish', wish.archived ? 'archived' : 'kept', 'archive')
    if (!allowed.ok) return allowed
    if (!(await updateWish(db, scope, wishId, version, { archivedAt: now }))) return outdated(await findWish(db, scope, wishId))
    record({ entity: 'wish', id: wishId, version: version + 1, fields: ['archivedAt'] })
    return accept({ wishId, version: version + 1 })
  },
})

export const restoreWish = command({
  name: 'plans.restoreWish',
  summary: 'Brings back a wish or a strength that was put away',
  input,
  output,
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/wishes/{wishId}/restore' },
  run: async ({ db, tenantId, input: { participantId, wishId, version }, record }) => {
    const scope = { tenantId, participantId }
    const wish = found(await findWish(db, scope, wishId), 'wish')
    const allowed = mustBeAble('wish', wish.archived ? 'archived' : 'kept', 'restore')
    if (!allowed.ok) return allowed
    if (!(await updateWish(db, scope, wishId, version, { archivedAt: null }))) return outdated(await findWish(db, scope, wishId))
    record({ entity: 'wish', id: wishId, version: version + 1, fields: ['archivedAt'] })
    return accept({ wishId, version: version + 1 })
  },
})
