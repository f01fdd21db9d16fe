import { CountsGlyph } from '#instruments'
import type { PageContext } from '#platform'
import { Badge, Row, sayDay } from '#ui'
import type { Today } from '../today/get-today.ts'
import { deskPaths } from '../web/paths.ts'
import { workTexts } from './texts.ts'

/** For Today: moments of work placements and allowances that ask for attention. */
export const workRows = (signals: Today['work'], context: PageContext) => {
  const { t } = workTexts(context.lang)
  return signals.map(signal => {
    const href = deskPaths.work(signal.participantId)
    if (signal.about === 'allowance')
      return (
        <Row
          key={`allowance-${signal.participantId}`}
          start={<Badge tone="orange">{t('attention.allowance')}</Badge>}
          glyph={<CountsGlyph goals={signal.goalsByArea} lang={context.lang} />}
          title={t('attention.allowanceOf', { name: signal.name })}
          href={`${href}#vergoeding`}
          detail={t(`signals.${signal.signal}`)}
        />
      )
    const { participantId, workplace, code, on, number = 1, name } = signal
    return (
      <Row
        key={`work-${participantId}-${workplace}-${code}-${number}`}
        start={
          <Badge tone={on < context.today ? 'orange' : 'stone'}>
            {t(on < context.today ? 'attention.past' : 'attention.soon')}
          </Badge>
        }
        glyph={<CountsGlyph goals={signal.goalsByArea} lang={context.lang} />}
        title={t(`attention.of.${code}`, { name, number })}
        href={href}
        detail={`${workplace}, ${sayDay(on, context.today, context.lang)}`}
      />
    )
  })
}
