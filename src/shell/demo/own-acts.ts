import { answerCorrection, askCorrection, tellStory } from '#people'
import { markPromise } from '#plans'
import { invitePaper } from '#sharing'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['letter', 'tell', 'correct', 'corrected', 'promise'] as const
type OwnEvent = EventOf<(typeof KINDS)[number]>
export const isOwn = (event: Event): event is OwnEvent => KINDS.some(kind => kind === event.do)

/** What the person does by herself, and the answers to it. */
export const actOnOwn = async (play: Play, event: OwnEvent): Promise<void> => {
  const { stage, cast, coach, participantId, story } = play
  switch (event.do) {
    case 'letter':
      return void (await stage.run(invitePaper, coach, { participantId, language: event.language }))
    case 'tell': {
      const { words, language } = event
      return void (await stage.run(tellStory, cast.self(story.key), { participantId, words, language, version: 0 }))
    }
    case 'correct': {
      const { about, words, language } = event
      const asked = await stage.run(askCorrection, cast.self(story.key), { participantId, about, words, language })
      return keep(play, 'correction', { id: asked.correctionId, version: 1 })
    }
    case 'corrected': {
      const { id: correctionId, version } = recall(play, 'correction')
      const { outcome, words: answer } = event
      return void (await stage.run(answerCorrection, coach, { participantId, correctionId, version, outcome, answer }))
    }
    case 'promise': {
      const { id: agreementId, version } = recall(play, `agreement/${event.words}`)
      const { outcome, said: words } = event
      return void (await stage.run(markPromise, cast.self(story.key), { participantId, agreementId, version, outcome, words }))
    }
  }
}
