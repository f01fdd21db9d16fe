import type { PageContext } from '#platform'
import { Callout, defineTexts, LinkButton, Paragraph, sayDate } from '#ui'
import { isolate } from '../say.ts'
import { myTexts } from '../texts.ts'
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
      {call === undefined ? null : <Paragraph>{t('ask', { name: isolate(call.name, lang) })}</Paragraph>}
      {call?.phone === undefined ? null : (
        <LinkButton look="secondary" href={`tel:${call.phone.replace(/[^\d+]/g, '')}`}>
          {myTexts(lang).t('people.call', { phone: isolate(call.phone, lang, 'ltr') })}
        </LinkButton>
      )}
    </Callout>
  )
}
