import { z } from 'zod'
import { newId, type OrganisationId, type TenantId } from '#kernel'
import type { TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { supplyUseCases } from '#supply'
import { insertRow } from './dossier-rows.ts'
import type { HouseIds } from './fixture.ts'
import { runNamed } from './run-named.ts'

const CSV = 'Naam;Organisatie;Postcode;Omschrijving\nKoffie;De Brug;1234 AB;Samen koffie\nTuin;De Brug;1234 AC;Samen tuinieren\n'

interface Makers {
  readonly house: TestHouse
  readonly tenantId: TenantId
  readonly beheer: Actor
}

const makeOrganisations = async ({ house, tenantId }: Makers) => ({
  desk: await house.organisation(tenantId, 'municipalDesk', 'Serviceplein'),
  welfare: await house.organisation(tenantId, 'welfare', 'De Brug'),
  otherWelfare: await house.organisation(tenantId, 'welfare', 'Andere Oever'),
  asked: await house.organisation(tenantId, 'welfare', 'De Kade'),
  partner: await house.organisation(tenantId, 'partner', 'Buurttuin'),
  otherPartner: await house.organisation(tenantId, 'partner', 'Kringloop'),
})

const makeOffers = async ({ house, beheer }: Makers, partner: OrganisationId) => {
  const run = (name: string, input: object) => runNamed(house.runner, supplyUseCases, beheer, name, input)
  const Saved = z.object({ offerId: z.string(), version: z.number() })
  const add = async (name: string): Promise<string> => {
    const saved = Saved.parse(await run('supply.addOffer', { name, organisationName: 'Buurttuin', capacity: 9, isAnother: true }))
    await house.owner.query('update offer set organisation_id = $2 where id = $1', [saved.offerId, partner])
    return saved.offerId
  }
  const offers = {
    offer: await add('Schoffelen'),
    offerOfPlacement: await add('Wieden'),
    offerOfWaiting: await add('Zaaien'),
    offerOfEnded: await add('Oogsten'),
    archivedOffer: await add('Snoeien'),
    double: await add('Harken'),
    secondDouble: await add('Harken'),
    mergedOffer: await add('Spitten'),
    mergedAway: await add('Spitten'),
  }
  await run('supply.archiveOffer', { offerId: offers.archivedOffer, version: 1 })
  await run('supply.mergeOffers', { offerId: offers.mergedOffer, otherId: offers.mergedAway, version: 1 })
  return offers
}

const makeImports = async ({ house, beheer }: Makers) => {
  const run = (name: string, input: object) => runNamed(house.runner, supplyUseCases, beheer, name, input)
  const start = async (fileName: string): Promise<string> => {
    const file = Buffer.from(CSV).toString('base64')
    return z.object({ importId: z.string() }).parse(await run('supply.startImport', { fileName, file })).importId
  }
  const importInPreview = await start('lijst.csv')
  const cancelledImport = await start('oud.csv')
  await run('supply.cancelImport', { importId: cancelledImport, version: 1 })
  await house.owner.query('update supply_import set version = 1')
  return { importInPreview, cancelledImport }
}

/** An amount that the municipality set, and one that it took back. */
const makeLimits = async ({ house, tenantId }: Makers, by: string) => {
  const ids = { limit: newId<string>(), withdrawnLimit: newId<string>() }
  const set = (id: string, year: number, more: object) =>
    insertRow(house.owner, 'legal_limit', {
      ...{ tenant_id: tenantId, id, key: 'giftsYear', value: 1, source: 'test', mark: 'verified', state: 'current' },
      ...{ valid_from: `${year}-01-01`, valid_until: `${year}-12-31`, set_by: by, set_at: '2026-01-01T09:00:00Z', ...more },
    })
  await set(ids.limit, 2050, {})
  await set(ids.withdrawnLimit, 2051, { state: 'withdrawn', closed_by: by, closed_at: '2026-01-02T09:00:00Z' })
  return ids
}

const LOADED_LIST = {
  ...{ key: 'loaded-list', kind: 'check', title: { nl: 'Lijst' }, about: { nl: 'Over iets.' }, licence: 'test', source: 'test' },
  scale: [0, 1].map(value => ({ value, label: { nl: String(value) } })),
  dimensions: [{ key: 'area', name: { nl: 'Gebied' }, items: [{ key: 'item', text: { nl: 'Hoe gaat het?' } }] }],
}

/** Organisations, supply and colleagues of one municipality. */
export const makeMunicipality = async (house: TestHouse, name: string): Promise<{ tenantId: TenantId; ids: HouseIds }> => {
  const tenantId = await house.municipality(name)
  const organisations = await makeOrganisations({ house, tenantId, beheer: await house.member(tenantId, 'beheer') })
  const beheer = await house.member(tenantId, 'beheer', { organisationId: organisations.desk, name: 'beheer' })
  const makers = { house, tenantId, beheer }
  const member = await house.member(tenantId, 'planner', { organisationId: organisations.welfare, name: 'colleague' })
  const coach = await house.member(tenantId, 'coach', { organisationId: organisations.welfare, name: 'other coach' })
  const disabled = await house.member(tenantId, 'planner', { organisationId: organisations.welfare, name: 'former colleague' })
  await house.owner.query('update membership set active = false where id = $1', [disabled.membershipId])
  const offers = await makeOffers(makers, organisations.partner)
  const imports = await makeImports(makers)
  const limits = await makeLimits(makers, member.membershipId)
  await insertRow(house.owner, 'postcode_point', { tenant_id: tenantId, postcode: '1234 AB', lat: 52, lon: 5, source: 'test' })
  await insertRow(house.owner, 'trajectory_type_setting', { tenant_id: tenantId, type: 'socialActivation', review_weeks: 8 })
  await insertRow(house.owner, 'synonym_set', { tenant_id: tenantId, id: newId<string>(), words: ['tuin', 'hof'] })
  const chosen = {
    recognitionOption: newId<string>(),
    archivedRecognitionOption: newId<string>(),
    recognitionBudget: newId<string>(),
  }
  const option = { tenant_id: tenantId, kind: 'card', words: 'Kaartje' }
  await insertRow(house.owner, 'recognition_option', { ...option, id: chosen.recognitionOption })
  const away = { id: chosen.archivedRecognitionOption, archived_at: '2026-01-01T00:00:00Z' }
  await insertRow(house.owner, 'recognition_option', { ...option, ...away })
  const budget = { id: chosen.recognitionBudget, year: 2026, amount_cents: 100_000 }
  await insertRow(house.owner, 'recognition_budget', { tenant_id: tenantId, ...budget })
  await insertRow(house.owner, 'instrument_version', {
    ...{ tenant_id: tenantId, key: 'loaded-list', version: 1, state: 'preview', file_name: 'lijst.json' },
    ...{ content: JSON.stringify(LOADED_LIST), loaded_by: beheer.membershipId, loaded_at: new Date() },
  })
  return {
    tenantId,
    ids: {
      ...chosen,
      ...organisations,
      ...offers,
      ...imports,
      ...limits,
      member: member.membershipId,
      coach: coach.membershipId,
      disabledMember: disabled.membershipId,
    },
  }
}
