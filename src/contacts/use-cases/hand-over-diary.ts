import { command } from '#platform'
import { mayFollowCoordinator } from '../access.ts'
import { moveDiary } from '../storage/diary.ts'
import { DiaryMoved, DiaryMoveInput, moveAhead } from './diary-parts.ts'

/** A trajectory changed hands: what is planned with this person goes along. */
export const handOverDiary = command({
  name: 'contacts.handOverDiary',
  summary: 'Moves what is planned ahead with a person to the diary of the new coordinator',
  input: DiaryMoveInput,
  output: DiaryMoved,
  access: mayFollowCoordinator,
  subject: input => input.participantId,
  run: context => moveAhead(context, moveDiary),
})
