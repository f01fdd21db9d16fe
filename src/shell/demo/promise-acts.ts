import { addReciprocity, focusGoal, getRecognition, giveRecognition, handOutRecognition, markPromise } from '#plans'
import { keep, type Play, recall } from './play.ts'
import { optionNamed } from './recognition.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['focus', 'giveBack', 'mark', 'handOut', 'give'] as const
type PromiseEvent = EventOf<(typeof KINDS)[number]>
export const isAboutPromises = (event: Event): event is PromiseEvent => KINDS.some(kind => kind === event.do)

/** What was given for a step changes hands. */
const handOut = async (play: Play, step: string): Promise<void> => {
  const { stage, coach, participantId } = play
  const { id: stepId } = recall(play, `step/${step}`)
  const { recognitions } = await stage.run(getRecognition, coach, { participantId })
  const given = recognitions.find(each => each.stepId === stepId)
  if (given === undefined) throw new Error(`nothing was given for ${step}`)
  await stage.run(handOutRecognition, coach, { participantId, recognitionId: given.id, version: given.version })
}

export const actOnPromises = async (play: Play, event: PromiseEvent): Promise<void> => {
  const { stage, cast, coach, participantId, story } = play
  switch (event.do) {
    case 'focus': {
      await stage.run(focusGoal, coach, { participantId, goalId: recall(play, `goal/${event.goal}`).id })
      return
    }
    case 'giveBack': {
      const { words, language, hours: hoursPerWeek } = event
      const actor = event.by === 'self' ? cast.self(story.key) : coach
      await stage.run(addReciprocity, actor, { participantId, words, language, hoursPerWeek })
      return
    }
    case 'mark': {
      const { id: agreementId, version } = recall(play, `agreement/${event.promise}`)
      const { outcome, words } = event
      await stage.run(markPromise, cast.self(story.key), { participantId, agreementId, version, outcome, words })
      return keep(play, `agreement/${event.promise}`, { id: agreementId, version: version + 1 })
    }
    case 'handOut':
      return handOut(play, event.step)
    case 'give': {
      const stepId = recall(play, `step/${event.step}`).id
      await stage.run(giveRecognition, coach, { participantId, stepId, optionId: optionNamed(event.option) })
    }
  }
}
