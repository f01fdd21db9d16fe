import { AdviceId, type ParticipantId } from '#kernel'
import { getAdvicePreparation } from '#desk'
import { acceptReferral, amendAdvice, decideAdvice, saveAdvice, sendAdvice, withdrawAdvice, writeAdviceWord } from '#trajectories'
import { dayOf, type RelativeDay } from './days.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['advise', 'thinks', 'amendAdvice', 'withdrawAdvice', 'decide', 'carryOn'] as const
type AdviceEvent = EventOf<(typeof KINDS)[number]>
export const isAboutAdvice = (event: Event): event is AdviceEvent => KINDS.some(kind => kind === event.do)

const dayIn = ({ stage }: Play, day: RelativeDay | undefined) => (day === undefined ? undefined : dayOf(stage.today, day))

const keepAdvice = (play: Play, { adviceId, version }: { readonly adviceId: string; readonly version: number }): void =>
  keep(play, 'advice', { id: adviceId, version })

/** As a coach does: what Opstap drafted, with the own reason. */
const advise = async (play: Play, event: EventOf<'advise'>): Promise<void> => {
  const { stage, cast, coach, participantId } = play
  const { draft } = await stage.run(getAdvicePreparation, coach, { participantId })
  const { direction, because, growth = draft?.growth ?? '', staysAt, endReason, outcomes } = event
  const input = {
    ...draft,
    ...{ participantId, trajectoryId: recall(play, 'trajectory').id, version: 0, direction, because, growth, staysAt, endReason },
    goals: draft?.goals.map(goal => ({ ...goal, outcomes: outcomes[goal.title] ?? [] })),
    extendUntil: dayIn(play, event.extend),
    organisationId: event.to === undefined ? undefined : cast.organisation(event.to),
    readsUntil: dayIn(play, event.readsUntil),
  }
  keepAdvice(play, await stage.run(event.send ? sendAdvice : saveAdvice, coach, input))
}

const amend = async (play: Play, event: EventOf<'amendAdvice'>): Promise<void> => {
  const { stage, coach, participantId } = play
  const { id: adviceId, version } = recall(play, 'advice')
  const { current } = await stage.run(getAdvicePreparation, coach, { participantId })
  const amended = { ...current, participantId, adviceId, version, because: event.because, reason: event.words }
  keepAdvice(play, await stage.run(amendAdvice, coach, amended))
}

const decide = async (play: Play, event: EventOf<'decide'>): Promise<void> => {
  const { stage, cast, story, participantId } = play
  const { id, version } = recall(play, 'advice')
  const answer = { participantId, adviceId: AdviceId.parse(id), version, decision: event.decision, words: event.words }
  const decided = await stage.run(decideAdvice, cast.member(story.referral.by), answer)
  keepAdvice(play, decided)
  if (decided.referralId !== undefined) keep(play, 'onward', { id: decided.referralId, version: 1 })
}

const carryOn = async ({ stage, cast, ...play }: Play, by: string, participantId: ParticipantId): Promise<void> => {
  const { id: referralId, version } = recall({ stage, cast, ...play }, 'onward')
  await stage.run(acceptReferral, cast.member(by), { participantId, referralId, version })
}

export const actOnAdvice = async (play: Play, event: AdviceEvent): Promise<void> => {
  const { stage, cast, coach, story, participantId } = play
  switch (event.do) {
    case 'advise':
      return advise(play, event)
    case 'thinks': {
      const { id: trajectoryId } = recall(play, 'trajectory')
      const actor = event.by === 'self' ? cast.self(story.key) : coach
      const word = { participantId, trajectoryId, version: 0, words: event.words, language: event.language }
      await stage.run(writeAdviceWord, actor, word)
      return
    }
    case 'amendAdvice':
      return amend(play, event)
    case 'withdrawAdvice': {
      const { id: adviceId, version } = recall(play, 'advice')
      return keepAdvice(play, await stage.run(withdrawAdvice, coach, { participantId, adviceId, version, reason: event.words }))
    }
    case 'decide':
      return decide(play, event)
    case 'carryOn':
      return carryOn(play, event.by, participantId)
  }
}
