/**
 * Measures the CPU time of preparing the supply of a large region and of ranking it for one wish.
 * Run: node bench/matching/speed.ts [offers]   (5,000 unless told; the budget is 20 ms CPU per ranking)
 */
import { cpus } from 'node:os'
import { WHEEL_AREAS } from '#kernel'
import { dutchLexicon, prepareOffers, rankOffers, type MatchOffer, type Weekday } from '../../src/matching/domain/index.ts'
import { loadJudgements, loadOffers } from './fixtures.ts'

const BUDGET_MS = 20
const ROUNDS = 25
const SPREAD_DEGREES = 0.25
const total = Number(process.argv[2] ?? 5_000)

const seeded = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
const random = seeded(7)
const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const SYLLABLES = ['ba', 'del', 'kor', 'mie', 'stra', 'ven', 'lo', 'ger', 'pin', 'tum', 'wes', 'hof', 'rij', 'dam', 'kel', 'zo']
/** Invented words, so that the vocabulary is as wide as that of real texts and spelling correction has work to do. */
const RARE_WORDS = Array.from({ length: 6_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
)

/** Offers like the judged ones, with texts mixed from two of them, other times, places, prices and freshness. */
const manyOffers = (models: readonly MatchOffer[], count: number): readonly MatchOffer[] =>
  Array.from({ length: count }, (_, i) => {
    const [model, other] = [pick(models), pick(models)]
    const fromMinutes = 480 + Math.floor(random() * 24) * 30
    return {
      ...model,
      id: `offer-${i}`,
      name: random() < 0.5 ? model.name : `${model.name} ${pick(['noord', 'zuid', 'centrum', 'dorp', 'plus'])} ${i % 97}`,
      description: [
        model.description,
        random() < 0.6 ? other.description : undefined,
        pick(RARE_WORDS),
        pick(RARE_WORDS),
        pick(RARE_WORDS),
      ]
        .filter(text => text !== undefined)
        .join(' '),
      areas: random() < 0.8 ? model.areas : [pick(WHEEL_AREAS)],
      slots: model.slots.map(() => ({
        weekday: pick(WEEKDAYS),
        fromMinutes,
        toMinutes: fromMinutes + 60 + Math.floor(random() * 5) * 30,
      })),
      point: { lat: 52.1 + (random() - 0.5) * SPREAD_DEGREES, lon: 4.6 + (random() - 0.5) * SPREAD_DEGREES },
      freePlaces: random() < 0.2 ? undefined : Math.floor(random() * 10),
    }
  })

/** CPU of all threads of this process in milliseconds, garbage collection included. */
const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)

const offers = manyOffers(loadOffers(), total)
const wishes = loadJudgements().map(({ wish }) => ({ ...wish, maxDistanceKm: 25 }))

let lexicon = dutchLexicon()
const lexiconMs = cpuOf(() => {
  lexicon = dutchLexicon()
})
let prepared = prepareOffers([], lexicon)
const prepareMs = cpuOf(() => {
  prepared = prepareOffers(offers, lexicon)
})

const first = cpuOf(() => rankOffers(pick(wishes), prepared, { limit: 10 }))
const times: number[] = []
let matches = 0
for (let round = 0; round < ROUNDS; round += 1)
  for (const wish of wishes)
    times.push(
      cpuOf(() => {
        matches += rankOffers(wish, prepared, { limit: 10 }).matches.length
      }),
    )
times.sort((a, b) => a - b)

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${total} offers, ${wishes.length} wishes × ${ROUNDS} rounds`,
)
console.log(`lexicon                ${lexiconMs.toFixed(1)} ms CPU (once)`)
console.log(`prepare the supply     ${prepareMs.toFixed(1)} ms CPU (once per change of the supply; ${prepared.terms.size} terms)`)
console.log(`rank, very first       ${first.toFixed(2)} ms CPU`)
console.log(
  `rank one wish          p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}  max ${at(times, 1)} ms CPU (budget ${BUDGET_MS}); ${(matches / times.length).toFixed(1)} matches shown`,
)
if (Number(at(times, 0.95)) > BUDGET_MS) process.exitCode = 1
