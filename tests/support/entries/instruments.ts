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

const beheer = (kind: AccessEntry['kind'], input: AccessEntry['input'] = () => ({})): AccessEntry => ({
  kind,
  about: 'municipality',
  who: ['beheer'],
  needs: [],
  input,
})
const FILE = JSON.stringify({
  ...{ key: 'own-list', kind: 'check', title: { nl: 'Lijst' }, about: { nl: 'Over iets.' }, licence: 'eigen', source: 'eigen' },
  scale: [0, 1].map(value => ({ value, label: { nl: String(value) } })),
  dimensions: [{ key: 'area', name: { nl: 'Gebied' }, items: [{ key: 'item', text: { nl: 'Hoe gaat het?' } }] }],
})

/** No desk of the municipality and no policy role is named, whatever was shared with it. */
export const instrumentsEntries: AccessEntries = {
  'instruments.listLoaded': beheer('read'),
  'instruments.loadInstrument': beheer('write', () => ({ fileName: 'lijst.json', file: FILE })),
  'instruments.offerInstrument': beheer('write', () => ({ key: 'loaded-list', version: 1 })),
  'instruments.withdrawInstrument': beheer('write', () => ({ key: 'loaded-list', version: 1 })),
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
