import { type AccessEntries, type AccessEntry, STAFF } from '../access-entry.ts'

const CSV = Buffer.from('Naam;Organisatie\nKoffie;De Brug\n').toString('base64')
const POINTS = Buffer.from('postcode;lat;lon\n1234 AB;52,1;5,2\n').toString('base64')

const shown = (input: AccessEntry['input'] = () => ({})): AccessEntry => ({
  kind: 'read',
  about: 'municipality',
  who: STAFF,
  needs: [],
  input,
})
const beheer = (kind: AccessEntry['kind'], input: AccessEntry['input']): AccessEntry => ({
  kind,
  about: 'municipality',
  who: ['beheer'],
  needs: [],
  input,
})
const on = (offerId: string, more: object = {}) => ({ offerId, version: 1, ...more })

export const supplyEntries: AccessEntries = {
  'supply.listOffers': shown(),
  'supply.exportOffers': shown(),
  'supply.getOffer': shown(({ house }) => ({ offerId: house.offer })),
  'supply.addOffer': beheer('write', () => ({ name: 'Iets nieuws' })),
  'supply.amendOffer': beheer('write', ({ house }) => on(house.offer, { description: 'Anders' })),
  'supply.confirmOffer': { ...beheer('write', ({ house }) => on(house.offer)), who: ['beheer', 'partner'], only: 'offering' },
  'supply.archiveOffer': beheer('write', ({ house }) => on(house.offer)),
  'supply.restoreOffer': beheer('write', ({ house }) => on(house.archivedOffer, { version: 2 })),
  'supply.mergeOffers': beheer('write', ({ house }) => on(house.double, { otherId: house.secondDouble })),
  'supply.separateOffers': beheer('write', ({ house }) => on(house.mergedOffer, { version: 2, otherId: house.mergedAway })),
  'supply.keepApart': beheer('write', ({ house }) => ({ offerId: house.double, otherId: house.secondDouble })),
  'supply.askAgainAboutDouble': beheer('write', ({ house }) => ({ offerId: house.double, otherId: house.secondDouble })),
  'supply.listDoubles': beheer('read', () => ({})),
  'supply.startImport': beheer('write', () => ({ fileName: 'nieuw.csv', file: CSV })),
  'supply.setImportMapping': beheer('write', ({ house }) => ({
    importId: house.importInPreview,
    version: 1,
    columns: ['name', 'organisation', null, null],
  })),
  'supply.getImport': beheer('read', ({ house }) => ({ importId: house.importInPreview })),
  'supply.listImports': beheer('read', () => ({})),
  'supply.correctImportRow': beheer('write', ({ house }) => ({
    importId: house.importInPreview,
    version: 1,
    rowNumber: 1,
    texts: { name: 'Thee' },
  })),
  'supply.decideImportRow': beheer('write', ({ house }) => ({
    importId: house.importInPreview,
    version: 1,
    rowNumber: 1,
    decision: 'skip',
  })),
  'supply.applyImport': beheer('write', ({ house }) => ({ importId: house.importInPreview, version: 1 })),
  'supply.continueImport': beheer('write', ({ house }) => ({ importId: house.importInPreview })),
  'supply.cancelImport': beheer('write', ({ house }) => ({ importId: house.importInPreview, version: 1 })),
  'supply.reopenImport': beheer('write', ({ house }) => ({ importId: house.cancelledImport, version: 1 })),
  'supply.importPostcodePoints': beheer('write', () => ({ fileName: 'punten.csv', file: POINTS })),
}

export const organisationsEntries: AccessEntries = {
  'organisations.listOwnPlaces': { ...shown(), who: [...STAFF, 'participant'] },
  'organisations.listOrganisations': shown(),
  'organisations.listMembers': beheer('read', () => ({})),
  'organisations.addOrganisation': beheer('write', () => ({ name: 'De Wilg', kind: 'partner' })),
  'organisations.addMember': beheer('write', ({ house }) => ({
    name: 'Nieuw',
    email: 'nieuw@test.example',
    role: 'coach',
    organisationId: house.welfare,
  })),
  'organisations.disableMember': beheer('write', ({ house }) => ({ memberId: house.member, version: 1 })),
  'organisations.enableMember': beheer('write', ({ house }) => ({ memberId: house.disabledMember, version: 1 })),
  'organisations.resetSecondFactor': beheer('write', ({ house }) => ({ memberId: house.member })),
  'organisations.createApiToken': beheer('write', ({ house }) => ({
    memberId: house.member,
    tokenHash: 'a'.repeat(64),
    name: 'koppeling',
  })),
  'organisations.setUpMunicipality': { ...beheer('write', () => ({ name: 'Elders' })), who: [] },
}

const amount = { value: 100, from: '2060-01-01', until: '2060-12-31', source: 'Staatscourant' }

export const regimesEntries: AccessEntries = {
  'regimes.listLimits': shown(),
  'regimes.setLimit': beheer('write', () => ({ key: 'giftsYear', ...amount })),
  'regimes.amendLimit': beheer('write', ({ house }) => ({ limitId: house.limit, version: 1, ...amount })),
  'regimes.withdrawLimit': beheer('write', ({ house }) => ({ limitId: house.limit, version: 1 })),
  'regimes.restoreLimit': beheer('write', ({ house }) => ({ limitId: house.withdrawnLimit, version: 1 })),
}
