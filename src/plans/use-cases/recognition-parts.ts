import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import type { RecognitionFields, RecognitionOption } from '../domain/recognition.ts'
import { listOptions } from '../storage/recognition-options.ts'

/** The municipality's list, also what was put away: for another module's query. */
export const readRecognitionOptions = (db: Db, tenantId: TenantId): Promise<readonly RecognitionOption[]> =>
  listOptions(db, tenantId)

/** The same, asked only when something was chosen from it. */
export const optionsFor = async (
  db: Db,
  tenantId: TenantId,
  fields: readonly Pick<RecognitionFields, 'recognitionOptionId'>[],
): Promise<readonly RecognitionOption[]> =>
  fields.some(each => each.recognitionOptionId !== undefined) ? listOptions(db, tenantId) : []
