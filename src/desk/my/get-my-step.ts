import { z } from 'zod'
import { ParticipantId, StepId } from '#kernel'
import { query } from '#platform'
import { type NextStep, nextCoachStep, nextStep, openGoalsOf, type Plan, Step, wheelInput } from '#plans'
import { firstDayOf, readAccess } from '#sharing'
import { wheelGlyph, wheelModel } from '#instruments'
import { maySeeOwnStep } from './access.ts'
import { helps, isPerson } from './helpers.ts'
import { MyPause, pauseOf } from './pause/pause.ts'
import { NextAppointment, readStory } from './story.ts'

const StepOfGoal = z.object({ step: Step, goal: z.object({ title: z.string(), language: z.string() }) })
export type StepOfGoal = Readonly<z.infer<typeof StepOfGoal>>

export const MyStep = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  /** The one next step. */
  next: StepOfGoal.optional(),
  /** The step that was just answered, with what was given for it. */
  answered: StepOfGoal.extend({ given: z.object({ kind: z.string(), words: z.string() }), smaller: z.boolean() }).optional(),
  /** When there is no own step: what the coach does now. */
  coachStep: StepOfGoal.optional(),
  appointment: NextAppointment.optional(),
  coachName: z.string().optional(),
  /** When the trajectory stands still. */
  pause: MyPause.optional(),
  goals: z.number(),
  stepsDone: z.number(),
  glyph: z.array(z.object({ goal: z.boolean(), supply: z.boolean() })),
  people: z.number(),
  places: z.number(),
  /** Who looked this week: half hours, and the name when it was one person. */
  looked: z.object({ times: z.number(), people: z.number(), name: z.string().optional(), byCoach: z.boolean() }),
})
export type MyStep = Readonly<z.infer<typeof MyStep>>

const stepOfGoal = (found: NextStep | undefined) =>
  found === undefined ? undefined : { step: found.step, goal: { title: found.goal.title, language: found.goal.language } }

/** The answered step of that id, with the newest thing that was given for it. */
const answeredStep = (plan: Plan, stepId: StepId | undefined): MyStep['answered'] => {
  const goal = plan.goals.find(each => each.steps.some(step => step.id === stepId))
  const step = goal?.steps.find(each => each.id === stepId)
  if (goal === undefined || step === undefined || step.state === 'open') return undefined
  const given = plan.recognitions.find(recognition => recognition.stepId === stepId) ?? { kind: 'none', words: '' }
  return {
    step,
    goal: { title: goal.title, language: goal.language },
    given: { kind: given.kind, words: given.words },
    smaller: goal.steps.some(other => other.smallerThan === stepId),
  }
}

export const getMyStep = query({
  name: 'desk.getMyStep',
  summary: 'The one next step of a participant, and where everything stands',
  input: z.object({ participantId: ParticipantId, answered: StepId.optional() }),
  output: MyStep,
  access: maySeeOwnStep,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/next-step' },
  run: async ({ db, tenantId, input, today, now }) => {
    const { participantId } = input
    const [story, looks] = await Promise.all([
      readStory(db, tenantId, participantId, now),
      readAccess(db, tenantId, participantId, firstDayOf('week', today)),
    ])
    const { callName, plan, placements, helpers, appointment } = story
    const pause = pauseOf(story.trajectories, helpers, today)
    const next = stepOfGoal(nextStep(plan, today))
    const coachStep = next === undefined ? stepOfGoal(nextCoachStep(plan, today)) : undefined
    const answered = answeredStep(plan, input.answered)
    const coach = helpers.find(helper => helper.kind === 'coach')
    const lookers = new Set(looks.map(look => [look.name, look.organisationName].join()))
    const only = lookers.size === 1 ? looks[0] : undefined
    return {
      participantId,
      callName,
      goals: openGoalsOf(plan).length,
      stepsDone: plan.goals.flatMap(goal => goal.steps).filter(step => step.state === 'done').length,
      glyph: wheelGlyph(wheelModel(wheelInput(callName, plan, placements))).map(area => ({ ...area })),
      people: helpers.filter(isPerson).length,
      places: helpers.filter(helper => !isPerson(helper) && helps(helper)).length,
      looked: {
        times: looks.reduce((sum, look) => sum + look.times, 0),
        people: lookers.size,
        byCoach: only?.purpose === 'coordinate',
        ...(only?.name === undefined ? {} : { name: only.name }),
      },
      ...(next === undefined ? {} : { next }),
      ...(coachStep === undefined ? {} : { coachStep }),
      ...(answered === undefined ? {} : { answered }),
      ...(appointment === undefined ? {} : { appointment }),
      ...(pause === undefined ? {} : { pause }),
      ...(coach === undefined ? {} : { coachName: coach.name }),
    }
  },
})
