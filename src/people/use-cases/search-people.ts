import { z } from 'zod'
import { CalendarDay, foldText, lineText, ParticipantId } from '#kernel'
import { query } from '#platform'
import { mayFindPeople } from '../access.ts'
import { searchPersons } from '../storage/persons.ts'

const SHORTEST = 2

export const searchPeople = query({
  name: 'people.searchPeople',
  summary: 'Participants by part of their name, among those this member reaches',
  input: z.object({ q: lineText(100, 0).default(''), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.object({
    people: z.array(
      z.object({ participantId: ParticipantId, callName: z.string(), surname: z.string(), birthDate: CalendarDay }),
    ),
  }),
  access: mayFindPeople,
  rest: { method: 'GET', path: '/participants' },
  run: async ({ db, input, shown }) => {
    const folded = foldText(input.q)
    const people = folded.length < SHORTEST ? [] : await searchPersons(db, folded, input.limit)
    shown(people.map(person => person.participantId))
    return { people: [...people] }
  },
})
