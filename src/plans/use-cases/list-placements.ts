import { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import { type Db, query } from '#platform'
import { mayReadPlacements } from '../access.ts'
import { Placement } from '../domain/placement.ts'
import { listPlacements as load } from '../storage/placements.ts'
import { dossierOf, inDossier } from './parts.ts'
import { isPlaceFree } from './places-left.ts'

/** For queries that opened the slice `placements`; ended and cancelled ones too, oldest first. */
export const readPlacements = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Placement[]> =>
  load(db, { tenantId, participantId }, isPlaceFree)

export const listPlacements = query({
  name: 'plans.listPlacements',
  summary: 'Where somebody comes, waits or came before',
  input: z.object(inDossier),
  output: z.object({ placements: z.array(Placement) }),
  access: mayReadPlacements,
  subject: dossierOf,
  rest: { method: 'GET', path: '/participants/{participantId}/placements' },
  oneBatch: true,
  run: async ({ db, tenantId, input }) => ({ placements: [...(await readPlacements(db, tenantId, input.participantId))] }),
})
