import { allow } from '#platform'

const COACHES = ['coach', 'workcoach'] as const

export const mayOpenDossier = allow({
  to: 'open a dossier: always who it is and who coordinates, the rest as far as it was shared',
  who: COACHES,
  reads: ['name', 'identity', 'trajectory'],
  optional: ['contact', 'referral', 'plan', 'placements', 'notes', 'appointments', 'sharing'],
})

export const maySeeToday = allow({
  to: 'see what asks for attention today',
  who: COACHES,
  optional: [
    ...(['name', 'identity', 'trajectory', 'intake', 'lifeAreas', 'referral', 'plan', 'advice', 'placements', 'money'] as const),
    ...(['notes', 'appointments'] as const),
  ],
})

export const mayListPeople = allow({
  to: 'list the people of the own caseload',
  who: COACHES,
  optional: ['name', 'identity', 'trajectory', 'plan', 'placements', 'notes', 'appointments'],
  own: true,
})

export const mayLeadConversation = allow({
  to: 'sit down with somebody and make the plan together',
  who: COACHES,
  reads: ['name', 'plan', 'placements'],
  optional: ['referral'],
})

export const maySuggest = allow({
  to: 'see the best offer for a goal in the dossier',
  who: COACHES,
  reads: ['name', 'identity', 'plan', 'placements'],
  optional: ['contact'],
})

export const maySeeHowToInvite = allow({
  to: 'see how a participant can be let in, and which letters were made',
  who: COACHES,
  reads: ['name', 'contact', 'sharing'],
})
