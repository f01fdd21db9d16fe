import type { PageContext } from '#platform'
import type { AdviceView, OwnWordView } from '#trajectories'
import { Badge, Badges, FreeText, Heading, Quote, sayDate, Soft } from '#ui'
import { isolate } from '../my/say.ts'
import { paperTexts, type PaperT } from './texts.ts'

export interface PaperProps {
  readonly name: string
  readonly advice: AdviceView
  readonly ownWord: OwnWordView | undefined
  readonly context: PageContext
  /** Of the headings inside: 2 under the title of the page, 3 under that of a card. */
  readonly level?: 2 | 3
}

/** The advice in one sentence. */
export const sayDirection = ({ name, advice, context }: Pick<PaperProps, 'name' | 'advice' | 'context'>, t: PaperT): string => {
  const { lang, today } = context
  const who = isolate(name, lang)
  switch (advice.direction) {
    case undefined:
      return ''
    case 'extension': {
      const day = advice.extendUntil === undefined ? '…' : sayDate(advice.extendUntil, today, lang)
      return t('direction.extension', { day })
    }
    case 'onward':
      return t('direction.onward', { name: who, organisation: isolate(advice.toOrganisationName ?? '…', lang) })
    case 'stayActive':
      return t('direction.stayActive', { name: who, place: isolate(advice.staysAt, lang) })
    case 'end': {
      const reason = advice.endReason === undefined ? '' : t(`endReason.${advice.endReason}`, { name: who })
      return t('direction.end', { reason })
    }
  }
}

const Part = ({ title, words, level }: { readonly title: string; readonly words: string; readonly level: 2 | 3 }) =>
  words === '' ? null : (
    <section className="op-paper__part">
      <Heading level={level} looks={4}>
        {title}
      </Heading>
      <FreeText>{words}</FreeText>
    </section>
  )

const Goals = ({ advice, level, t }: { readonly advice: AdviceView; readonly level: 2 | 3; readonly t: PaperT }) => (
  <section className="op-paper__part">
    <Heading level={level} looks={4}>
      {t('heading.goals')}
    </Heading>
    {advice.goals.length === 0 ? <Soft>{t('goalNone')}</Soft> : null}
    <ul className="op-paper__goals">
      {advice.goals.map(goal => (
        <li key={goal.goalId}>
          <div className="op-paper__goal">
            <strong dir="auto">{goal.title}</strong>
            {goal.outcomes.length === 0 ? null : (
              <Badges>
                {goal.outcomes.map(outcome => (
                  <Badge key={outcome} tone="green">
                    {t(`outcome.${outcome}`)}
                  </Badge>
                ))}
              </Badges>
            )}
          </div>
          <FreeText>{goal.words}</FreeText>
        </li>
      ))}
    </ul>
  </section>
)

/** The own view stands beside that of the coach, not below it. */
const Own = ({ name, ownWord, context, level = 2, t }: Omit<PaperProps, 'advice'> & { readonly t: PaperT }) => {
  const who = isolate(name, context.lang)
  return (
    <section className="op-paper__own">
      <Heading level={level} looks={4}>
        {t('heading.own', { name: who })}
      </Heading>
      {ownWord === undefined ? (
        <Soft>{t('ownNone', { name: who })}</Soft>
      ) : (
        <>
          <Quote lang={ownWord.language}>{ownWord.words}</Quote>
          <Soft>
            {t(ownWord.writtenAs === 'person' ? 'byPerson' : 'bySaid', {
              name: who,
              by: isolate(ownWord.writtenByName, context.lang),
              day: sayDate(ownWord.writtenOn, context.today, context.lang),
            })}
          </Soft>
        </>
      )}
    </section>
  )
}

/** What is advised, as everybody reads it: the coach, the municipality and the person. */
export const AdvicePaper = (props: PaperProps) => {
  const { advice, context, level = 2 } = props
  const { t } = paperTexts(context.lang)
  const { lang, today } = context
  return (
    <div className="op-paper">
      <div className="op-paper__sides">
        <section className="op-paper__direction">
          <Heading level={level} looks={4}>
            {t('heading.direction')}
          </Heading>
          <p className="op-paper__sentence">{sayDirection(props, t)}</p>
          {advice.direction === 'onward' && advice.readsUntil !== undefined ? (
            <Soft>{t('readsUntil', { day: sayDate(advice.readsUntil, today, lang) })}</Soft>
          ) : null}
          <FreeText>{advice.because}</FreeText>
        </section>
        <Own {...props} t={t} />
      </div>
      <Part level={level} title={t('heading.growth')} words={advice.growth} />
      <Part level={level} title={t('heading.summary')} words={advice.summary} />
      <Goals advice={advice} level={level} t={t} />
    </div>
  )
}

/** What became of it. */
export const AnswerPaper = ({ advice, context, level = 2 }: Pick<PaperProps, 'advice' | 'context' | 'level'>) => {
  const { t } = paperTexts(context.lang)
  const { lang, today } = context
  if (advice.state === 'draft') return null
  const withdrawn = t('answer.withdrawn', { reason: advice.withdrawalReason ?? '' })
  const sentence =
    advice.state === 'withdrawn' ? withdrawn : t(advice.decision === undefined ? 'answer.waiting' : `answer.${advice.decision}`)
  return (
    <section className="op-paper__answer">
      <Heading level={level} looks={4}>
        {t('answer.heading')}
      </Heading>
      <p className="op-paper__sentence">{sentence}</p>
      {advice.decisionWords === undefined || advice.decisionWords === '' ? null : <FreeText>{advice.decisionWords}</FreeText>}
      {advice.decidedOn === undefined ? null : (
        <Soft>
          {t('answer.by', { by: isolate(advice.decidedByName ?? '', lang), day: sayDate(advice.decidedOn, today, lang) })}
        </Soft>
      )}
    </section>
  )
}
