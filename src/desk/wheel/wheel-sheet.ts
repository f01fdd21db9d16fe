import { wheelModel, type WheelModel } from '#instruments'
import { wheelInput } from '#plans'
import type { PlanSheet } from '../my/get-plan-sheet.ts'
import { type RoleLine, rolesOf } from './roles.ts'

const coachesOf = ({ helpers }: PlanSheet) => helpers.filter(helper => helper.kind === 'coach')
export const coachNameOf = (sheet: PlanSheet): string | undefined => coachesOf(sheet)[0]?.name

export const wheelOf = (sheet: PlanSheet): WheelModel =>
  wheelModel(wheelInput(sheet.callName, sheet.plan, sheet.placements, { coachName: coachNameOf(sheet), law: sheet.law }))

export const rolesOfSheet = (sheet: PlanSheet): readonly RoleLine[] =>
  rolesOf({
    callName: sheet.callName,
    plan: sheet.plan,
    placements: sheet.placements,
    coordinators: coachesOf(sheet),
    others: sheet.helpers.filter(helper => helper.kind === 'person'),
  })
