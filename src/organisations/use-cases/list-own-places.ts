import { z } from 'zod'
import { MembershipId, ROLES } from '#kernel'
import { query } from '#platform'
import { mayReadOwnPlaces } from '../access.ts'
import { placesOf } from '../storage/accounts.ts'

export const OwnPlace = z.object({
  membershipId: MembershipId,
  municipalityName: z.string(),
  organisationName: z.string().optional(),
  role: z.enum(ROLES),
  current: z.boolean(),
})
export type OwnPlace = z.infer<typeof OwnPlace>

export const listOwnPlaces = query({
  name: 'organisations.listOwnPlaces',
  summary: 'For which organisations and municipalities the person who asks works',
  input: z.object({}),
  output: z.object({ places: z.array(OwnPlace) }),
  access: mayReadOwnPlaces,
  personal: false,
  rest: { method: 'GET', path: '/me/places' },
  run: async ({ db, actor, memberId }) => {
    if (actor.role === 'system') return { places: [] }
    const places = await placesOf(db, actor.userId)
    return {
      places: places.map(({ tenantId: _elsewhere, ...place }) => ({ ...place, current: place.membershipId === memberId })),
    }
  },
})
