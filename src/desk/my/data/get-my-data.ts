import { z } from 'zod'
import { CalendarDay, MembershipId, ParticipantId, SLICES } from '#kernel'
import { withoutDraftsOfOthers } from '#instruments'
import { memberNames } from '#organisations'
import { Contact, Correction, Person, readContact, readOwnVoice, readPerson, Story } from '#people'
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
  /** Everything as it is kept, table by table. */
  records: z.array(z.object({ table: z.string(), slice: z.enum(SLICES), rows: z.array(z.record(z.string(), z.unknown())) })),
})
export type MyData = Readonly<z.infer<typeof MyData>>

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

export const getMyData = query({
  name: 'desk.getMyData',
  summary: 'All that is known about a participant, as far as the participant may read it',
  input: z.object({ participantId: ParticipantId }),
  output: MyData,
  access: mayTakeOwnData,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/own-data' },
  run: async ({ db, tenantId, input: { participantId }, today }) => {
    const [person, contact, voice, tables] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readOwnVoice(db, tenantId, participantId),
      readDossierRows(db, tenantId, participantId),
    ])
    const records = withoutDraftsOfOthers(tables)
      .filter(({ rows }) => rows.length > 0)
      .map(({ table, slice, rows }) => ({ table, slice, rows: rows.map(row => ({ ...row })) }))
    const names = await memberNames(db, tenantId, idsIn(records))
    return {
      format: FORMAT,
      madeOn: today,
      participantId,
      person: found(person, 'participant'),
      ...(contact === undefined ? {} : { contact }),
      ...(voice.story === undefined ? {} : { story: voice.story }),
      corrections: [...voice.corrections],
      members: Object.fromEntries([...names].map(([id, { name }]) => [id, name])),
      records,
    }
  },
})
