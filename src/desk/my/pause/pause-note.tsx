import type { PageContext } from '#platform'
import { Callout, defineTexts, Paragraph, sayDate } from '#ui'
import { isolate } from '../say.ts'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import type { MyPause } from './pause.ts'

const pauseTexts = defineTexts({ nl, en, ar, name: 'my-pause' })

/** Calm: a pause is nobody's fault, and the plan stays. */
export const PauseNote = ({ pause, context }: { readonly pause: MyPause | undefined; readonly context: PageContext }) => {
  if (pause === undefined) return null
  const { lang, today } = context
  const { t } = pauseTexts(lang)
  const { until, call } = pause
  return (
    <Callout tone="stone" title={t('title')} level={2}>
      <Paragraph>
        {until === undefined ? t('open') : t('until', { day: sayDate(until, today, lang) })} {t('stays')}
      </Paragraph>
      {call === undefined ? null : (
        <Paragraph>
          {t(call.phone === undefined ? 'ask' : 'call', {
            name: isolate(call.name, lang),
            phone: call.phone === undefined ? '' : isolate(call.phone, lang),
          })}
        </Paragraph>
      )}
    </Callout>
  )
}
