/**
 * Prints how well the ranking agrees with the judgements, next to baselines over the same offers.
 * Run: node bench/matching/evaluate.ts [--lists] [--tuning]
 * --lists also prints each ranking with its grades; --tuning leaves the held-out wishes unseen.
 * Exits with 1 when a baseline is as good as the ranking.
 */
import { dutchLexicon, prepareOffers, rankOffers, type MatchOffer, type PreparedOffers } from '../../src/matching/domain/index.ts'
import { loadJudgements, loadOffers, type JudgedWish } from './fixtures.ts'
import { ceiling, meanMeasures, measure, type Measures } from './measures.ts'

type Ranker = (judged: JudgedWish, allowed: readonly MatchOffer[]) => readonly string[]

const RANDOM_RUNS = 200
const ALL = 1_000

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
const textOf = (offer: MatchOffer): string => `${offer.name} ${offer.description ?? ''} ${offer.targetGroupText ?? ''}`
const byScore = (offers: readonly MatchOffer[], score: (offer: MatchOffer) => number): readonly string[] =>
  [...offers].sort((a, b) => score(b) - score(a) || (a.name < b.name ? -1 : 1)).map(offer => offer.id)

/** A small generator with a fixed seed, so that the random baseline prints the same figures each time. */
const seeded = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
const shuffle = <Item>(items: readonly Item[], random: () => number): readonly Item[] =>
  items
    .map(item => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

const areaOnly: Ranker = ({ wish }, allowed) => byScore(allowed, offer => (offer.areas.includes(wish.area) ? 1 : 0))
const plainWords: Ranker = ({ wish }, allowed) => {
  const said = words([wish.goalTitle, ...wish.wishTexts, ...wish.strengthTexts].join(' '))
  return byScore(allowed, offer => [...words(textOf(offer))].filter(word => said.has(word)).length)
}

/** Every offer within the hard limits: what the baselines may rank, so that only the soft fit is compared. */
const withinLimits = (offers: readonly MatchOffer[], judged: JudgedWish): readonly MatchOffer[] => {
  const everyArea = prepareOffers(
    offers.map(offer => ({ ...offer, areas: [judged.wish.area] })),
    dutchLexicon(),
  )
  const ids = new Set(rankOffers(judged.wish, everyArea, { limit: ALL }).matches.map(match => match.offerId))
  return offers.filter(offer => ids.has(offer.id))
}

const rowOf = (label: string, m: Measures): string =>
  label.padEnd(32) + [m.p3, m.p5, m.ndcg5, m.ndcg10].map(figure => figure.toFixed(3).padStart(9)).join('')

const report = (
  title: string,
  judged: readonly JudgedWish[],
  offers: readonly MatchOffer[],
  prepared: PreparedOffers,
  lists: boolean,
): void => {
  const cases = judged.map(item => ({ item, allowed: withinLimits(offers, item) }))
  const measuresOf = (ranker: Ranker): readonly Measures[] =>
    cases.map(({ item, allowed }) => measure(ranker(item, allowed), item))
  const opstap: Ranker = ({ wish }) => rankOffers(wish, prepared, { limit: ALL }).matches.map(match => match.offerId)
  const ours = measuresOf(opstap)

  console.log(`\n${title}\n${'wish'.padEnd(32)}      P@3      P@5   nDCG@5  nDCG@10`)
  cases.forEach(({ item }, i) => {
    const found = ours[i]
    if (found !== undefined) console.log(rowOf(`${item.id} ${item.who}`, found))
    if (lists)
      console.log(
        `      ${opstap(item, [])
          .slice(0, 10)
          .map(id => `${id}:${item.gradeOf(id)}`)
          .join(' ')}`,
      )
  })
  const random = seeded(20_261_122)
  const runs = Array.from({ length: RANDOM_RUNS }, () =>
    meanMeasures(measuresOf((_, allowed) => shuffle(allowed, random).map(offer => offer.id))),
  )
  const mean = meanMeasures(ours)
  const baselines: readonly (readonly [string, Measures])[] = [
    ['plain words', meanMeasures(measuresOf(plainWords))],
    ['area only', meanMeasures(measuresOf(areaOnly))],
    [`random (${RANDOM_RUNS} runs)`, meanMeasures(runs)],
  ]
  console.log(rowOf('MEAN Opstap', mean))
  console.log(rowOf('  a perfect ranking', meanMeasures(judged.map(ceiling))))
  for (const [name, measures] of baselines) console.log(rowOf(`  baseline: ${name}`, measures))
  if (baselines.some(([, measures]) => measures.ndcg5 >= mean.ndcg5)) process.exitCode = 1
}

const offers = loadOffers()
const judged = loadJudgements()
const prepared = prepareOffers(offers, dutchLexicon())
const lists = process.argv.includes('--lists')
const named = judged.reduce((sum, item) => sum + item.grades.length, 0)
console.log(`${offers.length} offers, ${judged.length} wishes, ${named} offers graded by name, every other pair judged 0.`)
report(
  'Wishes used for tuning',
  judged.filter(item => !item.holdOut),
  offers,
  prepared,
  lists,
)
if (!process.argv.includes('--tuning'))
  report(
    'Held out: never used for tuning',
    judged.filter(item => item.holdOut),
    offers,
    prepared,
    lists,
  )
