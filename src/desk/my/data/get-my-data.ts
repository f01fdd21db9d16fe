import { z } from 'zod'
import { CalendarDay, MembershipId, ParticipantId, SLICES } from '#kernel'
import { withoutDraftsOfOthers } from '#instruments'
import { memberNames, organisationNames } from '#organisations'
import { Contact, Correction, Person, readContact, readOwnVoice, readPerson, Story } from '#people'
import { readPlacements } from '#plans'
import { found, query, readDossierRows } from '#platform'
import { mayTakeOwnData } from '../access.ts'

/** Changes when a reader of the file would have to change: what is added does not. */
const FORMAT = 'opstap-own-data/1' as const

/** Documented in docs/own-data.md. */
export const MyData = z.object({
  format: z.literal(FORMAT),
  madeOn: CalendarDay,
  participantId: ParticipantId,
  person: Person,
  contact: Contact.optional(),
  story: Story.optional(),
  corrections: z.array(Correction),
  /** Who is meant by an id of somebody who works here. */
  members: z.record(z.string(), z.string()),
  /** What is meant by an id of an offer or of an organisation. */
  places: z.record(z.string(), z.string()),
  /** Everything as it is kept, table by table. */
  records: z.array(z.object({ table: z.string(), slice: z.enum(SLICES), rows: z.array(z.record(z.string(), z.unknown())) })),
})
export type MyData = Readonly<z.infer<typeof MyData>>

/** Says what other tables say, for the speed of lists. */
export const REPEATS: ReadonlySet<string> = new Set(['plan_line'])

const idsIn = (records: MyData['records']): readonly MembershipId[] => {
  const ids = records
    .flatMap(({ rows }) => rows)
    .flatMap(row =>
      Object.entries(row).flatMap(([column, value]) => (/_by$|membership_id$|coordinator_id$/.test(column) ? [value] : [])),
    )
  return [...new Set(ids)].flatMap(id => {
    const parsed = MembershipId.safeParse(id)
    return parsed.success ? [parsed.data] : []
  })
}

const organisationsIn = (records: MyData['records']): ReadonlySet<unknown> =>
  new Set(
    records
      .flatMap(({ rows }) => rows)
      .flatMap(row => Object.entries(row).flatMap(([column, value]) => (column.endsWith('organisation_id') ? [value] : []))),
  )

export const getMyData = query({
  name: 'desk.getMyData',
  summary: 'All that is known about a participant, as far as the participant may read it',
  input: z.object({ participantId: ParticipantId }),
  output: MyData,
  access: mayTakeOwnData,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/own-data' },
  run: async ({ db, tenantId, input: { participantId }, today }) => {
    const [person, contact, voice, tables, placements, organisations] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readOwnVoice(db, tenantId, participantId),
      readDossierRows(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      organisationNames(db, tenantId),
    ])
    const records = withoutDraftsOfOthers(tables)
      .filter(({ table, rows }) => rows.length > 0 && !REPEATS.has(table))
      .map(({ table, slice, rows }) => ({ table, slice, rows: rows.map(row => ({ ...row })) }))
    const names = await memberNames(db, tenantId, idsIn(records))
    const mentioned = organisationsIn(records)
    return {
      format: FORMAT,
      madeOn: today,
      participantId,
      person: found(person, 'participant'),
      ...(contact === undefined ? {} : { contact }),
      ...(voice.story === undefined ? {} : { story: voice.story }),
      corrections: [...voice.corrections],
      members: Object.fromEntries([...names].map(([id, { name }]) => [id, name])),
      places: Object.fromEntries([
        ...placements.map(({ offerId, offerName }) => [offerId, offerName] as const),
        ...organisations.filter(({ id }) => mentioned.has(id)).map(({ id, name }) => [id, name] as const),
      ]),
      records,
    }
  },
})
