import { describe, expect, it } from 'vitest'
import { splitCompound } from './compounds.ts'
import { buildLexicon, LexiconFile } from './lexicon.ts'
import { byLength, correctSpelling, slipsBetween } from './spelling.ts'
import { stemDutch } from './stem.ts'
import { dutchLexicon } from './synonyms.ts'

describe('stemDutch', () => {
  it.each([
    ['fiets', 'fietsen'],
    ['huis', 'huizen'],
    ['bos', 'bossen'],
    ['brief', 'brieven'],
    ['plant', 'planten'],
    ['mens', 'mensen'],
    ['kook', 'koken'],
    ['wandeling', 'wandelen'],
    ['zwem', 'zwemmen'],
  ])('brings %s and %s together', (one, other) => {
    expect(stemDutch(one)).toBe(stemDutch(other))
  })

  it.each([
    ['lezen', 'les'],
    ['tuin', 'thuis'],
    ['hond', 'hout'],
    ['geld', 'gezond'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemDutch(one)).not.toBe(stemDutch(other))
  })
})

describe('splitCompound', () => {
  const known = new Set(['taal', 'wandel', 'groep', 'fiets', 'fietsen', 'maker', 'hout', 'werkplaats', 'buurt', 'tuin'])
  const isPart = (part: string): boolean => known.has(part)

  it.each([
    ['taalwandelgroep', ['taal', 'wandel', 'groep']],
    ['fietsenmaker', ['fietsen', 'maker']],
    ['houtwerkplaats', ['hout', 'werkplaats']],
    ['buurtstuin', ['buurt', 'tuin']],
  ])('splits %s', (word, parts) => {
    expect(splitCompound(word, isPart)).toEqual(parts)
  })

  it('leaves a word whole when a piece of it is unknown', () => {
    expect(splitCompound('taalxgroep', isPart)).toBeUndefined()
    expect(splitCompound('tuin', isPart)).toBeUndefined()
  })
})

describe('correctSpelling', () => {
  const known = byLength(['fietsen', 'koken', 'solliciteren', 'oppas', 'schilderen'])

  it.each([
    ['feitsen', 'fietsen'],
    ['kokken', 'koken'],
    ['soliciteren', 'solliciteren'],
    ['opas', 'oppas'],
    ['scilderren', 'schilderen'],
  ])('reads %s as %s', (typed, meant) => {
    expect(correctSpelling(typed, known)).toBe(meant)
  })

  it('leaves alone what resembles nothing, and short words', () => {
    expect(correctSpelling('trommelen', known)).toBeUndefined()
    expect(correctSpelling('kok', byLength(['koe']))).toBeUndefined()
    expect(correctSpelling('sterk', byLength(['steek']))).toBeUndefined()
    expect(correctSpelling('boken', known)).toBeUndefined()
  })

  it('counts a swap as one slip', () => {
    expect(slipsBetween('feitsen', 'fietsen', 3)).toBe(1)
    expect(slipsBetween('kat', 'hond', 9)).toBe(4)
    expect(slipsBetween('kat', 'hond', 1)).toBe(2)
  })
})

describe('the shipped synonyms', () => {
  const lexicon = dutchLexicon()

  it.each([
    ['tuinen', 'gardening'],
    ['getimmerd', 'wood'],
    ['loopt', 'walking'],
    ['naaimachines', 'sewing'],
    ['rekeningen', 'money'],
  ])('knows %s as %s', (word, concept) => {
    expect(lexicon.analyse(word).concepts).toContain(concept)
  })

  it('finds a compound by its parts', () => {
    const terms = lexicon.analyse('buurtmoestuin').terms.map(({ term }) => term)
    expect(terms).toContain('#gardening')
  })

  it('names only concepts that exist as near', async () => {
    const { default: file } = await import('./synonyms.nl.json', { with: { type: 'json' } })
    const ids = file.concepts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(file.concepts.flatMap(({ near }) => near).filter(id => !ids.includes(id))).toEqual([])
  })
})

describe('a municipality’s own synonyms', () => {
  it('join the concept of the shipped list and may add a new one', () => {
    const own = LexiconFile.parse({
      language: 'nl',
      concepts: [
        { id: 'gardening', words: ['volkstuintje', 'geveltuin'] },
        { id: 'reedCutting', words: ['riet snijden', 'riet'], near: ['outdoors'] },
      ],
    })
    const lexicon = dutchLexicon([own])
    expect(lexicon.analyse('geveltuin').concepts).toEqual(['gardening'])
    expect(lexicon.analyse('tuinen').concepts).toContain('gardening')
    expect(lexicon.near('gardening')).toContain('outdoors')
    expect(lexicon.near('reedCutting')).toEqual(['outdoors'])
    expect(lexicon.expressions('riet')).toEqual([{ stems: ['riet', 'snijd'], concepts: ['reedCutting'] }])
  })

  it('are refused in another shape', () => {
    expect(LexiconFile.safeParse({ language: 'nl', concepts: [{ id: 'Not an id', words: [] }] }).success).toBe(false)
    expect(LexiconFile.safeParse({ language: 'en' }).success).toBe(false)
    expect(LexiconFile.safeParse({ language: 'nl', synonyms: {} }).success).toBe(false)
  })

  it('an empty list knows nothing and breaks nothing', () => {
    const analysis = buildLexicon([]).analyse('tuinen')
    expect(analysis).toEqual({
      stem: 'tuin',
      isStopWord: false,
      isKnown: false,
      concepts: [],
      terms: [{ term: '=tuin', weight: 1 }],
    })
  })
})
