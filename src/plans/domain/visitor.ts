import { z } from 'zod'
import { CalendarDay, OfferId, ParticipantId, PlacementId } from '#kernel'

/** What the organisation behind an offer knows of who comes there or waits: that, and since when. */
export const Visitor = z.object({
  placementId: PlacementId,
  participantId: ParticipantId,
  offerId: OfferId,
  state: z.enum(['placed', 'waiting']),
  since: CalendarDay,
  startsOn: CalendarDay.optional(),
})
export type Visitor = Readonly<z.infer<typeof Visitor>>
