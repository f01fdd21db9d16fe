import type { z } from 'zod'
import type { getIntake, listLifeAreas } from '#trajectories'

/** What the page of an intake shows. */
export type IntakeData = z.infer<(typeof getIntake)['output']> & Omit<z.infer<(typeof listLifeAreas)['output']>, 'callName'>
