import { dayIn } from '#kernel'
import {
  changeCoordinator,
  endTrajectory,
  movePhase,
  passOnReferral,
  pauseTrajectory,
  rerouteReferral,
  resumeTrajectory,
} from '#trajectories'
import { dayOf } from './days.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['phase', 'pause', 'resume', 'handOver', 'finish', 'reroute', 'passOn'] as const
type LifecycleEvent = EventOf<(typeof KINDS)[number]>
export const isAboutLifecycle = (event: Event): event is LifecycleEvent => KINDS.some(kind => kind === event.do)

const route = async (play: Play, event: EventOf<'reroute' | 'passOn'>): Promise<void> => {
  const { stage, cast, coach, story, participantId } = play
  const { id: referralId, version } = recall(play, 'referral')
  const routing = { participantId, referralId, version, organisationId: cast.organisation(event.to), words: event.words }
  const routed =
    event.do === 'passOn'
      ? await stage.run(passOnReferral, coach, routing)
      : await stage.run(rerouteReferral, cast.member(story.referral.by), routing)
  keep(play, 'referral', { id: referralId, version: routed.version })
}

const change = async (play: Play, event: Exclude<LifecycleEvent, EventOf<'reroute' | 'passOn'>>) => {
  const { stage, cast, coach, participantId } = play
  const { id: trajectoryId, version } = recall(play, 'trajectory')
  const key = { participantId, trajectoryId, version }
  const now = dayIn(stage.clock.now())
  switch (event.do) {
    case 'phase':
      return stage.run(movePhase, coach, { ...key, phase: event.to, reason: event.words })
    case 'pause': {
      const { reason: pauseReason, words: pauseWords, back } = event
      const pause = { pausedOn: now, returnOn: dayOf(stage.today, back), pauseReason, pauseWords }
      return stage.run(pauseTrajectory, coach, { ...key, ...pause })
    }
    case 'resume':
      return stage.run(resumeTrajectory, coach, key)
    case 'handOver': {
      const to = cast.member(event.to)
      const handed = await stage.run(changeCoordinator, coach, { ...key, coordinatorId: to.membershipId, reason: event.words })
      play.coach = to
      return handed
    }
    case 'finish':
      return stage.run(endTrajectory, coach, { ...key, endedOn: now, endReason: event.reason, endWords: event.words })
  }
}

export const actOnLifecycle = async (play: Play, event: LifecycleEvent): Promise<void> => {
  if (event.do === 'reroute' || event.do === 'passOn') return route(play, event)
  const { trajectoryId, version } = await change(play, event)
  keep(play, 'trajectory', { id: trajectoryId, version })
}
