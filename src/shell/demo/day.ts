import { z } from 'zod'
import { isRelativeDay } from './days.ts'

/** How the data files write a day, a time and words. */
export const Day = z.union([z.number().int(), z.string()]).refine(isRelativeDay, { error: 'no day' })
export const Time = z.string().regex(/^\d\d:\d\d$/)
export const Words = z.string().min(1)
export const day = { day: Day }
