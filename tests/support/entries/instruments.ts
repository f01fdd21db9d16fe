import { type AccessEntries, type AccessEntry, COACHES_AND_PARTICIPANT } from '../access-entry.ts'

const read = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'read',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs: ['name', 'instruments'],
  input,
})
const write = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs: ['instruments:write'],
  input,
})
const page = { version: 1, asked: ['body'], answers: { body: 6 }, marks: ['body'] }

/** No desk of the municipality and no policy role is named, whatever was shared with it. */
export const instrumentsEntries: AccessEntries = {
  'instruments.listFilled': read(({ participantId }) => ({ participantId })),
  'instruments.getFilled': read(({ participantId, finishedInstrument }) => ({ participantId, filledId: finishedInstrument })),
  'instruments.getLadder': { ...read(({ participantId }) => ({ participantId })) },
  'instruments.startFilling': write(({ participantId }) => ({ participantId, key: 'ladder', view: 'together' })),
  'instruments.saveAnswers': write(({ participantId, draftInstrument }) => ({
    participantId,
    filledId: draftInstrument,
    ...page,
  })),
  'instruments.finishFilling': write(({ participantId, draftInstrument }) => ({
    participantId,
    filledId: draftInstrument,
    ...page,
  })),
  'instruments.amendFilled': write(({ participantId, finishedInstrument }) => ({
    participantId,
    filledId: finishedInstrument,
    ...page,
  })),
  'instruments.renewDraft': write(({ participantId, draftInstrument }) => ({
    participantId,
    filledId: draftInstrument,
    version: 1,
  })),
  'instruments.discardFilling': write(({ participantId, finishedInstrument }) => ({
    participantId,
    filledId: finishedInstrument,
    version: 1,
  })),
  'instruments.restoreFilling': write(({ participantId, discardedInstrument }) => ({
    participantId,
    filledId: discardedInstrument,
    version: 1,
  })),
}
