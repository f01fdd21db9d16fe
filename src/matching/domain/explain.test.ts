import { describe, expect, it } from 'vitest'
import { explainEn, explainNl, isToCheck, REASON_TEXTS, type Reason } from './index.ts'

const paths = (value: unknown, at = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
    : [at]
const slotsIn = (value: unknown, at = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => slotsIn(inner, `${at}.${key}`))
    : [...String(value).matchAll(/\{[\w.]+\}/g)].map(([slot]) => `${at} ${slot}`).sort()

const tuesday = { weekday: 2, part: 'morning', fromMinutes: 570, toMinutes: 660 } as const
const friday = { weekday: 5, part: 'afternoon' } as const

describe('the sentences', () => {
  it('are complete in English: the same texts with the same values', () => {
    expect(paths(REASON_TEXTS.en)).toEqual(paths(REASON_TEXTS.nl))
    expect(slotsIn(REASON_TEXTS.en)).toEqual(slotsIn(REASON_TEXTS.nl))
  })

  it.each<[Reason, string, string]>([
    [{ code: 'timeFits', moments: [tuesday] }, 'Dinsdagochtend kan.', 'Tuesday morning is possible.'],
    [
      { code: 'timeFits', moments: [tuesday, { ...tuesday, weekday: 4 }] },
      'Dat kan op dinsdagochtend en donderdagochtend.',
      'It is possible on Tuesday morning and Thursday morning.',
    ],
    [
      { code: 'timeLikely', moments: [friday] },
      'Vrijdagmiddag kan. Vraag nog naar de precieze tijd.',
      'Friday afternoon is possible. Ask for the exact time.',
    ],
    [
      { code: 'timesAre', moments: [tuesday, friday] },
      'Het is op dinsdag van 9.30 tot 11.00 uur en vrijdagmiddag.',
      'It is on Tuesday from 9:30 to 11:00 and Friday afternoon.',
    ],
    [{ code: 'distance', km: 1.2, mode: 'bike' }, 'Ongeveer 1,2 km fietsen.', 'About 1.2 km by bike.'],
    [{ code: 'distance', km: 0, mode: 'walk' }, 'Het is vlakbij.', 'It is close by.'],
    [{ code: 'distanceUnknown' }, 'De afstand is onbekend.', 'The distance is not known.'],
    [{ code: 'costs', cents: 1250, per: 'time' }, 'Het kost € 12,50 per keer.', 'It costs €12.50 each time.'],
    [{ code: 'ageFits', minAge: 18 }, 'De leeftijd past (18 jaar of ouder).', 'The age fits (18 years or older).'],
    [
      { code: 'ageToCheck', minAge: 18, maxAge: 27 },
      'Dit is voor mensen van 18 tot en met 27 jaar. Vraag of dat past.',
      'This is for people of 18 to 27 years. Ask if that fits.',
    ],
    [
      { code: 'experiences', stayed: 7, joined: 9 },
      'Van de 9 mensen die begonnen, bleven er 7.',
      'Of the 9 people who started, 7 stayed.',
    ],
    [
      { code: 'wordsMatch', source: 'wish', theirWords: 'ik wil fietsen leren', offerWords: ['Fietsles'] },
      'Je zei: “ik wil fietsen leren”. Dat past bij: fietsles.',
      'You said: “ik wil fietsen leren”. That fits: fietsles.',
    ],
  ])('%j', (reason, dutch, english) => {
    expect(explainNl(reason)).toBe(dutch)
    expect(explainEn(reason)).toBe(english)
  })

  it('speak about the person by name to somebody else', () => {
    const said: Reason = { code: 'wordsMatch', source: 'strength', theirWords: 'ik kook graag', offerWords: ['Koken'] }
    const sana = { person: 'name', name: 'Sana' } as const
    expect(explainNl(said, sana)).toBe('Sana zei: “ik kook graag”. Dat past bij: koken.')
    expect(explainNl({ code: 'atHome' }, sana)).toBe('Het is bij Sana thuis.')
    expect(explainEn({ code: 'atHome' }, sana)).toBe('It is at Sana’s home.')
    expect(explainNl({ code: 'atHome' })).toBe('Het is bij jou thuis.')
  })

  it('keep braces and dollar signs in a person’s words as they are', () => {
    const odd: Reason = { code: 'wordsMatch', source: 'wish', theirWords: 'ik {who} wil $& koken', offerWords: ['Koken'] }
    expect(explainNl(odd)).toBe('Je zei: “ik {who} wil $& koken”. Dat past bij: koken.')
  })

  it('know which reasons have to be asked', () => {
    expect(isToCheck({ code: 'distanceUnknown' })).toBe(true)
    expect(isToCheck({ code: 'placeFree', free: 1 })).toBe(false)
  })
})
