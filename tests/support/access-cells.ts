import type { AccessEntry } from './access-entry.ts'
import { BSNS, markOf } from './dossier-rows.ts'
import type { Fixture } from './fixture.ts'
import { DOSSIER_IDS, HOUSE_IDS } from './fixture.ts'
import { newId } from '#kernel'
import type { Label, World, WorldActor } from './world.ts'

/** ok, or the code of the refusal; `asUnknown`: whatever is answered about something that does not exist. */
export type Expected = 'ok' | 'notFound' | 'notPossibleNow' | 'alreadyDone' | 'asUnknown'

const tenantOf = (label: Label): 'A' | 'B' => (label === 'B1' ? 'B' : 'A')
export const isFrom = (actor: WorldActor): 'A' | 'B' => (actor.standing === 'otherMunicipality' ? 'B' : 'A')

const holds = (entry: AccessEntry, { reaches, role }: WorldActor, label: Label): boolean => {
  const wide: readonly string[] = entry.everywhere?.[role] ?? []
  const { reads, writes } = reaches[label]
  const open: readonly string[] = [
    ...reads,
    ...writes.map(slice => `${slice}:write`),
    ...wide,
    ...wide.map(slice => `${slice}:write`),
  ]
  return entry.needs.every(need => open.includes(need))
}

/** The oracle: what this actor must be answered about this dossier, or about the municipality that it lies in. */
export const expectedFor = (entry: AccessEntry, actor: WorldActor, label: Label, world: World): Expected => {
  if (!entry.who.includes(actor.role)) return 'notFound'
  if (entry.about === 'list') return 'ok'
  const here = isFrom(actor) === tenantOf(label)
  const isOffering = actor.role !== 'partner' || actor.actor.organisationId === world.ids[tenantOf(label)].partner
  if (entry.only === 'offering' && !isOffering) return 'notFound'
  if (entry.about === 'municipality') return here ? 'ok' : 'asUnknown'
  if (!here || !holds(entry, actor, label)) return 'notFound'
  const isAsked = actor.role === 'serviceplein' || actor.actor.organisationId === world.ids[tenantOf(label)].asked
  if (entry.only === 'asked' && !isAsked) return 'notFound'
  const isCoordinating = actor.role === 'serviceplein' || actor.actor.membershipId === world.author
  if (entry.only === 'coordinating' && !isCoordinating) return 'notFound'
  if (entry.only === 'author' && actor.actor.membershipId !== world.author) return 'notPossibleNow'
  return entry.answer ?? 'ok'
}

/** Ids that nothing has. */
export const unknownFixture = (like: Fixture): Fixture => ({
  ...like,
  ...(Object.fromEntries(DOSSIER_IDS.map(name => [name, newId<string>()])) as Record<(typeof DOSSIER_IDS)[number], string>),
  house: Object.fromEntries(HOUSE_IDS.map(name => [name, newId<string>()])) as unknown as Fixture['house'],
})

/** One's own dossier in the address, and somebody else's records in the rest. */
export const mixedFixture = (mine: Fixture, other: Fixture): Fixture => ({
  ...other,
  house: mine.house,
  participantId: mine.participantId,
})

const MARK = /MARK-(\w+?)-([AB]\d)/g

/** Which slices of which dossiers an answer holds words of. */
export const marksIn = (answer: unknown): ReadonlySet<string> => {
  const text = JSON.stringify(answer)
  const found = new Set([...text.matchAll(MARK)].map(match => `${match[1]} ${match[2]}`))
  for (const [label, bsn] of Object.entries(BSNS)) if (text.includes(bsn)) found.add(`bsn ${label}`)
  return found
}

const ALSO_IN: Readonly<Record<string, readonly string[]>> = {
  agreements: ['agreements', 'plan'],
  sent_advice: ['sent_advice', 'advice', 'plan'],
}

/** Words of a slice that this actor does not reach, or that this use case has no business to show. */
export const leaksIn = (entry: AccessEntry, actor: WorldActor, input: unknown, answer: unknown): readonly string[] => {
  const wide: readonly string[] = entry.everywhere?.[actor.role] ?? []
  const shown: readonly string[] = [...entry.needs.map(need => need.replace(':write', '')), ...(entry.shows ?? [])]
  const typed = JSON.stringify(input)
  return [...marksIn(answer)].filter(mark => {
    const [slice, label] = mark.split(' ') as [string, Label]
    if (typed.includes(slice === 'bsn' ? (BSNS[label] ?? '-') : markOf(slice, label))) return false
    // Marked agreements stand in the plan too.
    // What was sent stands in the advice, and the own word about it in the plan.
    const slices = ALSO_IN[slice] ?? [slice]
    const reads: readonly string[] = actor.reaches[label].reads
    const open = slices.some(each => reads.includes(each) || (wide.includes(each) && isFrom(actor) === tenantOf(label)))
    return !open || !slices.some(each => shown.includes(each))
  })
}
