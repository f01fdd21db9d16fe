import { allow } from '#platform'

const MUNICIPALITY = ['serviceplein'] as const
const ORGANISATION = ['coach', 'workcoach'] as const
const WIDE_FOR_DESK = {
  serviceplein: ['name', 'identity', 'bsn', 'contact', 'referral', 'trajectory', 'agreements', 'sharing'],
} as const

export const maySendReferral = allow({
  to: 'refer somebody to an organisation',
  who: MUNICIPALITY,
  reads: ['trajectory'],
  writes: ['name', 'identity', 'bsn', 'contact', 'referral', 'sharing'],
  wide: WIDE_FOR_DESK,
})

export const mayFindDuplicates = allow({
  to: 'ask whether somebody is known already',
  who: MUNICIPALITY,
  reads: ['name', 'identity', 'bsn', 'referral', 'trajectory'],
  wide: WIDE_FOR_DESK,
})

export const mayReadReferrals = allow({
  to: 'read referrals: those of the municipality, or those sent to the own organisation',
  who: [...MUNICIPALITY, ...ORGANISATION],
  reads: ['name', 'identity', 'referral'],
  optional: ['contact', 'trajectory'],
  wide: WIDE_FOR_DESK,
})

export const mayAmendReferral = allow({
  to: 'amend a referral or answer a question about it',
  who: MUNICIPALITY,
  writes: ['referral'],
  optional: ['trajectory'],
  wide: WIDE_FOR_DESK,
})

export const mayWithdrawReferral = allow({
  to: 'withdraw a referral and undo that',
  who: MUNICIPALITY,
  writes: ['referral', 'sharing'],
  wide: WIDE_FOR_DESK,
})

export const mayRerouteReferral = allow({
  to: 'send a referral to another organisation instead',
  who: MUNICIPALITY,
  writes: ['referral', 'sharing'],
  wide: WIDE_FOR_DESK,
})

export const mayPassOnReferral = allow({
  to: 'pass a referral on to another organisation after an intake',
  who: ORGANISATION,
  writes: ['referral', 'sharing'],
})

/** By the night's work only. */
export const mayRemind = allow({ to: 'remind of referrals that nobody answered', who: [], writes: ['referral'] })

export const mayListReceivers = allow({
  to: 'see which organisations can be referred to',
  who: [...MUNICIPALITY, ...ORGANISATION],
})

export const mayAskBack = allow({ to: 'ask the municipality about a referral', who: ORGANISATION, writes: ['referral'] })

export const mayRejectReferral = allow({
  to: 'reject a referral with a reason',
  who: ORGANISATION,
  writes: ['referral', 'sharing'],
})

export const mayAcceptReferral = allow({
  to: 'accept a referral and become the coordinator',
  who: ORGANISATION,
  writes: ['referral', 'trajectory', 'sharing'],
})

export const mayReadTrajectories = allow({
  to: 'read state and dates of the trajectories of a participant',
  who: [...MUNICIPALITY, ...ORGANISATION, 'participant'],
  reads: ['name', 'trajectory'],
  wide: WIDE_FOR_DESK,
})

export const mayReadProgress = allow({
  to: 'read how far the trajectories of a participant are and how they came there',
  who: [...MUNICIPALITY, ...ORGANISATION],
  reads: ['name', 'trajectory'],
  optional: ['plan'],
  wide: WIDE_FOR_DESK,
})

export const mayReadTypes = allow({
  to: 'see which kinds of trajectory there are and how they run here',
  who: [...MUNICIPALITY, ...ORGANISATION, 'beheer'],
})
export const mayManageTypes = allow({
  to: 'say what the municipality calls a kind of trajectory and how it runs there',
  who: ['beheer'],
})

export const mayRunTrajectory = allow({
  to: 'lead a trajectory that one coordinates, and plan its reviews',
  who: ORGANISATION,
  writes: ['trajectory'],
})

