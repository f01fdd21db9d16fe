import { z } from 'zod'
import { House, Story } from '../story.ts'
import anders from './anders.json' with { type: 'json' }
import houses from './houses.json' with { type: 'json' }
import deBrug from './stories-de-brug.json' with { type: 'json' }
import selam from './story-selam.json' with { type: 'json' }

export const HOUSES: readonly House[] = z.array(House).parse(houses)

const Stories = z.array(Story)
/** By municipality. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  veenrijk: Stories.parse([...selam, ...deBrug]),
  anders: Stories.parse(anders),
}
