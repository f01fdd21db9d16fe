import { allow, type Role } from '#platform'

const guides: readonly Role[] = ['coach', 'workcoach']
const guidesAndParticipant: readonly Role[] = [...guides, 'participant']

export const mayReadPlan = allow({ to: 'read the plan of a dossier', who: guidesAndParticipant, reads: ['plan'] })
export const mayReadPlacements = allow({
  to: 'read where somebody comes',
  who: guidesAndParticipant,
  reads: ['placements'],
})
export const mayKeepPlanLines = allow({ to: 'keep what lists show of a plan', who: [], writes: ['plan'] })
export const mayMissPlanLines = allow({ to: 'see whether what lists show of plans is kept', who: [], reads: ['plan'] })
export const mayReadMarkedAgreements = allow({
  to: 'read the agreements that are meant for the municipality',
  who: ['serviceplein'],
  reads: ['name', 'agreements'],
  wide: { serviceplein: ['name', 'agreements'] },
})

export const mayWishFor = allow({ to: 'write a wish or a strength', who: guidesAndParticipant, writes: ['plan'] })
export const mayAnswerSteps = allow({ to: 'tell how a step went', who: guidesAndParticipant, writes: ['plan'] })
export const mayMarkPromises = allow({
  to: 'say of what others promised whether it was kept',
  who: ['participant'],
  writes: ['plan'],
})
export const mayReadRecognition = allow({
  to: 'read what somebody was given, and what that means beside a benefit',
  who: guides,
  reads: ['name', 'plan'],
  optional: ['identity'],
})
export const mayListRecognition = allow({
  to: 'see what there is to choose from, and what is left of the budget',
  who: [...guidesAndParticipant, 'beheer'],
})
export const mayManageRecognition = allow({ to: 'set what there is to choose from, and the budget', who: ['beheer'] })
export const mayAnswerTogether = allow({ to: 'tell together with the person how a step went', who: guides, writes: ['plan'] })
export const mayWritePlan = allow({ to: 'write in the plan', who: guides, writes: ['plan'] })
export const mayPlace = allow({
  to: 'place somebody at an offer, or end that',
  who: guides,
  writes: ['plan', 'placements', 'sharing'],
})

export const mayReadAllowance = allow({
  to: 'read what somebody got for volunteering, beside the limits',
  who: guidesAndParticipant,
  reads: ['name', 'identity', 'money'],
})
export const mayRecordPayments = allow({
  to: 'write down, correct or withdraw what somebody got for volunteering',
  who: guides,
  reads: ['name', 'identity'],
  writes: ['money'],
})
/** The rows of others stay shut: what is written goes through a function of the database. */
export const mayPayVisitors = allow({
  to: 'enter what the own organisation paid to who comes there',
  who: ['partner'],
  reads: ['own_placements'],
  wide: { partner: ['own_placements'] },
})
export const mayArrangeWork = allow({
  to: 'arrange where somebody works or tries work, and end that',
  who: guides,
  writes: ['placements'],
})
