import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Decision, ParticipantId, TenantId } from '#kernel'
import { addNote, amendNote, listNotes } from '#contacts'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, createPool, createRunner, type Runner, systemClock } from '#platform'
import { addWish, amendWish, getPlan } from '#plans'

/** A thousand by `npm run trust`. */
const PAIRS = Number(process.env['OPSTAP_PAIRS'] ?? 20)
const AT_ONCE = 10

let house: TestHouse
let tenantId: TenantId
let coach: Actor
let colleague: Actor
let participantId: ParticipantId
let runner: Runner
let close: () => Promise<void>

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const organisationId = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId })
  colleague = await house.member(tenantId, 'coach', { organisationId })
  const pool = createPool(house.appUrl, 8)
  runner = createRunner({ pool, clock: systemClock, stillSignedIn: house.actors.stillSignedIn })
  close = () => pool.end()
})
afterAll(async () => {
  await close()
  await house.close()
})

const valueOf = <T>(decision: Decision<T>): T => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value
}
/** Pairs, some at the same time; a fresh dossier for each of these groups keeps its lists short. */
const inPairs = async (pair: (n: number) => Promise<void>): Promise<void> => {
  for (let n = 0; n < PAIRS; n += AT_ONCE) {
    participantId = await aParticipant(house, tenantId)
    await reaching(house, tenantId, participantId, coach)
    await reaching(house, tenantId, participantId, colleague)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, PAIRS - n) }, (_, at) => pair(n + at)))
  }
}
/** Of two, one was saved; the other got what stands there now beside the own words. */
const oneOf = (answers: readonly Decision<unknown>[], words: readonly string[]): string => {
  const saved = answers.findIndex(answer => answer.ok)
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(answers[1 - saved]).toMatchObject({ code: 'versionConflict', details: { current: { words: words[saved] } } })
  return words[saved] ?? ''
}

test(`two who amend the same wish at once, ${PAIRS} pairs: one is saved, the other sees both texts`, async () => {
  await inPairs(async n => {
    const { wishId } = valueOf(await runner.run(addWish, coach, { participantId, kind: 'wish', words: `Wens ${n}` }))
    const words = [`Wens ${n} van de een`, `Wens ${n} van de ander`]
    const on = { participantId, wishId, version: 1 }
    const answers = await Promise.all(
      words.map((text, at) => runner.run(amendWish, at === 0 ? coach : colleague, { ...on, kind: 'wish', words: text })),
    )
    const saved = oneOf(answers, words)
    const plan = valueOf(await runner.run(getPlan, coach, { participantId }))
    expect(plan.wishes.find(wish => wish.id === wishId)).toMatchObject({ words: saved, version: 2 })
  })
}, 600_000)

test(`two who amend the same note at once, ${PAIRS} pairs: one is saved, the other sees both texts, and what stood there is kept`, async () => {
  await inPairs(async n => {
    const { noteId } = valueOf(await runner.run(addNote, coach, { participantId, words: `Notitie ${n}`, kind: 'phone' }))
    const words = [`Notitie ${n}, aangevuld`, `Notitie ${n}, anders`]
    const answers = await Promise.all(
      words.map(text => runner.run(amendNote, coach, { participantId, noteId, version: 1, words: text })),
    )
    const saved = oneOf(answers, words)
    const { notes } = valueOf(await runner.run(listNotes, coach, { participantId, limit: 50 }))
    expect(notes.find(note => note.id === noteId)).toMatchObject({ words: saved, version: 2 })
    const former = await house.owner.query<{ words: string }>('select words from note_version where note_id = $1', [noteId])
    expect(former.rows).toEqual([{ words: `Notitie ${n}` }])
  })
}, 600_000)
