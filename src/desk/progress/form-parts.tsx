import { Actions, Button, type FormProps } from '#ui'
import { formIdOf } from './form-ids.ts'
import type { ProgressPart, ProgressPost } from './part.ts'

const idOf = (post: ProgressPost, { context }: ProgressPart): string => formIdOf(post, context.actor?.role === 'serviceplein')

/** Whether this form, of this trajectory, is the one that came back. */
export const isBack = (post: ProgressPost, part: ProgressPart): boolean =>
  part.context.form?.id === idOf(post, part) && part.context.params['trajectoryId'] === part.trajectory.id

export const common = (post: ProgressPost, part: ProgressPart): Omit<FormProps, 'children'> => {
  const { trajectory, context, postTo, t } = part
  return {
    // A page may have two trajectories: only the form that came back carries the id that brings back what was typed.
    ...(isBack(post, part) ? { id: idOf(post, part), refused: context.form } : {}),
    action: postTo(post),
    version: trajectory.version,
    idPrefix: `${post}-${trajectory.id.slice(-6)}-`,
    words: {
      beforeStart: t('error.beforeStart'),
      inFuture: t('error.inFuture'),
      beforePause: t('error.beforePause'),
      afterPause: t('error.afterPause'),
      nothingChanged: t('error.nothingChanged'),
      'phase.nothingChanged': t('error.samePhase'),
      coordinatorId: t('error.candidate'),
      versionConflict: t('error.versionConflict'),
      notPossibleNow: t('error.notPossibleNow'),
    },
  }
}

export const Send = ({
  children,
  look = 'secondary',
}: {
  readonly children: string
  readonly look?: 'primary' | 'secondary'
}) => (
  <Actions>
    <Button look={look}>{children}</Button>
  </Actions>
)
