import { ParticipantId, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { type AdviceView, getSentAdvice, type OwnWordView, type SentAdvice } from '#trajectories'
import { AppPage, Breadcrumbs, EmptyState, LinkButton, PageHead, Paragraph, renderPage, sayDate, Soft } from '#ui'
import { isolate } from '../my/say.ts'
import { getAdvicePreparation } from './get-advice-preparation.ts'
import { getMyAdvice } from './get-my-advice.ts'
import { AdvicePaper, AnswerPaper } from './paper.tsx'
import { advicePaths } from './paths.ts'
import { loadSentAdvice } from './sent-advice.page.tsx'
import { paperTexts } from './texts.ts'

interface Sheet {
  readonly name: string
  /** Absent: there is none yet. */
  readonly advice?: AdviceView | undefined
  readonly ownWord?: OwnWordView | undefined
  readonly back: string
}

const viewNothing = ({ name, back }: Sheet, context: PageContext): string => {
  const { t } = paperTexts(context.lang)
  const title = t('for', { name: isolate(name, context.lang) })
  return renderPage(
    <AppPage context={context} title={title}>
      <PageHead title={title} />
      <EmptyState title={t('nothing')} action={<LinkButton href={back}>{t('back')}</LinkButton>}>
        {t('nothingWords')}
      </EmptyState>
    </AppPage>,
  )
}

/** The advice on A4, to read through together and to keep. */
export const viewAdviceSheet = (sheet: Sheet, context: PageContext): string => {
  const { name, advice, ownWord, back } = sheet
  if (advice === undefined) return viewNothing(sheet, context)
  const { t } = paperTexts(context.lang)
  const { lang, today } = context
  const who = isolate(name, lang)
  const title = t('for', { name: who })
  const when = advice.sentOn === undefined ? t('draft') : t('sent', { day: sayDate(advice.sentOn, today, lang) })
  return renderPage(
    <AppPage context={context} title={title} readAloud={false} scripts={['print-page.js']}>
      <Breadcrumbs items={[{ href: back, label: t('back') }]} />
      <div className="op-sheet__how">
        <Paragraph soft>{t('how')}</Paragraph>
        <print-page data-label={t('print')} />
      </div>
      <div className="op-sheet">
        <header>
          <h1>{title}</h1>
          <Soft>{[advice.sentByName ?? advice.writtenByName, when].map(words => isolate(words, lang)).join(' · ')}</Soft>
        </header>
        <AdvicePaper name={name} advice={advice} ownWord={ownWord} context={context} />
        <AnswerPaper advice={advice} context={context} />
        <div className="op-paper__sign">
          <span>{t('signed', { name: who })}</span>
          <span>{t('signature')}</span>
        </div>
        <Soft>{t('onlyAdvice')}</Soft>
      </div>
    </AppPage>,
  )
}

export const advicePrintPage = page<Sheet>({
  id: 'desk.advicePrint',
  path: advicePaths.print(':participantId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    if (!participantId.success) return refuse('notFound')
    const language = request.lang === 'en' ? 'en' : 'nl'
    const prepared = await request.run(getAdvicePreparation, { participantId: participantId.data, language })
    if (!prepared.ok) return prepared
    const { callName: name, current, earlier, ownWord } = prepared.value
    const advice = current ?? earlier[0]
    return { ok: true, value: { name, advice, ownWord, back: advicePaths.one(participantId.data) } }
  },
  view: viewAdviceSheet,
})

const sheetOf = ({ callName: name, advice, ownWord }: SentAdvice): Sheet => ({
  name,
  advice,
  ownWord,
  back: advicePaths.sentOne(advice.id),
})

export const sentAdvicePrintPage = page<Sheet>({
  id: 'desk.sentAdvicePrint',
  path: advicePaths.sentPrint(':adviceId'),
  who: ['serviceplein'],
  load: async request => {
    const sent = await loadSentAdvice(request)
    return sent.ok ? { ok: true, value: sheetOf(sent.value) } : sent
  },
  view: viewAdviceSheet,
})

export const myAdvicePrintPage = page<Sheet>({
  id: 'desk.myAdvicePrint',
  path: advicePaths.myPrint(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const my = await request.run(getMyAdvice, { participantId })
    if (!my.ok) return my
    const { callName: name, advice } = my.value
    if (advice === undefined) return { ok: true, value: { name, back: advicePaths.my() } }
    const sent = await request.run(getSentAdvice, { participantId, adviceId: advice.id })
    return sent.ok ? { ok: true, value: { ...sheetOf(sent.value), back: advicePaths.my() } } : sent
  },
  view: viewAdviceSheet,
})
