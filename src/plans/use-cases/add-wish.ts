import { z } from 'zod'
import { accept, CalendarDay, Language, refuse, WishId } from '#kernel'
import { command } from '#platform'
import { mayWishFor } from '../access.ts'
import { OwnWords, WishKind } from '../domain/wish.ts'
import { insertWish } from '../storage/wishes.ts'
import { dossierOf, inDossier } from './parts.ts'

export const addWish = command({
  name: 'plans.addWish',
  summary: 'Writes down a wish or a strength in the person’s own words',
  input: z.object({
    ...inDossier,
    kind: WishKind.default('wish'),
    words: OwnWords,
    language: Language.default('nl'),
    saidOn: CalendarDay.optional(),
  }),
  output: z.object({ wishId: WishId }),
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/wishes', status: 201 },
  run: async ({ db, tenantId, memberId, input, today, newId, record }) => {
    const saidOn = input.saidOn ?? today
    if (saidOn > today) return refuse('invalidInput', 'saidOn', { reason: 'inFuture' })
    const wishId = newId<WishId>()
    const { participantId, kind, words, language } = input
    await insertWish(db, { tenantId, participantId }, { id: wishId, kind, words, language, saidOn, writtenBy: memberId })
    record({ entity: 'wish', id: wishId, version: 1, fields: ['kind', 'words'] })
    return accept({ wishId })
  },
})
