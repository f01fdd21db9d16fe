import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalities } from '#platform'
import { type CommandLineParts, tokenCreate, userCreate } from './index.ts'
import { createHouse, type TestHouse } from './test-kit.ts'

let house: TestHouse
let parts: CommandLineParts

beforeAll(async () => {
  house = await createHouse()
  parts = { runner: house.runner, municipalities: () => municipalities(house.pool) }
})
afterAll(() => house.close())

test('from an empty database to a token that works', async () => {
  const bea = { email: 'bea@oost.test', name: 'Bea', role: 'beheer' }
  await expect(userCreate(parts, bea)).rejects.toThrow('There is no municipality yet')
  expect(await userCreate(parts, { ...bea, municipality: 'Oost Veenrijk', makeMunicipality: true })).toMatchObject({
    municipality: 'Oost Veenrijk',
  })
  await expect(userCreate(parts, bea)).rejects.toThrow('There is an account for this role and place already.')
  const { token, expiresAt } = await tokenCreate(parts, { email: 'Bea@Oost.test', days: 2 })
  expect(token).toMatch(/^opstap_[\w-]{43}$/)
  expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 47 * 3_600_000)
  expect(await house.actors.find(token)).toMatchObject({ email: 'bea@oost.test', role: 'beheer', via: 'token' })
  expect(JSON.stringify((await house.owner.query('select * from auth.api_token')).rows)).not.toContain(token)
})

test('what is not clear is asked back in one sentence', async () => {
  await house.municipality('Westveen')
  const coach = { email: 'c@oost.test', name: 'Carla', role: 'coach' }
  await expect(userCreate(parts, coach)).rejects.toThrow(/^Name the municipality: /)
  await expect(userCreate(parts, { ...coach, municipality: 'oost-veenrijk' })).rejects.toThrow(
    'This does not fit: organisationId.',
  )
  await expect(userCreate(parts, { ...coach, municipality: 'oost-veenrijk', organisation: 'De Brug' })).rejects.toThrow(
    'There is no organisation "De Brug"',
  )
  await expect(tokenCreate(parts, { email: 'niemand@oost.test' })).rejects.toThrow('Nobody with an open account')
  const both = { email: 'bea@oost.test', name: 'Bea', role: 'beleid', municipality: 'oost-veenrijk' }
  await userCreate(parts, both)
  await expect(tokenCreate(parts, { email: both.email })).rejects.toThrow(
    'works at several places (Oost Veenrijk: beheer; Oost Veenrijk: beleid)',
  )
  expect((await tokenCreate(parts, { email: both.email, role: 'beleid' })).token).toMatch(/^opstap_/)
})
