import { z } from 'zod'
import { accept, Language, WishId } from '#kernel'
import { command, found } from '#platform'
import { mayWishFor } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { OwnWords } from '../domain/wish.ts'
import { findWish, updateWish } from '../storage/wishes.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

export const amendWish = command({
  name: 'plans.amendWish',
  summary: 'Changes the words of a wish or a strength',
  input: z.object({ ...inDossier, wishId: WishId, version: Version, words: OwnWords, language: Language.default('nl') }),
  output: z.object({ wishId: WishId, version: Version }),
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/wishes/{wishId}' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, wishId, version, words, language } = input
    const scope = { tenantId, participantId }
    const wish = found(await findWish(db, scope, wishId), 'wish')
    const allowed = mustBeAble('wish', wish.archived ? 'archived' : 'kept', 'amend')
    if (!allowed.ok) return allowed
    if (!(await updateWish(db, scope, wishId, version, { words, language }))) return outdated(await findWish(db, scope, wishId))
    record({ entity: 'wish', id: wishId, version: version + 1, fields: ['words', 'language'] })
    return accept({ wishId, version: version + 1 })
  },
})
