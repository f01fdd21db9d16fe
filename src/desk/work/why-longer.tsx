import type { PageContext } from '#platform'
import { TextArea } from '#ui'
import type { WorkT } from './texts.ts'

interface Asked {
  readonly context: PageContext
  readonly kept: string
  readonly t: WorkT
}

/** Asked when it is needed: together with what was there before it takes longer than one may. What was said stays to be read. */
export const WhyLonger = ({ context: { form }, kept, t }: Asked) => {
  const asked = form !== undefined && (form.fields.text('whyLonger') !== '' || form.refusal.field === 'whyLonger')
  return asked || kept !== '' ? <TextArea name="whyLonger" label={t('work.whyLonger')} rows={2} maxLength={500} /> : null
}

const DAYS_PER_MONTH = 30
const months = (days: unknown): string => (typeof days === 'number' ? String(Math.max(1, Math.round(days / DAYS_PER_MONTH))) : '')

/** How long it is together, beside how long one may take: in whole months, as people say it. */
export const sayTogether = (details: Readonly<Record<string, unknown>> | undefined, t: WorkT): string =>
  t('work.together', { months: months(details?.['days']), longest: months(details?.['longestDays']) })
