import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel'
import { allUseCases } from '../support/all-use-cases.ts'
import { actorFor, inputFor, requestFor } from '../support/requests.ts'
import { type Answer, openSite, type Site } from '../support/site.ts'
import { createWorld, type World } from '../support/world.ts'

/** The same form sent twenty times at once, with the key that came with it: one effect, one answer. */
const TIMES = 20
let world: World
let site: Site

beforeAll(async () => {
  world = await createWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.stop()
  await world.house.close()
})

const send = (name: string, key: string, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> => {
  const useCase = allUseCases.find(each => each.name === name)
  if (useCase === undefined) throw new Error(`There is no ${name}`)
  const { headers, ...asked } = requestFor(useCase, { ...inputFor(world, useCase), ...change })
  const { token } = actorFor(world, useCase)
  return site.ask({ ...asked, headers: { ...headers, authorization: `Bearer ${token}`, 'idempotency-key': key } })
}
const rowsIn = async (table: string, where = 'true'): Promise<number> => {
  const { rows } = await world.house.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)
  return rows[0]?.n ?? 0
}

describe('given one key, sent twenty times at the same moment', () => {
  test.each([
    ['contacts.addNote', 'note', 201],
    ['contacts.planAppointment', 'appointment', 201],
    ['plans.addWish', 'wish', 201],
    ['plans.addSteps', 'step', 201],
    ['plans.addAgreement', 'agreement', 201],
    ['plans.placeAtOffer', 'placement', 201],
    ['plans.answerStep', 'recognition_given', 200],
    ['trajectories.sendReferral', 'referral', 201],
    ['trajectories.acceptReferral', 'trajectory', 200],
    ['supply.addOffer', 'offer', 201],
    ['organisations.addMember', 'membership', 201],
  ])('when it is %s, then there is one %s more, and all got the first answer', async (name, table, status) => {
    const [before, lines] = [await rowsIn(table), await rowsIn('access_line', `kind = 'write'`)]
    const key = newId<string>()
    const answers = await Promise.all(Array.from({ length: TIMES }, () => send(name, key)))
    const made = name === 'plans.addSteps' ? 2 : 1
    expect(await rowsIn(table)).toBe(before + made)
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([status]))
    expect(new Set(answers.map(answer => answer.text)).size).toBe(1)
    expect((await rowsIn('access_line', `kind = 'write'`)) - lines).toBeLessThanOrEqual(1)
    const again = await send(name, key)
    expect([again.status, again.text]).toEqual([status, answers[0]?.text])
    expect(await rowsIn(table)).toBe(before + made)
  })

  test('when another input comes with it, then it is refused and nothing happens', async () => {
    const key = newId<string>()
    expect((await send('contacts.addNote', key)).status).toBe(201)
    const before = await rowsIn('note')
    const other = await send('contacts.addNote', key, { words: 'Iets anders.' })
    expect([other.status, JSON.parse(other.text)]).toMatchObject([400, { errors: [{ code: 'keyUsedOtherwise' }] }])
    expect(await rowsIn('note')).toBe(before)
  })

  test('when the first was refused, then the key is free for the corrected one', async () => {
    const key = newId<string>()
    expect((await send('contacts.addNote', key, { words: ' ' })).status).toBe(400)
    expect((await send('contacts.addNote', key)).status).toBe(201)
  })

  test('when two members use the same key, then each has an own effect', async () => {
    const key = newId<string>()
    const before = await rowsIn('wish')
    const wish = allUseCases.find(each => each.name === 'plans.addWish')
    if (wish === undefined) throw new Error('no use case')
    const asked = requestFor(wish, inputFor(world, wish))
    const members = world.actors.filter(
      each => each.standing === 'own' && ['coach', 'workcoach', 'participant'].includes(each.role),
    )
    const answers = await Promise.all(
      members.map(({ actor }) =>
        site.ask({ ...asked, headers: { ...asked.headers, authorization: `Bearer ${actor.token}`, 'idempotency-key': key } }),
      ),
    )
    expect(answers.map(answer => answer.status)).toEqual(members.map(() => 201))
    expect(await rowsIn('wish')).toBe(before + members.length)
  })
})
