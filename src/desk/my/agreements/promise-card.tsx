import { type Agreement, canDo, groundOf, isPromiseOfOthers, type Said } from '#plans'
import { Actions, Button, Card, Details, Form, Paragraph, sayDate, TextArea } from '#ui'
import type { PageContext } from '#platform'
import { myPaths } from '../my-paths.ts'
import { isolate } from '../say.ts'
import { OwnWords } from '../step-card.tsx'
import type { agreementTexts } from './texts.ts'

export interface AgreementPart {
  readonly participantId: string
  readonly context: PageContext
  readonly t: ReturnType<typeof agreementTexts>['t']
}
interface Props {
  readonly agreement: Agreement
  readonly part: AgreementPart
}

const saidBy = (agreement: Agreement, side: Said['side']): Said | undefined => agreement.said.find(said => said.side === side)

/** Until when, on which terms, and whether the law asks for it. */
const Facts = ({ agreement, part: { t, context } }: Props) => {
  const { today, lang } = context
  const ground = groundOf(agreement.tiedTo)
  const when =
    agreement.until === undefined
      ? t('made', { day: sayDate(agreement.madeOn, today, lang) })
      : t('until', { day: sayDate(agreement.until, today, lang) })
  const lines = [
    when,
    ...(agreement.terms === '' ? [] : [t('terms', { terms: isolate(agreement.terms, lang) })]),
    ...(ground === undefined ? [] : [t('law', { law: isolate(ground.article[lang === 'en' ? 'en' : 'nl'], lang) })]),
    ...(agreement.forMunicipality ? [t('municipality')] : []),
  ]
  return (
    <span className="op-soft">
      {lines.map(line => (
        <span className="op-line" key={line}>
          {line}
        </span>
      ))}
    </span>
  )
}

const SaidLine = ({ said, words }: { readonly said: Said | undefined; readonly words: string }) =>
  said === undefined ? null : (
    <div>
      <Paragraph>{words}</Paragraph>
      {said.words === '' ? null : (
        <p className="op-soft">
          <OwnWords words={said.words} />
        </p>
      )}
    </div>
  )

const Ask = ({ agreement, part: { t, context, participantId } }: Props) => {
  const prefix = `p${agreement.id}-`
  const refused = context.form?.fields.text('agreementId') === agreement.id ? context.form : undefined
  return (
    <Form
      id="desk.markPromise"
      idPrefix={prefix}
      action={myPaths.markPromise(agreement.id)}
      refused={refused}
      version={agreement.version}
      hidden={{ participantId, agreementId: agreement.id }}
      words={{ versionConflict: t('changed') }}
      label={agreement.words}
      draft={`promise:${agreement.id}`}
    >
      <Paragraph>{t('ask')}</Paragraph>
      <Details summary={t('more')}>
        <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={2} maxLength={1000} optional />
      </Details>
      <Actions>
        <Button look="confirm" name="outcome" value="kept">
          {t('yes')}
        </Button>
        <Button look="secondary" name="outcome" value="notKept">
          {t('no')}
        </Button>
      </Actions>
    </Form>
  )
}

const TakeBack = ({ agreement, part: { t, participantId } }: Props) => (
  <Form
    id="desk.unmarkPromise"
    idPrefix={`u${agreement.id}-`}
    action={myPaths.unmarkPromise(agreement.id)}
    version={agreement.version}
    hidden={{ participantId }}
    inline
    label={agreement.words}
  >
    <Button look="quiet">{t('undo')}</Button>
  </Form>
)

/** One promise: what, by whom, and what each side says of it. A promise of somebody else may be judged by the person. */
export const PromiseCard = ({ agreement, part }: Props) => {
  const { t, context } = part
  const mine = saidBy(agreement, 'participant')
  const coach = saidBy(agreement, 'guide')
  const mayMark = isPromiseOfOthers(agreement) && canDo('agreement', agreement.state, 'mark')
  const by = t(`by.${agreement.promisedBy}`, { name: isolate(agreement.promisedByName ?? '', context.lang) })
  return (
    <Card level={3} title={<OwnWords words={agreement.words} />} id={`afspraak-${agreement.id}`}>
      {agreement.promisedBy === 'participant' ? null : <Paragraph>{by}</Paragraph>}
      <Facts agreement={agreement} part={part} />
      <SaidLine said={mine} words={mine === undefined ? '' : t(`saidMe.${mine.outcome}`)} />
      <SaidLine said={coach} words={coach === undefined ? '' : t(`saidCoach.${coach.outcome}`)} />
      {mine !== undefined && coach !== undefined && mine.outcome !== coach.outcome ? (
        <Paragraph soft>{t('differ')}</Paragraph>
      ) : null}
      {mayMark && mine === undefined ? <Ask agreement={agreement} part={part} /> : null}
      {mayMark && mine !== undefined ? <TakeBack agreement={agreement} part={part} /> : null}
    </Card>
  )
}
