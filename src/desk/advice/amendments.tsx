import type { PageContext } from '#platform'
import type { AmendmentView } from '#trajectories'
import { Card, Details, FreeText, Paragraph, sayDate, Soft, Stack } from '#ui'
import { adviceTexts, type AdviceT } from './texts.ts'

const LABELS = { summary: 'form.summary', growth: 'form.growth', because: 'form.because' } as const satisfies Record<
  string,
  Parameters<AdviceT>[0]
>

/** What was changed after sending, why, and what stood there. */
export const Amendments = ({
  amendments,
  context,
}: {
  readonly amendments: readonly AmendmentView[]
  readonly context: PageContext
}) => {
  const { t } = adviceTexts(context.lang)
  if (amendments.length === 0) return null
  return (
    <Card title={t('history')}>
      <Stack>
        {amendments.map(amendment => (
          <div key={`${amendment.on}-${amendment.reason}`}>
            <Paragraph>{amendment.reason}</Paragraph>
            <Soft>
              {amendment.byName}, {sayDate(amendment.on, context.today, context.lang)}
            </Soft>
            {Object.entries(LABELS).flatMap(([field, label]) => {
              const words = amendment.stood[field]
              if (words === undefined || words === '') return []
              return [
                <Details key={field} summary={t('stood', { field: t(label) })}>
                  <FreeText>{words}</FreeText>
                </Details>,
              ]
            })}
          </div>
        ))}
      </Stack>
    </Card>
  )
}
