import { command } from '#platform'
import { mayWriteIntake } from '../access.ts'
import { offerSupportFirst as decideToOffer, SupportFields } from '../domain/intake.ts'
import { changeIntake, IntakeKey, IntakeSaved } from './change-intake.ts'

export const offerSupportFirst = command({
  name: 'trajectories.offerSupportFirst',
  summary: 'Severe obstacles: offers support first, with a day to look again; the trajectory stays',
  input: IntakeKey.extend(SupportFields.shape),
  output: IntakeSaved,
  access: mayWriteIntake,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/support-first' },
  run: context => {
    const { input, today } = context
    return changeIntake(context, (before, trajectory) => decideToOffer(before, SupportFields.parse(input), { trajectory, today }))
  },
})
