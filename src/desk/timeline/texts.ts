import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const timelineTexts = defineTexts({ nl, en })
export type TimelineT = ReturnType<typeof timelineTexts>['t']
type Key = Parameters<TimelineT>[0]

const hasWords = (texts: object, useCase: string): boolean => {
  const [module = '', verb = ''] = useCase.split('.')
  const words: unknown = Object.entries(texts).find(([name]) => name === module)?.[1]
  return typeof words === 'object' && words !== null && verb in words
}

/** Whether this use case can be told in every language. */
export const canBeTold = (useCase: string): boolean => [nl, en].every(texts => hasWords(texts.did, useCase))

/** What was done, in a few words. */
export const sayDone = (useCase: string, t: TimelineT): string => t(`did.${useCase}` as Key)
