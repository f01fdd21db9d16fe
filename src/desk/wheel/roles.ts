import { isLive, openGoalsOf, type Placement, type Plan, remainingSteps } from '#plans'

/** Somebody who works for an organisation. */
export interface TeamName {
  readonly key: string
  readonly name: string
  readonly organisationName?: string | undefined
  readonly functionTitle?: string | undefined
}

export interface RoleSources {
  readonly callName: string
  /** Absent when it was not shared with this reader. */
  readonly plan: Plan | undefined
  readonly placements: readonly Placement[]
  readonly coordinators: readonly TeamName[]
  /** Who else meets the person. */
  readonly others: readonly TeamName[]
}

export interface RoleTask {
  readonly words: string
  readonly language?: string
  /** A step to take, or a promise that was made. */
  readonly kind: 'step' | 'promise'
}

export type RoleKind = 'self' | 'coach' | 'team' | 'offer' | 'volunteer' | 'network' | 'municipality'

/** Who does what: follows from steps, agreements, places and team; nobody types it. */
export interface RoleLine {
  readonly key: string
  readonly kind: RoleKind
  /** Empty for the municipality, which the page names. */
  readonly name: string
  readonly from?: string | undefined
  readonly waiting?: boolean
  readonly tasks: readonly RoleTask[]
}

type Who = 'participant' | 'coach' | 'other'

const stepsOf = (plan: Plan | undefined, who: readonly string[]) =>
  (plan === undefined ? [] : openGoalsOf(plan)).flatMap(remainingSteps).filter(step => who.includes(step.who))

const steps = (plan: Plan | undefined, who: readonly Who[], alsoTogether: boolean): readonly RoleTask[] =>
  stepsOf(plan, alsoTogether ? [...who, 'together'] : who).map(({ title, language }) => ({
    words: title,
    language,
    kind: 'step',
  }))

const promisesOf = (plan: Plan | undefined, by: Plan['agreements'][number]['promisedBy']) =>
  (plan?.agreements ?? []).filter(agreement => agreement.promisedBy === by && agreement.state === 'open')

const promises = (plan: Plan | undefined, by: 'participant' | 'coach' | 'municipality'): readonly RoleTask[] =>
  promisesOf(plan, by).map(({ words }) => ({ words, kind: 'promise' }))

/** The own circle, each person once: the steps and promises under one name belong together. */
const network = (plan: Plan | undefined): readonly RoleLine[] => {
  const all = [
    ...stepsOf(plan, ['other']).map(({ whoName, title, language }) => ({
      name: whoName ?? '',
      task: { words: title, language, kind: 'step' } as const,
    })),
    ...promisesOf(plan, 'other').map(({ promisedByName, words }) => ({
      name: promisedByName ?? '',
      task: { words, kind: 'promise' } as const,
    })),
  ].filter(({ name }) => name !== '')
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, theirs]) => ({
    key: `network-${name}`,
    kind: 'network',
    name,
    tasks: theirs.map(({ task }) => task),
  }))
}

const places = (placements: readonly Placement[]): readonly RoleLine[] =>
  placements.filter(isLive).map(placement => ({
    key: placement.id,
    kind: placement.offerKind === 'buddy' ? 'volunteer' : 'offer',
    name: placement.offerName,
    from: placement.organisationName,
    ...(placement.state === 'waiting' ? { waiting: true } : {}),
    tasks: [],
  }))

/** The person first, then who guides, who else works along, places, the own circle, the municipality. */
export const rolesOf = ({ callName, plan, placements, coordinators, others }: RoleSources): readonly RoleLine[] => {
  const own = new Set(coordinators.map(({ key }) => key))
  return [
    {
      key: 'self',
      kind: 'self',
      name: callName,
      tasks: [...steps(plan, ['participant'], true), ...promises(plan, 'participant')],
    },
    ...coordinators.map(({ key, name, organisationName }, i): RoleLine => ({
      key,
      kind: 'coach',
      name,
      from: organisationName,
      tasks: i === 0 ? [...steps(plan, ['coach'], true), ...promises(plan, 'coach')] : [],
    })),
    ...others
      .filter(({ key }) => !own.has(key))
      .map(({ key, name, functionTitle, organisationName }): RoleLine => ({
        key,
        kind: 'team',
        name,
        from: [functionTitle, organisationName].filter(words => words !== undefined && words !== '').join(', '),
        tasks: [],
      })),
    ...places(placements),
    ...network(plan),
    { key: 'municipality', kind: 'municipality', name: '', tasks: promises(plan, 'municipality') },
  ]
}
