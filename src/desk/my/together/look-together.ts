import { query } from '#platform'
import { mayLookTogether } from '../access.ts'
import { getMyStep } from '../get-my-step.ts'

/** What the person sees, on the screen of the coach; the access line says that they looked together. */
export const lookTogether = query({
  ...getMyStep,
  name: 'desk.lookTogether',
  summary: 'The one next step of a participant, looked at together with who guides',
  access: mayLookTogether,
  rest: { method: 'GET', path: '/participants/{participantId}/together' },
})
