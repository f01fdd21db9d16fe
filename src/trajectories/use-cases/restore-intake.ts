import { accept, refuse } from '#kernel'
import { command } from '#platform'
import { mayWriteIntake } from '../access.ts'
import { listIntakeVersions } from '../storage/intakes.ts'
import { changeIntake, IntakeKey, IntakeSaved } from './change-intake.ts'

export const restoreIntake = command({
  name: 'trajectories.restoreIntake',
  summary: 'Takes back the last change of an intake: it reads again as it did before',
  input: IntakeKey,
  output: IntakeSaved,
  access: mayWriteIntake,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/trajectories/{trajectoryId}/intake/restoration' },
  run: async context => {
    const { db, tenantId, input } = context
    return changeIntake(context, async () => {
      const [last] = await listIntakeVersions(db, { tenantId, participantId: input.participantId }, input.trajectoryId)
      return last === undefined ? refuse('notPossibleNow') : accept(last.reading)
    })
  },
})
