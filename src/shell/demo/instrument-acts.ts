import { finishFilling, saveAnswers, startFilling } from '#instruments'
import { keep, type Play, recall } from './play.ts'
import type { EventOf } from './story.ts'

/** Somebody fills in a questionnaire: the person on the own pages, or the coach, or both at one screen. */
export const fillIn = async (play: Play, event: EventOf<'fill'>): Promise<void> => {
  const { stage, cast, coach, participantId, story } = play
  const actor = event.view === 'participant' ? cast.self(story.key) : coach
  const beside = event.beside === undefined ? undefined : recall(play, `filled/${event.beside}`).id
  const started = await stage.run(startFilling, actor, { participantId, key: event.of, view: event.view, beside })
  const { answers, marks, said } = event
  const asked = [...new Set([...Object.keys(answers), ...marks, ...Object.keys(said)])]
  const page = { participantId, filledId: started.filledId, version: 1, asked, answers, marks, said }
  const { version } = await stage.run(event.draft ? saveAnswers : finishFilling, actor, page)
  if (event.key !== undefined) keep(play, `filled/${event.key}`, { id: started.filledId, version })
}
