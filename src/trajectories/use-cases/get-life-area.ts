import { z } from 'zod'
import { CalendarDay, LifeAreaId, ParticipantId } from '#kernel'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadLifeAreas } from '../access.ts'
import { LifeAreaNote } from '../domain/life-area.ts'
import { listNotesWhileOpen, listOwnNotes } from '../storage/life-area-notes.ts'
import { listEarlierWords, listOpenings, listRunningOpenings } from '../storage/life-areas.ts'
import { namesFor, OpeningView, viewOpening } from './life-area-view.ts'

const Replaced = { replacedAt: z.iso.datetime(), replacedByName: z.string() }

export const getLifeArea = query({
  name: 'trajectories.getLifeArea',
  summary: 'An open life area with what was written about it; after its last day only the person reads it',
  input: z.object({ participantId: ParticipantId, lifeAreaId: LifeAreaId }),
  output: z.object({
    participantId: ParticipantId,
    callName: z.string(),
    opening: OpeningView,
    /** Earlier reasons and last days, newest first. */
    earlier: z.array(z.object({ reason: z.string(), until: CalendarDay.optional(), ...Replaced })),
    /** Oldest first, each with what it said before. */
    notes: z.array(
      LifeAreaNote.extend({ writtenByName: z.string(), earlier: z.array(z.object({ words: z.string(), ...Replaced })) }),
    ),
  }),
  access: mayReadLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/life-areas/{lifeAreaId}' },
  run: async ({ db, tenantId, input, actor, today }) => {
    const { participantId, lifeAreaId } = input
    const scope = { tenantId, participantId }
    const own = actor.role === 'participant'
    const [known, readable] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      own ? listOpenings(db, scope) : listRunningOpenings(db, scope, today),
    ])
    const opening = found(
      readable.find(each => each.id === lifeAreaId),
      'lifeArea',
    )
    const notes = await (own ? listOwnNotes(db, scope, opening.area) : listNotesWhileOpen(db, scope, opening.area, today))
    const replaced = await listEarlierWords(db, scope, [opening.id, ...notes.map(note => note.id)])
    const [names, writers] = await Promise.all([
      namesFor(db, tenantId, [opening]),
      memberNames(db, tenantId, [...new Set([...notes.map(note => note.writtenBy), ...replaced.map(entry => entry.replacedBy)])]),
    ])
    const earlierOf = (id: string) =>
      replaced
        .filter(entry => entry.ofId === id)
        .map(({ words, until, replacedAt, replacedBy }) => ({
          words,
          until,
          replacedAt: replacedAt.toISOString(),
          replacedByName: writers.get(replacedBy)?.name ?? '',
        }))
    return {
      participantId,
      callName: found(known.get(participantId), 'participant'),
      opening: viewOpening(opening, names, today),
      earlier: earlierOf(opening.id).map(({ words: reason, until, ...by }) => ({
        reason,
        ...by,
        ...(until === undefined ? {} : { until }),
      })),
      notes: notes.map(note => ({
        ...note,
        writtenByName: writers.get(note.writtenBy)?.name ?? '',
        earlier: earlierOf(note.id).map(({ until: _until, ...entry }) => entry),
      })),
    }
  },
})
