import { OfferId, OrganisationId } from '#kernel'
import { z } from 'zod'
import { offerKey } from '../domain/compare-names.ts'
import { OFFER_STATES, type OfferRecord } from '../domain/offer-record.ts'
import { Offer, OFFER_FIELDS, offerWith, type OfferField } from '../domain/offer.ts'

export const OFFER_COLUMNS = [
  'id',
  'organisation_id',
  'organisation_name',
  'name',
  'kind',
  'description',
  'areas',
  'postcode',
  'place',
  'address',
  'capacity',
  'free_stated',
  'free_stated_on',
  'last_confirmed_on',
  'last_confirmed_precision',
  'last_confirmed_by',
  'details',
  'sources',
  'corrected_fields',
  'state',
  'merged_into',
  'version',
  'updated_at',
] as const

const Texts = z.record(z.string(), z.string())
const Source = z.object({ source: z.string(), number: z.string().optional(), originals: Texts, extra: Texts })
const Field = z.enum(OFFER_FIELDS)

/** Fits a row of `offer` and, as JSON, what is kept of a former version. */
const Row = z.object({
  id: OfferId,
  organisation_id: OrganisationId.nullable(),
  organisation_name: z.string(),
  name: z.string(),
  kind: z.string(),
  description: z.string(),
  areas: z.array(z.string()),
  postcode: z.string().nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  capacity: z.number().nullable(),
  free_stated: z.number().nullable(),
  free_stated_on: z.string().nullable(),
  last_confirmed_on: z.string().nullable(),
  last_confirmed_precision: z.string().nullable(),
  last_confirmed_by: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  sources: z.array(Source),
  corrected_fields: z.array(Field),
  state: z.enum(OFFER_STATES),
  merged_into: OfferId.nullable(),
  version: z.number(),
  updated_at: z.coerce.date(),
})

/** A row as the database or a kept version gives it. */
export type RawOffer = Readonly<Record<keyof z.infer<typeof Row>, unknown>>

const known = (value: unknown): boolean => value !== null && value !== undefined

const contentOf = (row: z.infer<typeof Row>): Offer =>
  Offer.parse({
    ...offerWith({ name: row.name }),
    ...row.details,
    name: row.name,
    organisationName: row.organisation_name,
    kind: row.kind,
    description: row.description,
    areas: row.areas,
    postcode: row.postcode ?? undefined,
    place: row.place ?? '',
    address: row.address ?? '',
    capacity: row.capacity ?? undefined,
    free: row.free_stated ?? undefined,
    freeStatedOn: row.free_stated_on ?? undefined,
    lastConfirmed: known(row.last_confirmed_on)
      ? { on: row.last_confirmed_on, precision: row.last_confirmed_precision ?? 'day' }
      : undefined,
  })

export const toOffer = (raw: RawOffer): OfferRecord => {
  const row = Row.parse(raw)
  return {
    id: row.id,
    content: contentOf(row),
    sources: row.sources,
    correctedFields: row.corrected_fields,
    organisationId: row.organisation_id ?? undefined,
    state: row.state,
    mergedInto: row.merged_into ?? undefined,
    lastConfirmedBy: row.last_confirmed_by ?? undefined,
    version: row.version,
    updatedAt: row.updated_at,
  }
}

/** Fields that have a column of their own; the others go together in `details`. */
const IN_COLUMNS: ReadonlySet<OfferField> = new Set([
  'name',
  'organisationName',
  'kind',
  'description',
  'areas',
  'postcode',
  'place',
  'address',
  'capacity',
  'free',
  'freeStatedOn',
  'lastConfirmed',
])

export const fromOffer = ({ content, ...record }: OfferRecord) => ({
  id: record.id,
  organisation_id: record.organisationId ?? null,
  organisation_name: content.organisationName,
  name: content.name,
  kind: content.kind,
  description: content.description,
  areas: content.areas,
  postcode: content.postcode ?? null,
  place: content.place || null,
  address: content.address || null,
  capacity: content.capacity ?? null,
  free_stated: content.free ?? null,
  free_stated_on: content.freeStatedOn ?? null,
  last_confirmed_on: content.lastConfirmed?.on ?? null,
  last_confirmed_precision: content.lastConfirmed?.precision ?? null,
  last_confirmed_by: record.lastConfirmedBy ?? null,
  details: Object.fromEntries(OFFER_FIELDS.filter(field => !IN_COLUMNS.has(field)).map(field => [field, content[field]])),
  sources: record.sources,
  identity_key: offerKey(content),
  corrected_fields: record.correctedFields,
  state: record.state,
  merged_into: record.mergedInto ?? null,
  version: record.version,
  updated_at: record.updatedAt,
})
