import { Callout, Paragraph, Quote, sayDate, Soft } from '#ui'
import { ResumeForm } from './action-forms.tsx'
import type { ProgressPart } from './part.ts'

/** What stands still says since when, why, and when we look again; with the way on. */
export const Standing = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const { lang, today } = context
  const { pausedOn, returnOn, pauseReason, pauseWords, endedOn, endReason, backDue } = trajectory
  if (pausedOn !== undefined && returnOn !== undefined) {
    const values = {
      since: sayDate(pausedOn, today, lang),
      day: sayDate(returnOn, today, lang),
      reason: t(`pauseReason.${pauseReason ?? 'other'}`),
    }
    const words = part.data.guides ? t(backDue ? 'paused.due' : 'paused.until', values) : t('paused.known', values)
    return (
      <Callout tone={backDue ? 'orange' : 'stone'} title={t('paused.title')} level={3}>
        <Paragraph>{words}</Paragraph>
        {pauseWords === undefined ? null : (
          <>
            <Soft>{t('paused.said')}</Soft>
            <Quote>{pauseWords}</Quote>
          </>
        )}
        {trajectory.actions.includes('resume') ? <ResumeForm part={part} /> : null}
      </Callout>
    )
  }
  if (endedOn === undefined) return null
  const day = sayDate(endedOn, today, lang)
  const reason = t(`endReason.${endReason ?? 'other'}`)
  return (
    <Callout title={t('ended.title')} level={3}>
      <Paragraph>{part.data.guides ? t('ended.words', { day, reason }) : t('ended.known', { day })}</Paragraph>
      <Paragraph soft>{t('ended.access', { count: trajectory.kind.accessWeeks.value })}</Paragraph>
    </Callout>
  )
}
