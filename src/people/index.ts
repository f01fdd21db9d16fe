import type { AnyUseCase } from '#platform'
import { answerCorrection, askCorrection, openCorrections, readOwnVoice, withdrawCorrection } from './use-cases/correction.ts'
import { getBsn } from './use-cases/get-bsn.ts'
import { getPerson } from './use-cases/get-person.ts'
import { rectifyName } from './use-cases/rectify-name.ts'
import { searchPeople } from './use-cases/search-people.ts'
import { setCallName } from './use-cases/set-call-name.ts'
import { tellStory } from './use-cases/tell-story.ts'
import { updateContact } from './use-cases/update-contact.ts'

export { configureBsn } from './bsn-box.ts'
export { type Channel, CHANNELS, Contact, ContactData, Postcode } from './domain/contact.ts'
export { CallName, Person, Sex, SEXES, Surname } from './domain/person.ts'
export { type Candidate, SAME_BECAUSE, type SameBecause } from './domain/same-person.ts'
export { findSamePersons } from './use-cases/find-same-persons.ts'
export { callNames, personNames, readContact, readPerson } from './use-cases/read-person.ts'
export { completeParticipant, registerParticipant } from './use-cases/register-participant.ts'
export { isBirthDate } from './domain/person.ts'
export { answerBy, Correction, CorrectionPart, CORRECTION_OUTCOMES, CORRECTION_PARTS, Story } from './domain/own-voice.ts'
export { answerCorrection, askCorrection, openCorrections, readOwnVoice, setCallName, tellStory, withdrawCorrection }
export { getBsn, getPerson, rectifyName, searchPeople, updateContact }

export const peopleUseCases: readonly AnyUseCase[] = [
  searchPeople,
  getPerson,
  getBsn,
  updateContact,
  rectifyName,
  setCallName,
  tellStory,
  askCorrection,
  withdrawCorrection,
  answerCorrection,
]
