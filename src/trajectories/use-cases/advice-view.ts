import { z } from 'zod'
import { AdviceId, CalendarDay, dayIn, Language, type MembershipId, ParticipantId, TrajectoryId } from '#kernel'
import type { MemberName, OrganisationName } from '#organisations'
import { type Advice, ADVICE_STATES, AdviceContent, MunicipalDecision } from '../domain/advice.ts'
import type { AdviceVersion } from '../domain/advice-trace.ts'
import type { OwnWord } from '../domain/own-word.ts'

/** What the person says of it, and who wrote that down. */
export const OwnWordView = z.object({
  words: z.string(),
  language: Language,
  writtenAs: z.enum(['person', 'asSaid']),
  writtenByName: z.string(),
  writtenOn: CalendarDay,
  version: z.number(),
})
export type OwnWordView = Readonly<z.infer<typeof OwnWordView>>

/** An advice as pages and REST show it: names beside ids, days instead of instants. */
export const AdviceView = AdviceContent.extend({
  id: AdviceId,
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  state: z.enum(ADVICE_STATES),
  /** Where it goes, when that is onward. */
  toOrganisationName: z.string().optional(),
  writtenByName: z.string(),
  writtenOn: CalendarDay,
  sentOn: CalendarDay.optional(),
  sentByName: z.string().optional(),
  withdrawalReason: z.string().optional(),
  decision: MunicipalDecision.optional(),
  decisionWords: z.string().optional(),
  decidedOn: CalendarDay.optional(),
  decidedByName: z.string().optional(),
  version: z.number(),
})
export type AdviceView = Readonly<z.infer<typeof AdviceView>>

/** An amendment after sending: why, by whom, and the words that stood there. */
export const AmendmentView = z.object({
  reason: z.string(),
  on: CalendarDay,
  byName: z.string(),
  fields: z.array(z.string()),
  /** Texts that were replaced, by field. */
  stood: z.record(z.string(), z.string()),
})
export type AmendmentView = Readonly<z.infer<typeof AmendmentView>>

export interface AdviceNames {
  readonly members: ReadonlyMap<MembershipId, MemberName>
  readonly organisations: readonly OrganisationName[]
}

export const membersIn = (advices: readonly Advice[]): readonly MembershipId[] => [
  ...new Set(
    advices.flatMap(advice => [
      advice.writtenBy,
      ...(advice.state === 'draft' ? [] : [advice.sentBy]),
      ...(advice.state === 'decided' ? [advice.decidedBy] : []),
    ]),
  ),
]

export const viewAdvice = (advice: Advice, { members, organisations }: AdviceNames): AdviceView => {
  const name = (id: MembershipId): string => members.get(id)?.name ?? ''
  const { writtenBy, writtenAt, ...rest } = advice
  const view = {
    ...AdviceContent.parse(rest),
    ...{ id: advice.id, participantId: advice.participantId, trajectoryId: advice.trajectoryId },
    ...{ state: advice.state, version: advice.version },
    writtenByName: name(writtenBy),
    writtenOn: dayIn(writtenAt),
    toOrganisationName: organisations.find(({ id }) => id === advice.organisationId)?.name,
  }
  if (advice.state === 'draft') return view
  const sent = { ...view, sentOn: dayIn(advice.sentAt), sentByName: name(advice.sentBy) }
  if (advice.state === 'withdrawn') return { ...sent, withdrawalReason: advice.withdrawalReason }
  if (advice.state === 'sent') return sent
  const { decision, decisionWords, decidedAt, decidedBy } = advice
  return { ...sent, decision, decisionWords, decidedOn: dayIn(decidedAt), decidedByName: name(decidedBy) }
}

export const viewOwnWord = (word: OwnWord, members: AdviceNames['members']): OwnWordView => ({
  ...{ words: word.words, language: word.language, writtenAs: word.writtenAs, version: word.version },
  writtenByName: members.get(word.writtenBy)?.name ?? '',
  writtenOn: dayIn(word.writtenAt),
})

export const viewAmendment = (entry: AdviceVersion, members: AdviceNames['members']): AmendmentView => {
  const { summary, growth, because } = entry.before
  const texts = Object.entries({ summary, growth, because })
  return {
    reason: entry.reason,
    on: dayIn(entry.replacedAt),
    byName: members.get(entry.replacedBy)?.name ?? '',
    fields: Object.keys(entry.before),
    stood: Object.fromEntries(texts.flatMap(([field, words]) => (words === undefined ? [] : [[field, words]]))),
  }
}
