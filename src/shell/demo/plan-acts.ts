import { namedId } from '#kernel'
import {
  addAgreement,
  addGoal,
  addSmallerStep,
  addSteps,
  addWish,
  answerStep,
  archiveGoal,
  closeAgreement,
  endPlacement,
  noteUnmetWish,
  placeAtOffer,
  reachGoal,
  setPractical,
} from '#plans'
import { dayOf, type RelativeDay } from './days.ts'
import { optionNamed } from './recognition.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf, StepToTake } from './story.ts'

const KINDS = [
  'wish',
  'strength',
  'practical',
  'goal',
  'steps',
  'smaller',
  'took',
  'reached',
  'drop',
  'unmet',
  'place',
  'end',
  'agree',
  'close',
] as const
type PlanEvent = EventOf<(typeof KINDS)[number]>
export const isAboutPlan = (event: Event): event is PlanEvent => KINDS.some(kind => kind === event.do)

const dayIn = ({ stage }: Play, day: RelativeDay | undefined) => (day === undefined ? undefined : dayOf(stage.today, day))

const stepOf = (play: Play, step: Omit<StepToTake, 'title'>, title: string) => ({
  title,
  language: step.language,
  who: step.who,
  whoName: step.whoName,
  plannedOn: dayIn(play, step.on),
  plannedAt: step.at,
  place: step.place,
  helpWhat: step.helpWhat,
  helpFrom: step.helpFrom,
  recognitionKind: step.kind,
  recognitionWords: step.words,
  recognitionOptionId: step.option === undefined ? undefined : optionNamed(step.option),
})

const actOnGoal = async (play: Play, event: EventOf<'goal' | 'reached' | 'drop' | 'unmet'>): Promise<void> => {
  const { stage, coach, participantId, story } = play
  if (event.do === 'goal') {
    const goalId = namedId(`${story.key}/goal/${event.key}`)
    const { area, title } = event
    const wishId = event.wish === undefined ? undefined : recall(play, `wish/${event.wish}`).id
    await stage.run(addGoal, coach, { participantId, area, title, wishId, until: dayIn(play, event.until) }, [goalId])
    return keep(play, `goal/${event.key}`, { id: goalId, version: 1 })
  }
  const { id: goalId, version } = recall(play, `goal/${event.goal}`)
  if (event.do === 'unmet') {
    await stage.run(noteUnmetWish, coach, { participantId, goalId, whatLacks: event.lacks })
    return
  }
  if (event.do === 'reached') await stage.run(reachGoal, coach, { participantId, goalId, version })
  else {
    const { reason, words: reasonWords, lacks: whatLacks } = event
    await stage.run(archiveGoal, coach, { participantId, goalId, version, reason, reasonWords, whatLacks })
  }
  keep(play, `goal/${event.goal}`, { id: goalId, version: version + 1 })
}

const actOnStep = async (play: Play, event: EventOf<'steps' | 'smaller' | 'took'>): Promise<void> => {
  const { stage, cast, coach, participantId, story } = play
  if (event.do === 'steps') {
    const { id: goalId } = recall(play, `goal/${event.goal}`)
    const steps = event.steps.map(step => stepOf(play, step, step.title))
    const { stepIds } = await stage.run(addSteps, coach, { participantId, goalId, steps })
    steps.forEach(({ title }, index) => keep(play, `step/${title}`, { id: stepIds[index] ?? '', version: 1 }))
    return
  }
  const { id: stepId, version } = recall(play, `step/${event.do === 'took' ? event.step : event.than}`)
  if (event.do === 'smaller') {
    const smaller = { participantId, stepId, ...stepOf(play, event.take, event.step) }
    const made = await stage.run(addSmallerStep, coach, smaller)
    return keep(play, `step/${event.step}`, { id: made.stepId, version: 1 })
  }
  const actor = event.by === 'self' ? cast.self(story.key) : coach
  await stage.run(answerStep, actor, { participantId, stepId, version, answer: event.went, ownWords: event.words })
  return keep(play, `step/${event.step}`, { id: stepId, version: version + 1 })
}

const actOnPlace = async (play: Play, event: EventOf<'place' | 'end'>): Promise<void> => {
  const { stage, cast, coach, participantId } = play
  if (event.do === 'end') {
    const { id: placementId, version } = recall(play, `place/${event.offer}`)
    const { outcome, words: outcomeWords } = event
    await stage.run(endPlacement, coach, { participantId, placementId, version, outcome, outcomeWords })
    return
  }
  const goalId = event.goal === undefined ? undefined : recall(play, `goal/${event.goal}`).id
  const offerId = cast.offer(event.offer)
  const startsOn = dayIn(play, event.starts)
  const made = await stage.run(placeAtOffer, coach, { participantId, offerId, goalId, area: event.area, startsOn })
  keep(play, `place/${event.offer}`, { id: made.placementId, version: 1 })
}

const actOnAgreement = async (play: Play, event: EventOf<'agree' | 'close'>): Promise<void> => {
  const { stage, coach, participantId } = play
  if (event.do === 'close') {
    const { id: agreementId, version } = recall(play, `agreement/${event.words}`)
    await stage.run(closeAgreement, coach, { participantId, agreementId, version, outcome: event.outcome, words: event.says })
    keep(play, `agreement/${event.words}`, { id: agreementId, version: version + 1 })
    return
  }
  const { by: promisedBy, name: promisedByName, words, terms, tiedTo, municipality: forMunicipality } = event
  const until = dayIn(play, event.until)
  const made = await stage.run(addAgreement, coach, {
    participantId,
    promisedBy,
    promisedByName,
    words,
    terms,
    tiedTo,
    until,
    forMunicipality,
  })
  keep(play, `agreement/${words}`, { id: made.agreementId, version: 1 })
}

export const actOnPlan = async (play: Play, event: PlanEvent): Promise<void> => {
  const { stage, coach, participantId } = play
  switch (event.do) {
    case 'wish':
    case 'strength': {
      const { do: kind, words, language } = event
      const { wishId } = await stage.run(addWish, coach, { participantId, kind, words, language })
      if (event.do === 'wish') keep(play, `wish/${event.key ?? words}`, { id: wishId, version: 1 })
      return
    }
    case 'practical': {
      const version = play.known.get('practical')?.version ?? 0
      const set = await stage.run(setPractical, coach, { participantId, version, ...event.is })
      return keep(play, 'practical', { id: participantId, version: set.version })
    }
    case 'goal':
    case 'reached':
    case 'drop':
    case 'unmet':
      return actOnGoal(play, event)
    case 'steps':
    case 'smaller':
    case 'took':
      return actOnStep(play, event)
    case 'place':
    case 'end':
      return actOnPlace(play, event)
    case 'agree':
    case 'close':
      return actOnAgreement(play, event)
  }
}
