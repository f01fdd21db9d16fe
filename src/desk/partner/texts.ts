import type { PageContext } from '#platform'
import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const partnerTexts = defineTexts({ nl, en })

export interface PartnerPart {
  readonly context: PageContext
  readonly t: ReturnType<typeof partnerTexts>['t']
}
