import type { Role, Slice } from '#kernel'

/** How somebody stands towards a dossier, and what that opens: written out here, not taken from the code under test. */
export interface Reached {
  readonly reads: readonly Slice[]
  readonly writes: readonly Slice[]
}

const NOTHING: Reached = { reads: [], writes: [] }

const COORDINATOR: Reached = {
  reads: [
    ...(['name', 'identity', 'contact', 'referral', 'trajectory', 'plan', 'agreements', 'placements', 'notes'] as const),
    ...(['appointments', 'instruments', 'money', 'intake', 'lifeAreas', 'log', 'sharing', 'advice'] as const),
  ],
  writes: [
    ...(['name', 'identity', 'contact', 'trajectory', 'plan', 'placements', 'notes', 'appointments', 'instruments'] as const),
    ...(['money', 'intake', 'lifeAreas', 'sharing', 'advice'] as const),
  ],
}

const SELF: Reached = {
  reads: [
    ...(['name', 'identity', 'contact', 'referral', 'trajectory', 'plan', 'agreements', 'placements'] as const),
    ...(['appointments', 'instruments', 'money', 'intake', 'lifeAreas', 'log', 'sharing', 'sent_advice'] as const),
  ],
  writes: ['name', 'identity', 'plan', 'contact', 'instruments', 'lifeAreas'],
}

/** Each standing is tried with every role: a grant alone opens nothing for a role that has no business there. */
export const STANDINGS = {
  own: COORDINATOR,
  colleague: { reads: ['name', 'identity', 'trajectory'], writes: [] },
  asked: {
    reads: ['name', 'identity', 'contact', 'referral', 'trajectory', 'sharing'],
    writes: ['referral', 'trajectory', 'sharing', 'appointments'],
  },
  placement: { reads: ['name'], writes: [] },
  sharedName: { reads: ['name'], writes: [] },
  sharedPlan: { reads: ['plan'], writes: [] },
  sharedPlanToWrite: { reads: ['plan'], writes: ['plan'] },
  sharedNotes: { reads: ['notes'], writes: [] },
  sharedReferral: { reads: ['name', 'identity', 'referral'], writes: ['referral', 'trajectory', 'sharing'] },
  revoked: NOTHING,
  expired: NOTHING,
  notYet: NOTHING,
  otherOrganisation: NOTHING,
  otherMunicipality: NOTHING,
} as const satisfies Readonly<Record<string, Reached>>
export type Standing = keyof typeof STANDINGS
export const STANDING_NAMES = Object.keys(STANDINGS) as readonly Standing[]

/** For whom a participant's own sign-in stands where: it has no organisation and nothing is shared with it. */
export const reachOf = (role: Role, standing: Standing): Reached => {
  if (role !== 'participant') return STANDINGS[standing]
  return standing === 'own' ? SELF : NOTHING
}
export const PARTICIPANT_STANDINGS: readonly Standing[] = ['own', 'otherOrganisation', 'otherMunicipality']

/** The five kinds of ownership under which the cells are counted. */
export const OWNERSHIP: Readonly<Record<Standing, string>> = {
  own: 'own',
  colleague: 'same organisation',
  asked: 'shared slice',
  placement: 'shared slice',
  sharedName: 'shared slice',
  sharedPlan: 'shared slice',
  sharedPlanToWrite: 'shared slice',
  sharedNotes: 'shared slice',
  sharedReferral: 'shared slice',
  revoked: 'other organisation',
  expired: 'other organisation',
  notYet: 'other organisation',
  otherOrganisation: 'other organisation',
  otherMunicipality: 'other municipality',
}
