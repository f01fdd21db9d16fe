import { loadInstrument, offerInstrument } from '#instruments'
import type { Cast } from './cast.ts'
import ownInstrument from './data/own-instrument.json' with { type: 'json' }
import { at, dayOf } from './days.ts'
import type { Stage } from './stage.ts'

const LOADED_DAY = -11

/** The municipality has a questionnaire of its own, as a licensed one would be loaded. */
export const loadOwnInstrument = async (stage: Stage, cast: Cast): Promise<void> => {
  const admin = cast.member('beheer')
  stage.clock.moveTo(at(dayOf(stage.today, LOADED_DAY), '10:20'))
  const file = JSON.stringify(ownInstrument, null, 2)
  const loaded = await stage.run(loadInstrument, admin, { fileName: 'ritme-van-de-dag.json', file })
  await stage.run(offerInstrument, admin, loaded)
}
