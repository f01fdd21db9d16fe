import { z } from 'zod'
import { CalendarDay, OrganisationId } from '#kernel'
import { organisationNames } from '#organisations'
import { query } from '#platform'
import { mayReadTypes } from '../access.ts'
import { INSTRUMENTS, phasesOf } from '../domain/phases.ts'
import { hasEarlyName, nameInLaw, TRAJECTORY_TYPES, TrajectoryType, typeRules } from '../domain/trajectory-types.ts'
import {
  type Effective,
  intakeThrough,
  rulesHere,
  trajectoryLabel,
  TypeSetting,
  type TypeSettings,
} from '../domain/type-settings.ts'
import { listTypeSettings } from '../storage/type-settings.ts'
import { Label } from './referral-view.ts'

const Rule = z.object({
  value: z.number(),
  source: z.string().optional(),
  /** `checkLocally`: nobody prescribes it, and the municipality has not said it either. */
  by: z.enum(['municipality', 'source', 'checkLocally']),
})
export const PhaseView = Label.extend({
  key: z.string(),
  instruments: z.array(z.enum(INSTRUMENTS)),
  steps: z.array(Label),
})

export const TypeView = z.object({
  type: TrajectoryType,
  /** What it is called today, here. */
  label: Label,
  nameInLaw: Label.extend({ source: z.string() }),
  hasEarlyName: z.boolean(),
  phases: z.array(PhaseView),
  reviewWeeks: Rule,
  longestMonths: Rule,
  accessWeeks: Rule,
  meanMonths: z.object({ value: z.number(), source: z.string().optional() }).optional(),
  advises: z.enum(['coordinator', 'networkCoach']),
  decides: z.enum(['municipality', 'participant']),
  decidesSource: z.string().optional(),
  /** A transition: referrals go to this organisation first. */
  intakeThrough: OrganisationId.optional(),
  intakeUntil: CalendarDay.optional(),
})
export type TypeView = z.infer<typeof TypeView>

const ruleOf = ({ value, source, by }: Effective) => ({ value, by, ...(source === undefined ? {} : { source }) })

/** A kind of trajectory as it is called and runs in this municipality on that day. */
export const viewType = (type: TrajectoryType, day: CalendarDay, settings: TypeSettings): TypeView => {
  const { advises, decides, decidesSource, meanMonths } = typeRules(type)
  const { nl, en, source } = nameInLaw(type, day, settings.get(type)?.newNameEarly)
  const rules = rulesHere(type, settings)
  const through = intakeThrough(type, day, settings)
  return {
    type,
    label: trajectoryLabel(type, day, settings),
    nameInLaw: { nl, en, source },
    hasEarlyName: hasEarlyName(type),
    phases: phasesOf(type).map(phase => ({ ...phase, instruments: [...phase.instruments], steps: [...phase.steps] })),
    reviewWeeks: ruleOf(rules.reviewWeeks),
    longestMonths: ruleOf(rules.longestMonths),
    accessWeeks: ruleOf(rules.accessWeeks),
    ...{ meanMonths, advises, decides, decidesSource },
    intakeThrough: through,
    intakeUntil: through === undefined ? undefined : settings.get(type)?.intakeUntil,
  }
}

export const listTypes = query({
  name: 'trajectories.listTypes',
  summary: 'The kinds of trajectory: what they are called today, their phases, how they run in this municipality',
  input: z.object({}),
  output: z.object({
    types: z.array(TypeView),
    /** What the municipality set itself, with the version to change it. */
    settings: z.array(TypeSetting.extend({ version: z.number() })),
    organisations: z.array(z.object({ id: OrganisationId, name: z.string(), kind: z.string() })),
  }),
  access: mayReadTypes,
  rest: { method: 'GET', path: '/trajectory-types' },
  personal: false,
  run: async ({ db, tenantId, today }) => {
    const [kept, organisations] = await Promise.all([listTypeSettings(db, tenantId), organisationNames(db, tenantId)])
    const settings: TypeSettings = new Map(kept.map(setting => [setting.type, setting]))
    return {
      types: TRAJECTORY_TYPES.map(type => viewType(type, today, settings)),
      settings: [...kept],
      organisations: [...organisations],
    }
  },
})
