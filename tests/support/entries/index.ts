import type { AccessEntries } from '../access-entry.ts'
import { contactsEntries } from './contacts.ts'
import { deskEntries, matchingEntries, sharingEntries } from './desk.ts'
import { organisationsEntries, regimesEntries, supplyEntries } from './house.ts'
import { insightEntries } from './insight.ts'
import { intakeEntries } from './intake.ts'
import { lifecycleEntries } from './lifecycle.ts'
import { myEntries } from './my.ts'
import { peopleEntries } from './people.ts'
import { instrumentsEntries } from './instruments.ts'
import { plansEntries } from './plans.ts'
import { routingEntries } from './routing.ts'
import { trajectoriesEntries } from './trajectories.ts'
import { workAndMoneyEntries } from './work-and-money.ts'

/** The whole matrix, in the order of its table in docs/access-matrix.md. */
export const accessEntries: AccessEntries = {
  ...organisationsEntries,
  ...regimesEntries,
  ...peopleEntries,
  ...sharingEntries,
  ...supplyEntries,
  ...trajectoriesEntries,
  ...routingEntries,
  ...lifecycleEntries,
  ...instrumentsEntries,
  ...intakeEntries,
  ...plansEntries,
  ...workAndMoneyEntries,
  ...contactsEntries,
  ...matchingEntries,
  ...insightEntries,
  ...deskEntries,
  ...myEntries,
}
