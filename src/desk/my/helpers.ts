import { z } from 'zod'
import { CalendarDay } from '#kernel'
import type { MemberName, OrganisationContact } from '#organisations'
import { isLive, openGoalsOf, type Placement, type Plan, type Step } from '#plans'

export const HELPER_KINDS = ['coach', 'person', 'named', 'place', 'municipality'] as const

const Task = z.object({ title: z.string(), language: z.string() })

/** Somebody or something that helps with the plan: who, what for and how to reach them. */
export const Helper = z.object({
  key: z.string(),
  /** `named`: somebody whom a step names; `person`: a professional that is not the coach. */
  kind: z.enum(HELPER_KINDS),
  name: z.string(),
  functionTitle: z.string().optional(),
  organisationName: z.string().optional(),
  /** What they do, in the words of the plan. */
  tasks: z.array(Task),
  since: CalendarDay.optional(),
  waiting: z.boolean().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
})
export type Helper = Readonly<z.infer<typeof Helper>>

export interface HelperSources {
  readonly plan: Plan
  readonly placements: readonly Placement[]
  readonly names: ReadonlyMap<string, MemberName>
  readonly organisations: readonly OrganisationContact[]
  /** Members who coordinate a running trajectory. */
  readonly coordinators: readonly string[]
  /** Members who have something in the diary with this person. */
  readonly inDiary: readonly string[]
  /** Members of the municipality who referred this person. */
  readonly referrers: readonly string[]
}

const taskOf = ({ title, language }: Step) => ({ title, language })

const reachOf = (organisations: readonly OrganisationContact[], name: string | undefined) => {
  const organisation = organisations.find(each => each.name === name)
  return {
    ...(organisation?.phone === undefined ? {} : { phone: organisation.phone }),
    ...(organisation?.email === undefined ? {} : { email: organisation.email }),
    ...(organisation?.address === undefined
      ? {}
      : { address: [organisation.address, organisation.place].filter(Boolean).join(', ') }),
  }
}

const memberHelpers = (sources: HelperSources, kind: Helper['kind'], ids: readonly string[], tasks: Helper['tasks']): Helper[] =>
  [...new Set(ids)].flatMap(id => {
    const member = sources.names.get(id)
    if (member === undefined) return []
    const { name, functionTitle, organisationName } = member
    return [
      {
        key: id,
        kind,
        name,
        tasks,
        ...(functionTitle === undefined ? {} : { functionTitle }),
        ...(organisationName === undefined ? {} : { organisationName }),
        ...reachOf(sources.organisations, organisationName),
      },
    ]
  })

const namedHelpers = (steps: readonly Step[]): Helper[] => {
  const named = steps.filter(step => step.who === 'other' && step.whoName !== undefined)
  return [...new Set(named.map(step => step.whoName ?? ''))].map(name => ({
    key: `named-${name}`,
    kind: 'named',
    name,
    tasks: named.filter(step => step.whoName === name).map(taskOf),
  }))
}

const placeHelpers = ({ placements, organisations }: HelperSources): Helper[] =>
  placements.filter(isLive).map(placement => ({
    key: placement.id,
    kind: 'place',
    name: placement.offerName,
    organisationName: placement.organisationName,
    tasks: [],
    since: placement.startsOn ?? placement.since,
    waiting: placement.state === 'waiting',
    ...reachOf(organisations, placement.organisationName),
  }))

/** Everybody and everything that helps, the coach first; nobody twice. */
export const helpersOf = (sources: HelperSources): readonly Helper[] => {
  const { coordinators, inDiary, referrers } = sources
  const steps = openGoalsOf(sources.plan).flatMap(goal => goal.steps)
  const coachTasks = steps.filter(step => step.who === 'coach' && step.state === 'open').map(taskOf)
  const others = inDiary.filter(id => !coordinators.includes(id))
  const municipality = referrers.filter(id => !coordinators.includes(id) && !others.includes(id))
  return [
    ...memberHelpers(sources, 'coach', coordinators, coachTasks),
    ...memberHelpers(sources, 'person', others, []),
    ...namedHelpers(steps),
    ...placeHelpers(sources),
    ...memberHelpers(sources, 'municipality', municipality, []),
  ]
}

export const isPerson = (helper: Helper): boolean => helper.kind !== 'place'
/** A place where one waits does not help yet. */
export const helps = (helper: Helper): boolean => helper.waiting !== true
