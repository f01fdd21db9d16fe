/** What somebody looked at or worked on, in the words in which a person thinks of the own dossier. */
export const LOOKED_AT = [
  'together',
  'dossier',
  'plan',
  'places',
  'money',
  'notes',
  'instruments',
  'appointments',
  'referral',
  'trajectory',
  'advice',
  'intake',
  'lifeAreas',
  'person',
  'bsn',
  'invitation',
  'log',
] as const
export type LookedAt = (typeof LOOKED_AT)[number]

const BY_USE_CASE: readonly (readonly [RegExp, LookedAt])[] = [
  [/Together$/, 'together'],
  [/^people\.getBsn$/, 'bsn'],
  [/^people\./, 'person'],
  [/^contacts\..*Note/, 'notes'],
  [/^contacts\./, 'appointments'],
  [/^trajectories\..*Advice|^desk\..*Advice/, 'advice'],
  [/^trajectories\..*(?:LifeArea|Objection)/, 'lifeAreas'],
  [/^trajectories\..*(?:Intake|SupportFirst)/, 'intake'],
  [/^trajectories\..*(?:Referral|Question|askBack|Withdrawal)/, 'referral'],
  [/^trajectories\.|^desk\.getTrajectoryState$/, 'trajectory'],
  [/^plans\.(?:payAtOwnPlace$|.*(?:Payment|Allowance))/, 'money'],
  [/^plans\.(?:place|.*Place|.*Moment$)/, 'places'],
  [/^plans\.|^matching\.|^desk\.getPlanSheet$/, 'plan'],
  [/^instruments\./, 'instruments'],
  [/^sharing\.(?:invite|.*Paper)/, 'invitation'],
  [/^sharing\./, 'log'],
]

/** From the name of the use case; what opens several parts at once is the dossier. */
export const lookedAt = (useCase: string): LookedAt => BY_USE_CASE.find(([name]) => name.test(useCase))?.[1] ?? 'dossier'

/** Why somebody may look: the purpose of a grant, or a task in law that needs no grant per person. */
export const PURPOSES = [
  'coordinate',
  'handOver',
  'answerReferral',
  'knownAtOrganisation',
  'expect',
  'municipalTask',
  'other',
] as const
export type Purpose = (typeof PURPOSES)[number]

export const purposeOf = (granted: string | undefined, role: string): Purpose => {
  const known = PURPOSES.find(purpose => purpose === granted)
  if (known !== undefined) return known
  return granted === undefined && role === 'serviceplein' ? 'municipalTask' : 'other'
}

/** What reaches furthest explains most: a coordinator is also a colleague. */
export const strongest = (purposes: readonly string[]): string | undefined =>
  PURPOSES.find(purpose => purposes.includes(purpose)) ?? purposes[0]
