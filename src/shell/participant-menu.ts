import { defineTexts } from '#ui'
import ar from './participant-menu.ar.json' with { type: 'json' }
import en from './participant-menu.en.json' with { type: 'json' }
import nl from './participant-menu.nl.json' with { type: 'json' }

export const menuTexts = defineTexts({ nl, en, ar, name: 'menu' })

/**
 * The participant's menu, in the order in which it is read: what has no group stands in the bar, the rest behind "More".
 * An item appears as soon as its page exists; a new one needs a line here and its words in the three files beside this.
 */
export const PARTICIPANT_MENU = [
  { path: '/mijn', item: 'item.step' },
  { path: '/mijn/plan', item: 'item.plan' },
  { path: '/mijn/week', item: 'item.week', group: 'group.coming' },
  { path: '/mijn/afspraken', item: 'item.agreements', group: 'group.coming' },
  { path: '/mijn/evaluatie', item: 'item.review', group: 'group.coming' },
  { path: '/mijn/wiel', item: 'item.wheel', group: 'group.going' },
  { path: '/mijn/web', item: 'item.web', group: 'group.going' },
  { path: '/mijn/vragenlijsten', item: 'item.questions', group: 'group.going' },
  { path: '/mijn/waardering', item: 'item.recognition', group: 'group.going' },
  { path: '/mijn/advies', item: 'item.advice', group: 'group.going' },
  { path: '/mijn/vergoeding', item: 'item.allowance', group: 'group.going' },
  { path: '/mijn/mensen', item: 'item.people', group: 'group.mine' },
  { path: '/mijn/leefgebieden', item: 'item.lifeAreas', group: 'group.mine' },
  { path: '/mijn/inzage', item: 'item.whoLooked', group: 'group.mine' },
  { path: '/mijn/gegevens', item: 'item.data', group: 'group.mine' },
] as const
