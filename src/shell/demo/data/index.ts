import { z } from 'zod'
import { House, Story } from '../story.ts'
import anders from './anders.json' with { type: 'json' }
import houses from './houses.json' with { type: 'json' }
import instruments from './instruments.json' with { type: 'json' }
import deBrug from './stories-de-brug.json' with { type: 'json' }
import deBrugYusuf from './stories-de-brug-yusuf.json' with { type: 'json' }
import promises from './promises.json' with { type: 'json' }
import lifecycle from './lifecycle.json' with { type: 'json' }
import storiesLifecycle from './stories-lifecycle.json' with { type: 'json' }
import rietdorp from './stories-rietdorp.json' with { type: 'json' }
import workAndReferrals from './stories-work-and-referrals.json' with { type: 'json' }
import selam from './story-selam.json' with { type: 'json' }
import workAndPay from './work-and-pay.json' with { type: 'json' }

export const HOUSES: readonly House[] = z.array(House).parse(houses)

/** What was filled in, what is promised, what people work and are paid, how the trajectory went on: by story, beside what else happened. */
const MORE: readonly Readonly<Record<string, readonly unknown[]>>[] = [instruments, promises, workAndPay, lifecycle]
const withMore = <S extends { readonly key: string; readonly events: readonly unknown[] }>(story: S) => ({
  ...story,
  events: [...story.events, ...MORE.flatMap(events => events[story.key] ?? [])],
})

const Stories = z.array(Story)
/** By municipality. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  veenrijk: Stories.parse(
    [...selam, ...deBrug, ...deBrugYusuf, ...rietdorp, ...workAndReferrals, ...storiesLifecycle].map(withMore),
  ),
  anders: Stories.parse(anders),
}
