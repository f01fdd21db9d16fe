import { type Localised, type Questionnaire, QuestionnaireContent } from '../domain/questionnaire.ts'
import bridge from './bridge.v1.json' with { type: 'json' }
import ladder from './ladder.v1.json' with { type: 'json' }
import lifeAreas from './life-areas.v1.json' with { type: 'json' }
import stressPlanning from './stress-planning.v1.json' with { type: 'json' }
import web from './web.v1.json' with { type: 'json' }

/**
 * What is shipped: our own neutral words. A version that was once shipped stays, so that what was filled with it reads as it
 * did; the newest of a key is offered.
 */
const SHIPPED: readonly Questionnaire[] = (
  [
    [web, 1],
    [ladder, 1],
    [lifeAreas, 1],
    [bridge, 1],
    [stressPlanning, 1],
  ] as const
).map(([content, version]) => ({ ...QuestionnaireContent.parse(content), version }))

export const shippedVersion = (key: string, version: number): Questionnaire | undefined =>
  SHIPPED.find(each => each.key === key && each.version === version)

export const isShipped = (key: string): boolean => SHIPPED.some(each => each.key === key)

/** The newest version of each, in the order in which they are offered. */
export const shippedNow = (): readonly Questionnaire[] =>
  SHIPPED.filter(each => !SHIPPED.some(other => other.key === each.key && other.version > each.version))

const shippedLadder = shippedNow().find(({ kind }) => kind === 'ladder')
/** What a rung is called, the lowest first. */
export const RUNG_NAMES: readonly Localised[] =
  shippedLadder?.kind === 'ladder' ? shippedLadder.rungs.map(({ name }) => name) : []
