import { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import { callNames } from '#people'
import { type Db, found, query } from '#platform'
import { mayReadMarkedAgreements } from '../access.ts'
import { AgreementRecord } from '../domain/agreement.ts'
import { listMarkedAgreements } from '../storage/agreements.ts'
import { dossierOf, inDossier } from './parts.ts'

/** For queries that opened the slice `agreements`: only what was marked for the municipality. */
export const readMunicipalAgreements = (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly AgreementRecord[]> => listMarkedAgreements(db, { tenantId, participantId })

export const listMunicipalAgreements = query({
  name: 'plans.listMunicipalAgreements',
  summary: 'The agreements in a plan that are meant for the municipality',
  input: z.object(inDossier),
  output: z.object({ agreements: z.array(AgreementRecord) }),
  access: mayReadMarkedAgreements,
  subject: dossierOf,
  rest: { method: 'GET', path: '/participants/{participantId}/municipal-agreements' },
  oneBatch: true,
  run: async ({ db, tenantId, input: { participantId } }) => {
    const [names, agreements] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readMunicipalAgreements(db, tenantId, participantId),
    ])
    found(names.get(participantId), 'participant')
    return { agreements: [...agreements] }
  },
})
