import { z } from 'zod'
import { accept, Language, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayTellStory } from '../access.ts'
import { Story, StoryWords } from '../domain/own-voice.ts'
import { findStory, saveStory } from '../storage/own-voice.ts'

export const tellStory = command({
  name: 'people.tellStory',
  summary: 'Tells the own story in own words and language, or tells it anew; version 0 when nothing was told yet',
  input: z.object({
    participantId: ParticipantId,
    words: StoryWords,
    language: Language.default('nl'),
    version: z.coerce.number().int().nonnegative(),
  }),
  output: z.object({ story: Story }),
  access: mayTellStory,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/story' },
  run: async ({ db, tenantId, input, now, record }) => {
    const { participantId, words, language, version } = input
    const scope = { tenantId, participantId }
    const saved = await saveStory(db, scope, { words, language, at: now }, version)
    if (!saved) return refuse('versionConflict', undefined, { current: await findStory(db, scope) })
    record({ entity: 'participantStory', id: participantId, version: version + 1, fields: ['words', 'language'] })
    return accept({ story: { words, language, toldAt: now.toISOString(), version: version + 1 } })
  },
})
