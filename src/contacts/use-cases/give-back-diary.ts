import { command } from '#platform'
import { mayFollowCoordinator } from '../access.ts'
import { returnDiary } from '../storage/diary.ts'
import { DiaryMoved, DiaryMoveInput, moveAhead } from './diary-parts.ts'

/** A hand-over was taken back: what went along and is still planned comes back. */
export const giveBackDiary = command({
  name: 'contacts.giveBackDiary',
  summary: 'Moves what went along with a hand-over and is still planned back to the diary that it came from',
  input: DiaryMoveInput,
  output: DiaryMoved,
  access: mayFollowCoordinator,
  subject: input => input.participantId,
  run: context => moveAhead(context, returnDiary),
})
