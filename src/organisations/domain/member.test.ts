import { expect, test } from 'vitest'
import type { MembershipId, OrganisationId } from '#kernel'
import { decideDisable, decideEnable, decidePlace, EmailAddress } from './member.ts'

const anna = '01a00000-0000-7000-8000-000000000001' as MembershipId
const admin = '01a00000-0000-7000-8000-000000000002' as MembershipId
const active = { id: anna, active: true, version: 3 }

test('an active colleague can be disabled by another, once', () => {
  expect(decideDisable({ member: active, by: admin, version: 3 })).toMatchObject({ ok: true })
  expect(decideDisable({ member: { ...active, active: false }, by: admin, version: 3 })).toMatchObject({ code: 'alreadyDone' })
})
test('nobody disables themselves', () =>
  expect(decideDisable({ member: active, by: anna, version: 3 })).toMatchObject({ code: 'notPossibleNow' }))
test('an older version is refused with what is there now', () => {
  expect(decideDisable({ member: active, by: admin, version: 2 })).toMatchObject({
    code: 'versionConflict',
    details: { current: active },
  })
  expect(decideEnable({ member: { ...active, active: false }, version: 2 })).toMatchObject({ code: 'versionConflict' })
})
test('who is active cannot be enabled again', () =>
  expect(decideEnable({ member: active, version: 3 })).toMatchObject({ code: 'alreadyDone' }))
test('a coach and a partner work for an organisation, a policy officer may work for the municipality itself', () => {
  expect(decidePlace('coach', undefined)).toMatchObject({ ok: false, field: 'organisationId' })
  expect(decidePlace('partner', undefined)).toMatchObject({ ok: false })
  expect(decidePlace('beleid', undefined)).toMatchObject({ ok: true })
  expect(decidePlace('coach', anna as unknown as OrganisationId)).toMatchObject({ ok: true })
})
test('one address, however it is typed', () => expect(EmailAddress.parse(' Anna@Brug.Test ')).toBe('anna@brug.test'))
