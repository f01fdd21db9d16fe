import { z } from 'zod'
import phases from './trajectory-phases.json' with { type: 'json' }
import { TrajectoryType } from './trajectory-types.ts'

const Named = z.object({ nl: z.string().min(1), en: z.string().min(1) })

/** What may help to talk in a phase. */
export const INSTRUMENTS = ['wheel', 'spiderWeb', 'ladder', 'networkMap', 'genogram'] as const
export type InstrumentName = (typeof INSTRUMENTS)[number]

/** A part of a trajectory: an aid to see where somebody is, never a gate. */
export const Phase = Named.extend({
  key: z.string().min(1),
  instruments: z.array(z.enum(INSTRUMENTS)),
  /** Examples of small steps, in the words of the person. */
  steps: z.array(Named).min(1),
})
export type Phase = z.infer<typeof Phase>

const PHASES = z.record(TrajectoryType, z.array(Phase).min(2)).parse(phases)

/** In the order in which they usually come. */
export const phasesOf = (type: TrajectoryType): readonly Phase[] => PHASES[type]

export const findPhase = (type: TrajectoryType, key: string): Phase | undefined => PHASES[type].find(phase => phase.key === key)

/** Where a trajectory begins when nobody says otherwise. */
export const firstPhase = (type: TrajectoryType): string => PHASES[type][0]?.key ?? ''
