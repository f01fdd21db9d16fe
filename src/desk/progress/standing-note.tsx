import type { PageContext } from '#platform'
import { Callout, Link, Paragraph, sayDate } from '#ui'
import type { Dossier } from '../dossier/dossier.ts'
import { deskPaths } from '../web/paths.ts'
import { progressTexts } from './texts.ts'

/** In the dossier: that the trajectory stands still or has ended, with the way to where it can be taken up. */
export const StandingNote = ({ dossier, context }: { readonly dossier: Dossier; readonly context: PageContext }) => {
  const { t } = progressTexts(context.lang)
  const [newest] = dossier.trajectories
  if (newest === undefined || (newest.state !== 'paused' && newest.state !== 'ended')) return null
  const day = newest.state === 'paused' ? newest.returnOn : newest.endedOn
  return (
    <Callout>
      <Paragraph>
        {t(`note.${newest.state}`, { day: day === undefined ? '' : sayDate(day, context.today, context.lang) })}{' '}
        <Link href={deskPaths.progress(dossier.participantId)}>{t('note.look')}</Link>
      </Paragraph>
    </Callout>
  )
}
