import { describe, expect, it } from 'vitest'
import { LEAD_FIELDS, withFollowers } from './offer-fields.ts'
import { Offer, OFFER_FIELDS, offerWith, WebAddress } from './offer.ts'

describe('given an offer, when it is checked before it is kept', () => {
  it('then a name is enough, and no name is not', () => {
    expect(Offer.safeParse(offerWith({ name: 'Koffie' })).success).toBe(true)
    expect(Offer.safeParse(offerWith({ name: ' ' })).success).toBe(false)
  })
  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'www.a.example'])(
    'then %s is no address to link to',
    text => {
      expect(WebAddress.safeParse(text).success).toBe(false)
    },
  )
  it.each([
    [
      'a time that is on no clock',
      { times: { ...offerWith({ name: 'x' }).times, slots: [{ weekday: 1, from: '24:00', to: '25:00' }] } },
    ],
    ['a postcode without its space', { postcode: '2451AB' }],
    ['fewer than no free places', { free: -1 }],
  ])('then %s is refused', (_what, over) => {
    expect(Offer.safeParse({ ...offerWith({ name: 'x' }), ...over }).success).toBe(false)
  })
  it('then every field leads or follows exactly one that leads', () => {
    expect(LEAD_FIELDS.flatMap(withFollowers).toSorted()).toEqual([...OFFER_FIELDS].toSorted())
  })
})
