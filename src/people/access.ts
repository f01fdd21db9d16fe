import { allow } from '#platform'

/** The municipality's desk sees who is known; welfare organisations only those they reach through a grant. */
export const mayFindPeople = allow({
  to: 'find participants by name',
  who: ['serviceplein', 'coach', 'workcoach'],
  reads: ['name', 'identity'],
  searched: true,
  wide: { serviceplein: ['name', 'identity'] },
})

export const mayReadPerson = allow({
  to: 'read who a participant is and how to reach the participant',
  who: ['serviceplein', 'coach', 'workcoach', 'participant'],
  reads: ['name', 'identity', 'contact'],
  wide: { serviceplein: ['name', 'identity', 'contact'] },
})

/** Only municipal staff: a welfare organisation has no ground to process the citizen service number. */
export const mayReadBsn = allow({
  to: "read a participant's citizen service number",
  who: ['serviceplein'],
  reads: ['bsn'],
  wide: { serviceplein: ['bsn'] },
})

export const mayUpdateContact = allow({
  to: "change a participant's contact data",
  who: ['serviceplein', 'coach', 'participant'],
  writes: ['contact'],
  wide: { serviceplein: ['contact'] },
})

export const mayRectifyName = allow({
  to: "rectify a participant's name",
  who: ['serviceplein', 'coach'],
  writes: ['name', 'identity'],
  wide: { serviceplein: ['name', 'identity'] },
})

/** The person, or who sits beside the person and types along. */
export const mayTellStory = allow({ to: "tell a participant's own story", who: ['participant', 'coach'], writes: ['plan'] })
export const maySetCallName = allow({ to: 'say how to be called', who: ['participant'], writes: ['name', 'identity'] })
export const mayAskCorrection = allow({ to: 'ask to correct what is known', who: ['participant'], writes: ['plan'] })
export const mayAnswerCorrection = allow({
  to: 'answer a question to correct what is known',
  who: ['coach', 'workcoach'],
  writes: ['plan'],
})
