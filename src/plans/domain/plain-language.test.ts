import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainHints } from './plain-language.ts'

describe('a sentence that could be easier', () => {
  test.each([
    ['Participeren in de wijk', [{ kind: 'jargon', word: 'Participeren', instead: 'meedoen' }]],
    ['Bellen m.b.t. de fiets', [{ kind: 'jargon', word: 'm.b.t', instead: 'over' }]],
    ['Ik bel indien het regent.', [{ kind: 'jargon', word: 'indien', instead: 'als' }]],
    ['Het vrijwilligersovereenkomst invullen', [{ kind: 'longWord', word: 'vrijwilligersovereenkomst' }]],
    ['Er wordt een afspraak gemaakt', [{ kind: 'passive', word: 'gemaakt' }]],
    ['De brief moet ingevuld worden', [{ kind: 'passive', word: 'ingevuld' }]],
    ['Ik word aangemeld bij de kringloop', [{ kind: 'passive', word: 'aangemeld' }]],
    ['De woning wordt bezocht', [{ kind: 'passive', word: 'bezocht' }]],
  ])('%s', (sentence, hints) => expect(plainHints(sentence)).toEqual(hints))

  test('more than fifteen words is a lot for one sentence; two short ones are fine', () => {
    const long = 'Ik ga dinsdag om tien uur met de bus naar de bibliotheek en daar vraag ik of er nog plek is'
    expect(plainHints(long)).toEqual([{ kind: 'longSentence', count: 21 }])
    expect(plainHints('Ik ga dinsdag om tien uur met de bus naar de bibliotheek. Daar vraag ik of er plek is.')).toEqual([])
  })

  test('the same word twice is said once', () => {
    expect(plainHints('Participatie is participatie').map(hint => hint.kind)).toEqual(['jargon', 'jargon'])
    expect(plainHints('indien en indien')).toHaveLength(1)
  })
})

describe('plain sentences are left alone', () => {
  test.each([
    'Een keer langs de buurttuin lopen',
    'Ik word kok.',
    'Ik word gezond en blij',
    'Ik word er verliefd op',
    'Om acht uur wakker worden',
    'Het wordt gezellig in het buurthuis',
    'Ik heb de brief gelezen',
    'Gebeld met de huisarts',
    'Bellen met mevrouw Van Westerloo-Schimmelpenninck over de fiets',
    'Langs bij Arbeidsparticipatiecentrum Veenrijk',
    'Vragen naar de Participatiewet',
    'Boodschappenlijst maken',
    'Met de bus naar de bibliotheek',
    'De e-bike proberen',
    'Het kan op dinsdag, woensdag of donderdag',
    'Samen met Ahmed naar het gezondheidsplein',
    '',
  ])('%s', sentence => expect(plainHints(sentence)).toEqual([]))

  test('whatever is typed, it answers', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), text => void plainHints(text)))
  })
})
