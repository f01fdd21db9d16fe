import { allow, type Role } from '#platform'

const guides: readonly Role[] = ['coach', 'workcoach']
const guidesAndParticipant: readonly Role[] = [...guides, 'participant']

/** Instruments are for the conversation: no municipal desk and no policy role is named here, whatever was shared with it. */
export const mayReadInstruments = allow({
  to: 'read what was filled in for the conversation',
  who: guidesAndParticipant,
  reads: ['name', 'instruments'],
})
export const mayFillInstruments = allow({
  to: 'fill in a questionnaire: the own view, or one together',
  who: guidesAndParticipant,
  writes: ['instruments'],
})
/** Texts of a questionnaire, nothing of a dossier. */
export const mayManageInstruments = allow({
  to: 'load a questionnaire for which the municipality has a licence, and offer it',
  who: ['beheer'],
})
