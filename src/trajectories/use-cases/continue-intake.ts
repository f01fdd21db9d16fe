import { command } from '#platform'
import { mayWriteIntake } from '../access.ts'
import { continueIntake as decideToContinue } from '../domain/intake.ts'
import { changeIntake, IntakeKey, IntakeSaved } from './change-intake.ts'

export const continueIntake = command({
  name: 'trajectories.continueIntake',
  summary: 'There is room again after support came first: the intake goes on',
  input: IntakeKey,
  output: IntakeSaved,
  access: mayWriteIntake,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/intake/continuation' },
  run: context => changeIntake(context, decideToContinue),
})
