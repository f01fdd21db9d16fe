import { WHEEL_AREAS } from '#kernel'
import { canDo, RECOGNITION_KINDS } from '#plans'
import { Button, Card, Form, Glyph, Heading, LinkButton, Paragraph, Section, TextField } from '#ui'
import { deskPaths } from '../web/paths.ts'
import type { MyStep } from './get-my-step.ts'
import { myPaths } from './my-paths.ts'
import type { MyPart } from './part.ts'
import { canBeSmaller, OwnWords } from './step-card.tsx'

/** A picture for who reads with difficulty: the wheel in full colour. */
const WHOLE_WHEEL = WHEEL_AREAS.map(() => ({ goal: true, supply: true }))

type Answered = NonNullable<MyStep['answered']>

export const wordsOfAnswer = (state: Answered['step']['state']) =>
  state === 'done'
    ? ({ title: 'thanks.done', words: 'thanks.doneWords' } as const)
    : state === 'notYet'
      ? ({ title: 'thanks.notYet', words: 'thanks.notYetWords' } as const)
      : ({ title: 'thanks.didNotWork', words: 'thanks.didNotWorkWords' } as const)

/** What was agreed for taking the step, large: also when it did not work. */
export const Given = ({ given, t }: { readonly given: Answered['given']; readonly t: MyPart['t'] }) => {
  const kind = RECOGNITION_KINDS.find(each => each === given.kind) ?? 'none'
  if (kind === 'none' || (kind === 'compliment' && given.words === '')) return null
  return (
    <div className="op-given">
      <p className="op-step__above">{t('thanks.agreed')}</p>
      {kind === 'compliment' ? null : <p className="op-given__kind">{t(`thanks.kind.${kind}`)}</p>}
      {given.words === '' ? null : (
        <p className="op-given__words">
          <OwnWords words={given.words} />
        </p>
      )}
    </div>
  )
}

/** Appreciation for what was just told, with a way back. */
export const ThanksCard = ({
  answered,
  hasNext,
  part,
}: {
  readonly answered: Answered
  readonly hasNext: boolean
  readonly part: MyPart
}) => {
  const { t, participantId, name } = part
  const { step, given } = answered
  const { title, words } = wordsOfAnswer(step.state)
  return (
    <Card tint="green" centred>
      <div className="op-centre">
        <Glyph areas={WHOLE_WHEEL} size="large" />
      </div>
      <p className="op-step__above">
        <OwnWords words={step.title} lang={step.language} />
      </p>
      <Heading level={1}>{t(title, { name })}</Heading>
      <p className="op-step__where">{t(words)}</p>
      <Given given={given} t={t} />
      <LinkButton look="secondary" large href={deskPaths.my()}>
        {hasNext ? t('thanks.next') : t('thanks.home')}
      </LinkButton>
      {canDo('step', step.state, 'undoAnswer') ? (
        <Form id="desk.undoMyStep" action={myPaths.undo(step.id)} version={step.version} hidden={{ participantId }}>
          <div className="op-centre">
            <Button look="quiet">{t('thanks.undo')}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}

/** Something stood in the way: a smaller step, thought of by the person or together with the coach. */
export const SmallerStep = ({ answered, part }: { readonly answered: Answered; readonly part: MyPart }) => {
  const { t, context, participantId } = part
  const { step } = answered
  if (answered.smaller || !canBeSmaller(step)) return null
  return (
    <Section title={t('smaller.title')} id="kleiner">
      <Paragraph>{t('smaller.words')}</Paragraph>
      <Form
        id="desk.smallerStep"
        action={myPaths.smaller(step.id)}
        refused={context.form}
        hidden={{ participantId, language: context.lang }}
        labels={{ title: t('smaller.label') }}
        words={{ title: t('smaller.missing') }}
        draft={`smaller:${step.id}`}
      >
        <TextField name="title" label={t('smaller.label')} hint={t('smaller.hint')} maxLength={200} ownWords />
        <Button look="confirm" large>
          {t('smaller.save')}
        </Button>
      </Form>
      <Form id="desk.askCoach" action={myPaths.askCoach(step.id)} hidden={{ participantId }}>
        <Button look="secondary" large>
          {t('smaller.ask')}
        </Button>
      </Form>
    </Section>
  )
}
