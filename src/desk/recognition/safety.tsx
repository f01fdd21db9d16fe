import { type BenefitSafety, type CountsAs, isWarning } from '#plans'
import { Callout, type Lang, Paragraph, sayMoney, Soft } from '#ui'
import type { T } from './texts.ts'

const sentences = (safety: BenefitSafety, countsAs: CountsAs, lang: Lang, t: T, when: string): readonly string[] => {
  const article = t(countsAs === 'premium' ? 'article.premium' : 'article.gift')
  const total = sayMoney(safety.totalCents, lang)
  const limit = safety.limitCents === undefined ? '' : sayMoney(safety.limitCents, lang)
  return [
    ...(safety.state === 'near' || safety.state === 'above'
      ? [t(`safety.${safety.state}`, { total, limit, article, when })]
      : []),
    ...(safety.state === 'notSet' ? [t('safety.notSet', { article })] : []),
    ...(safety.tooOften ? [t('safety.tooOften', { article })] : []),
    ...(safety.tooYoung ? [t('safety.tooYoung', { article: t('article.age') })] : []),
  ]
}

/** Said before something is handed out. It warns, and leaves what it means to the municipality. */
export const Safety = ({
  safety,
  countsAs,
  year,
  lang,
  t,
}: {
  readonly safety: BenefitSafety
  readonly countsAs: CountsAs
  /** When it is about another year than this one. */
  readonly year: string | undefined
  readonly lang: Lang
  readonly t: T
}) => {
  if (safety.state === 'notCounted') return null
  const when = year === undefined ? t('safety.thisYear') : t('safety.inYear', { year })
  if (!isWarning(safety)) {
    const article = t(countsAs === 'premium' ? 'article.premium' : 'article.gift')
    const limit = sayMoney(safety.limitCents ?? 0, lang)
    return <Soft>{t('safety.within', { total: sayMoney(safety.totalCents, lang), limit, article, when })}</Soft>
  }
  return (
    <Callout tone="orange" title={t('safety.title')} level={4}>
      {sentences(safety, countsAs, lang, t, when).map(sentence => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      <Paragraph soft>{t('safety.decides')}</Paragraph>
    </Callout>
  )
}
