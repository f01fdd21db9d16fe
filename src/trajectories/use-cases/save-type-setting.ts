import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { organisationNames } from '#organisations'
import { command } from '#platform'
import { mayManageTypes } from '../access.ts'
import { RECEIVING_KINDS } from '../domain/referral.ts'
import { TypeSetting } from '../domain/type-settings.ts'
import { listTypeSettings, saveTypeSetting as save, takeTurnFor } from '../storage/type-settings.ts'

export const saveTypeSetting = command({
  name: 'trajectories.saveTypeSetting',
  summary: 'Says what the municipality calls a kind of trajectory and how it runs there; what is left out follows the product',
  // 0: nothing was set yet.
  input: TypeSetting.extend({ version: z.coerce.number().int().min(0) }),
  output: TypeSetting.pick({ type: true }).extend({ version: z.number() }),
  access: mayManageTypes,
  rest: { method: 'PUT', path: '/trajectory-types/{type}' },
  run: async ({ db, tenantId, input, today, record }) => {
    const { version, ...setting } = input
    await takeTurnFor(db, tenantId, setting.type)
    const [kept, organisations] = await Promise.all([listTypeSettings(db, tenantId), organisationNames(db, tenantId)])
    const before = kept.find(each => each.type === setting.type)
    if ((before?.version ?? 0) !== version) return refuse('versionConflict', undefined, { current: before })
    const { intakeOrganisationId, intakeUntil } = setting
    if ((intakeOrganisationId === undefined) !== (intakeUntil === undefined)) {
      const missing = intakeUntil === undefined ? 'intakeUntil' : 'intakeOrganisationId'
      return refuse('invalidInput', missing, { reason: 'required' })
    }
    if (intakeUntil !== undefined && intakeUntil !== before?.intakeUntil && intakeUntil < today)
      return refuse('invalidInput', 'intakeUntil', { reason: 'inPast' })
    const through = organisations.find(each => each.id === intakeOrganisationId)
    if (intakeOrganisationId !== undefined && (through === undefined || !RECEIVING_KINDS.includes(through.kind)))
      return refuse('invalidInput', 'intakeOrganisationId', { reason: 'choice' })
    await save(db, tenantId, setting, version + 1)
    record({ entity: 'typeSetting', id: setting.type, version: version + 1, fields: Object.keys(setting) })
    return accept({ type: setting.type, version: version + 1 })
  },
})
