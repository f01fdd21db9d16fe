import { z } from 'zod'

/** The six areas of the participation wheel (Movisie), in the order in which they go round. */
export const WHEEL_AREAS = ['independence', 'contacts', 'takingPart', 'contributing', 'skills', 'paidWork'] as const
export const WheelArea = z.enum(WHEEL_AREAS)
export type WheelArea = z.infer<typeof WheelArea>

/** Laws that carry a trajectory or an offer. */
export const LAWS = ['participatiewet', 'wmo', 'jeugdwet', 'wgs', 'inburgering', 'zvw', 'wlz', 'wpg', 'web', 'none'] as const
export const Law = z.enum(LAWS)
export type Law = z.infer<typeof Law>

export const LANGUAGES = ['nl', 'en', 'ar', 'ti', 'tr', 'uk', 'pl', 'fr', 'es', 'so', 'fa'] as const
/** A language a person speaks (ISO 639-1). */
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** Level of Dutch by the Common European Framework; `none` = not yet A1. */
export const CEFR_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] as const
export const CefrLevel = z.enum(CEFR_LEVELS)
export type CefrLevel = z.infer<typeof CefrLevel>

/** Half-day slots of a week: weekday 1 (Monday) … 7 with part of the day. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
export const DayPart = z.enum(DAY_PARTS)
export type DayPart = z.infer<typeof DayPart>
