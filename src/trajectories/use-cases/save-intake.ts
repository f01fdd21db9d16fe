import { accept } from '#kernel'
import { command } from '#platform'
import { mayWriteIntake } from '../access.ts'
import { IntakeContent, rewrite } from '../domain/intake.ts'
import { changeIntake, IntakeKey, IntakeSaved } from './change-intake.ts'

export const saveIntake = command({
  name: 'trajectories.saveIntake',
  summary: 'Writes down the intake: the own wish, enough rest to begin, what stands in the way; what stood there stays readable',
  input: IntakeKey.extend(IntakeContent.shape),
  output: IntakeSaved,
  access: mayWriteIntake,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/trajectories/{trajectoryId}/intake' },
  run: context => changeIntake(context, before => accept(rewrite(before, IntakeContent.parse(context.input)))),
})
