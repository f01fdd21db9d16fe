import { addLifeAreaNote, answerObjection, objectToLifeArea, offerSupportFirst, openLifeArea, saveIntake } from '#trajectories'
import { dayOf } from './days.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['intake', 'supportFirst', 'openArea', 'areaNote', 'object', 'answerObjection'] as const
type IntakeEvent = EventOf<(typeof KINDS)[number]>
export const isAboutIntake = (event: Event): event is IntakeEvent => KINDS.some(kind => kind === event.do)

const writeIntake = async (play: Play, event: EventOf<'intake' | 'supportFirst'>): Promise<void> => {
  const { stage, coach, participantId, known } = play
  const { id: trajectoryId } = recall(play, 'trajectory')
  const key = { participantId, trajectoryId, version: known.get('intake')?.version ?? 0 }
  const saved =
    event.do === 'intake'
      ? await stage.run(saveIntake, coach, {
          ...key,
          wish: event.wish,
          wishLanguage: event.language,
          stability: event.stability,
          stabilityWords: event.stabilityWords,
          obstacles: event.obstacles,
        })
      : await stage.run(offerSupportFirst, coach, {
          ...key,
          support: event.words,
          supportBy: event.who,
          lookAgainOn: dayOf(stage.today, event.again),
        })
  keep(play, 'intake', { id: trajectoryId, version: saved.version })
}

const inArea = async (play: Play, event: EventOf<'areaNote' | 'object' | 'answerObjection'>): Promise<void> => {
  const { stage, cast, coach, participantId, story } = play
  const { id: lifeAreaId, version } = recall(play, `area/${event.area}`)
  if (event.do === 'areaNote') {
    await stage.run(addLifeAreaNote, coach, { participantId, lifeAreaId, words: event.words })
    return
  }
  const { words } = event
  const key = { participantId, lifeAreaId, version, words }
  const saved =
    event.do === 'object'
      ? await stage.run(objectToLifeArea, cast.self(story.key), { ...key, language: event.language })
      : await stage.run(answerObjection, coach, key)
  keep(play, `area/${event.area}`, { id: lifeAreaId, version: saved.version })
}

export const actOnIntake = async (play: Play, event: IntakeEvent): Promise<void> => {
  switch (event.do) {
    case 'intake':
    case 'supportFirst':
      return writeIntake(play, event)
    case 'openArea': {
      const { stage, coach, participantId } = play
      const { area, reason } = event
      const until = dayOf(stage.today, event.until)
      const opened = await stage.run(openLifeArea, coach, { participantId, area, reason, until })
      return keep(play, `area/${area}`, { id: opened.lifeAreaId, version: opened.version })
    }
    case 'areaNote':
    case 'object':
    case 'answerObjection':
      return inArea(play, event)
  }
}