/** The law is the municipality's, and so is a trajectory whose coordinator left. */
export const mayChangeTrajectory = allow({
  to: 'amend a trajectory that one coordinates, hand it to another coordinator, and take the last change back',
  who: [...MUNICIPALITY, ...ORGANISATION],
  writes: ['trajectory', 'sharing'],
  wide: WIDE_FOR_DESK,
})

export const mayEndTrajectory = allow({
  to: 'end a trajectory that one coordinates',
  who: ORGANISATION,
  writes: ['trajectory', 'sharing'],
})

export const mayReadIntake = allow({
  to: 'read the intake of a trajectory',
  who: [...ORGANISATION, 'participant'],
  reads: ['name', 'trajectory', 'intake'],
  optional: ['referral'],
})

export const mayWriteIntake = allow({
  to: 'write down the intake of a trajectory that one coordinates',
  who: ORGANISATION,
  reads: ['trajectory'],
  writes: ['intake'],
})

export const mayReadLifeAreas = allow({
  to: 'read which life areas are open and why; their contents while they are open, the person always',
  who: [...ORGANISATION, 'participant'],
  reads: ['name', 'lifeAreas'],
})

export const mayOpenLifeAreas = allow({
  to: 'open a life area for a reason and until a day, and write in it',
  who: ORGANISATION,
  writes: ['lifeAreas'],
})

export const mayObjectToLifeAreas = allow({
  to: 'object to an open life area',
  who: ['participant'],
  writes: ['lifeAreas'],
})

/** Words about a review belong to the plan. */
export const mayHoldReview = allow({
  to: 'write down what a review of an own trajectory led to, take that back, and let a review wait with a reason',
  who: ORGANISATION,
  writes: ['trajectory', 'plan'],
})

export const mayWriteOwnWord = allow({
  to: 'write what the person wants to say at a review',
  who: [...ORGANISATION, 'participant'],
  reads: ['trajectory'],
  writes: ['plan'],
})

/** The web is the person's, for the conversation: no other role is named here. */
export const mayChooseWeb = allow({
  to: 'choose whether the own web of the person is shown at a review',
  who: [...ORGANISATION, 'participant'],
  reads: ['trajectory'],
  writes: ['instruments'],
})

export const mayWriteAdviceWord = allow({
  to: 'write what the person thinks of how it goes on',
  who: [...ORGANISATION, 'participant'],
  reads: ['trajectory'],
  writes: ['plan'],
  optional: ['advice', 'sent_advice'],
})

/** With the advice goes the own word of the person, which belongs to the plan. */
export const mayWriteAdvice = allow({
  to: 'write, send, amend and withdraw the advice of a trajectory that one coordinates',
  who: ORGANISATION,
  reads: ['trajectory'],
  writes: ['advice', 'plan'],
})

const WIDE_FOR_ADVICE = { serviceplein: [...WIDE_FOR_DESK.serviceplein, 'sent_advice'] } as const

export const mayReadSentAdvice = allow({
  to: 'read an advice that was sent, with the own word of the person; never a draft',
  who: [...MUNICIPALITY, 'participant'],
  reads: ['name', 'trajectory', 'sent_advice'],
  optional: ['identity'],
  wide: WIDE_FOR_ADVICE,
})

export const mayListSentAdvices = allow({
  to: 'list the advices that organisations sent',
  who: MUNICIPALITY,
  reads: ['name', 'identity', 'trajectory', 'sent_advice'],
  wide: WIDE_FOR_ADVICE,
})

/** Participatiewet artikel 7 lid 4: others advise, the municipality decides. */
export const mayDecideAdvice = allow({
  to: 'decide on an advice; what follows from it is done at once',
  who: MUNICIPALITY,
  reads: ['name'],
  writes: ['sent_advice', 'trajectory', 'referral', 'sharing'],
  wide: WIDE_FOR_ADVICE,
})
