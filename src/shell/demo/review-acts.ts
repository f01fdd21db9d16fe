import { planReviewTalk } from '#desk'
import { holdReview, putReviewOnHold, showWebAtReview, writeReviewWord } from '#trajectories'
import { dayOf } from './days.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['review', 'reviewed', 'wait', 'saysBefore', 'showsWeb'] as const
type ReviewEvent = EventOf<(typeof KINDS)[number]>
export const isAboutReview = (event: Event): event is ReviewEvent => KINDS.some(kind => kind === event.do)

const reviewed = async (play: Play, event: EventOf<'reviewed'>): Promise<void> => {
  const { stage, coach, participantId } = play
  const { id: reviewId, version } = recall(play, 'review')
  const { goesOn, changes } = event
  const nextOn = event.next === undefined ? undefined : dayOf(stage.today, event.next)
  const held = await stage.run(holdReview, coach, { participantId, reviewId, version, goesOn, changes, nextOn })
  if (held.nextReviewId !== undefined) keep(play, 'review', { id: held.nextReviewId, version: 1 })
}

export const actOnReview = async (play: Play, event: ReviewEvent): Promise<void> => {
  const { stage, cast, coach, story, participantId } = play
  switch (event.do) {
    case 'review': {
      const { id: trajectoryId } = recall(play, 'trajectory')
      const { at: time, place } = event
      const plannedOn = dayOf(stage.today, event.on)
      const planned = await stage.run(planReviewTalk, coach, { participantId, trajectoryId, plannedOn, time, place })
      return keep(play, 'review', { id: planned.reviewId, version: 1 })
    }
    case 'reviewed':
      return reviewed(play, event)
    case 'wait': {
      const { id: reviewId, version } = recall(play, 'review')
      const wait = { holdUntil: dayOf(stage.today, event.until), holdReason: event.words }
      const waits = await stage.run(putReviewOnHold, coach, { participantId, reviewId, version, ...wait })
      return keep(play, 'review', { id: reviewId, version: waits.version })
    }
    case 'saysBefore': {
      const { id: reviewId } = recall(play, 'review')
      const actor = event.by === 'self' ? cast.self(story.key) : coach
      const word = { participantId, reviewId, version: 0, words: event.words, language: event.language }
      await stage.run(writeReviewWord, actor, word)
      return
    }
    case 'showsWeb': {
      const { id: reviewId } = recall(play, 'review')
      await stage.run(showWebAtReview, cast.self(story.key), { participantId, reviewId, shows: true, version: 0 })
    }
  }
}
