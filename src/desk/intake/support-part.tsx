import type { PageContext } from '#platform'
import type { Intake } from '#trajectories'
import { Actions, Button, Callout, Card, DateField, Details, Form, FreeText, Paragraph, sayDay, TextArea, TextField } from '#ui'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import type { IntakeData } from './intake-data.ts'
import type { IntakeT } from './texts.ts'

interface Props {
  readonly data: IntakeData
  readonly trajectoryId: string
  readonly context: PageContext
  readonly t: IntakeT
}
const SUPPORT = 'desk.supportFirst'

const SupportForm = ({ data, trajectoryId, context, t }: Props) => {
  const { intake, participantId } = data
  const standing = intake?.state === 'supportFirst' ? intake : undefined
  return (
    <Details summary={t(standing === undefined ? 'support.open' : 'support.again')} open={context.form?.id === SUPPORT}>
      <Form
        id={SUPPORT}
        idPrefix="support-"
        action={at(INTAKE_ROUTES.support, { participantId, trajectoryId })}
        refused={context.form}
        version={intake?.version ?? 0}
        draft={`support:${trajectoryId}`}
        words={{ 'lookAgainOn.inPast': t('support.inPast') }}
        labels={{ support: t('support.words'), supportBy: t('support.who'), lookAgainOn: t('support.lookAgainOn') }}
        values={{ support: standing?.support, supportBy: standing?.supportBy, lookAgainOn: standing?.lookAgainOn }}
      >
        <TextArea name="support" label={t('support.words')} hint={t('support.wordsHint')} rows={2} />
        <TextField name="supportBy" label={t('support.who')} optional maxLength={200} />
        <DateField name="lookAgainOn" label={t('support.lookAgainOn')} min={context.today} />
        <Actions>
          <Button look="secondary">{t('support.save')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

/** Severe obstacles: an offer of support and a day to look again. On top of the page while it stands. */
export const SupportNow = (props: Props & { readonly intake: Intake; readonly mayWrite: boolean }) => {
  const { intake, data, trajectoryId, context, t, mayWrite } = props
  if (intake.state !== 'supportFirst') return null
  const { participantId, callName: name } = data
  const day = sayDay(intake.lookAgainOn, context.today, context.lang)
  const due = intake.lookAgainOn <= context.today
  return (
    <Callout tone="orange" level={2} title={t('support.state')}>
      <Paragraph>{t('support.stateWords', { name })}</Paragraph>
      <FreeText>{intake.support}</FreeText>
      {intake.supportBy === '' ? null : <Paragraph>{t('support.by', { who: intake.supportBy })}</Paragraph>}
      <Paragraph>
        <strong>{t(due ? 'support.due' : 'support.ahead', { day })}</strong>
      </Paragraph>
      {mayWrite ? (
        <>
          <Form
            id="desk.continueIntake"
            action={at(INTAKE_ROUTES.goOn, { participantId, trajectoryId })}
            refused={context.form}
            version={intake.version}
          >
            <Actions>
              <Button look={due ? 'primary' : 'secondary'}>{t('support.continue')}</Button>
            </Actions>
          </Form>
          <SupportForm {...props} />
        </>
      ) : null}
    </Callout>
  )
}

export const OfferSupport = (props: Props) => (
  <Card title={props.t('support.title')}>
    <Paragraph soft>{props.t('support.why')}</Paragraph>
    <SupportForm {...props} />
  </Card>
)
