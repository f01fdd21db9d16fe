import type { Slice } from '#kernel'

/**
 * On which ground somebody reaches a dossier, and how far. A purpose and a legal basis go with each grant; the person
 * reads them in plain words.
 */
export const GROUNDS = ['referral', 'trajectory', 'careTeam', 'share', 'placement', 'self'] as const
export type Ground = (typeof GROUNDS)[number]

export interface Reach {
  readonly reads: readonly Slice[]
  readonly writes: readonly Slice[]
}

/** An organisation that was asked to take up a referral: enough to answer it, nothing of a plan. */
export const REFERRAL_REACH: Reach = {
  reads: ['name', 'identity', 'contact', 'referral', 'trajectory', 'sharing'],
  writes: ['referral', 'trajectory', 'sharing', 'appointments'],
}

/** The coordinator of a trajectory: the whole plan, not the citizen service number. */
export const COORDINATOR_REACH: Reach = {
  reads: [
    'name',
    'identity',
    'contact',
    'referral',
    'trajectory',
    'intake',
    'lifeAreas',
    'plan',
    'agreements',
    'placements',
    'advice',
    'notes',
    'appointments',
    'instruments',
    'money',
    'log',
    'sharing',
  ],
  writes: [
    'name',
    'identity',
    'contact',
    'trajectory',
    'intake',
    'lifeAreas',
    'plan',
    'placements',
    'advice',
    'notes',
    'appointments',
    'instruments',
    'money',
    'sharing',
  ],
}

/** Whoever guided until now, after handing over: reads the plan along for the conversations about it, writes nothing. */
export const FORMER_REACH: Reach = {
  reads: ['name', 'identity', 'trajectory', 'referral', 'plan', 'agreements', 'placements', 'appointments'],
  writes: [],
}

/** Colleagues in the coordinator's organisation: that somebody is known, and who coordinates. */
export const COLLEAGUE_REACH: Reach = { reads: ['name', 'identity', 'trajectory'], writes: [] }

/** A partner where somebody comes: the first name. */
export const PLACEMENT_REACH: Reach = { reads: ['name'], writes: [] }

/** The person: the own plan, who is in the team and who looked. */
export const SELF_REACH: Reach = {
  reads: [
    'name',
    'identity',
    'contact',
    'referral',
    'trajectory',
    'intake',
    'lifeAreas',
    'plan',
    'agreements',
    'placements',
    'sent_advice',
    'appointments',
    'instruments',
    'money',
    'log',
    'sharing',
  ],
  writes: ['name', 'identity', 'plan', 'contact', 'instruments', 'lifeAreas'],
}
