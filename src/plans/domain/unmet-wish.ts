import { z } from 'zod'
import { CalendarDay, freeText, GoalId, WheelArea } from '#kernel'

/** What is missing for it, in words that help the supply side. */
export const WhatLacks = freeText(1_000)

/** A goal for which nothing suitable was found. */
export const UnmetWish = z.object({
  id: z.uuid(),
  goalId: GoalId,
  area: WheelArea,
  words: z.string(),
  whatLacks: z.string(),
  notedOn: CalendarDay,
  resolvedOn: CalendarDay.optional(),
})
export type UnmetWish = Readonly<z.infer<typeof UnmetWish>>
