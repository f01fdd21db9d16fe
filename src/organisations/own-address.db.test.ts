import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel'
import { aParticipant } from '#people/test-kit'
import { type Actor, configurePaperCodes } from '#platform'
import { askOwnAddress } from './index.ts'
import { createHouse, type TestHouse } from './test-kit.ts'

configurePaperCodes('x'.repeat(40))
let house: TestHouse
let self: Actor

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  self = await house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
})
afterAll(() => house.close())

test('codes to new addresses are bounded, also for who asks for all of them at the same moment', async () => {
  const addresses = Array.from({ length: 12 }, () => `${newId()}@post.example`)
  const answers = await Promise.all(addresses.map(address => house.runner.run(askOwnAddress, self, { address })))
  expect(answers.filter(answer => answer.ok)).toHaveLength(5)
  expect(answers.filter(answer => !answer.ok && answer.code === 'tooMany')).toHaveLength(7)
})
