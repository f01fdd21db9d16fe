import { Button, Card, DateField, Details, Form, Paragraph, RadioGroup, TextArea } from '#ui'
import { END_REASONS, PAUSE_REASONS } from '#trajectories'
import { Amend } from './amend-form.tsx'
import { common, isBack, Send } from './form-parts.tsx'
import { GivesBack, HandOver } from './hand-over-form.tsx'
import type { ProgressPart } from './part.ts'
import { inLang } from './say.ts'

/** The intake is done: until when. */
export const StartForm = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, t } = part
  const label = t('field.plannedEndOn')
  return (
    <Form {...common('start', part)} labels={{ plannedEndOn: label }}>
      <Paragraph>{t('do.startWords')}</Paragraph>
      <DateField
        name="plannedEndOn"
        label={label}
        hint={t('do.startHint', { months: trajectory.kind.longestMonths.value })}
        min={trajectory.startedOn}
        optional
      />
      <Send look="primary">{t('do.start')}</Send>
    </Form>
  )
}

export const ResumeForm = ({ part }: { readonly part: ProgressPart }) => (
  <Form {...common('resume', part)} inline>
    <Button>{part.t('do.resume')}</Button>
  </Form>
)

const MovePhase = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const labels = { phase: t('do.movePhaseField'), reason: t('do.movePhaseReason') }
  return (
    <Details summary={t('do.movePhase')} open={isBack('movePhase', part)}>
      <Form {...common('movePhase', part)} labels={labels} values={{ phase: trajectory.phase }}>
        <RadioGroup
          name="phase"
          label={labels.phase}
          options={trajectory.kind.phases.map(phase => ({ value: phase.key, label: inLang(phase, context.lang) }))}
        />
        <TextArea name="reason" label={labels.reason} rows={2} optional />
        <Send>{t('do.movePhaseSend')}</Send>
      </Form>
    </Details>
  )
}

const Pause = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const fields = ['pausedOn', 'returnOn', 'pauseReason', 'pauseWords'] as const
  return (
    <Details summary={t('do.pause')} open={isBack('pause', part)}>
      <Form
        {...common('pause', part)}
        labels={Object.fromEntries(fields.map(field => [field, t(`field.${field}`)]))}
        values={{ pausedOn: context.today }}
      >
        <Paragraph soft>{t('do.pauseHint')}</Paragraph>
        <RadioGroup
          name="pauseReason"
          label={t('field.pauseReason')}
          options={PAUSE_REASONS.map(value => ({ value, label: t(`pauseReason.${value}`) }))}
        />
        <TextArea name="pauseWords" label={t('field.pauseWords')} hint={t('field.pauseWordsHint')} rows={2} optional />
        <div className="op-side">
          <DateField name="pausedOn" label={t('field.pausedOn')} min={trajectory.startedOn} max={context.today} />
          <DateField name="returnOn" label={t('field.returnOn')} min={context.today} />
        </div>
        <Send>{t('do.pauseSend')}</Send>
      </Form>
    </Details>
  )
}

const End = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const fields = ['endedOn', 'endReason', 'endWords'] as const
  return (
    <Details summary={t('do.end')} open={isBack('end', part)}>
      <Form
        {...common('end', part)}
        labels={Object.fromEntries(fields.map(field => [field, t(`field.${field}`)]))}
        values={{ endedOn: context.today }}
      >
        <RadioGroup
          name="endReason"
          label={t('field.endReason')}
          options={END_REASONS.map(value => ({ value, label: t(`endReason.${value}`) }))}
        />
        <TextArea name="endWords" label={t('field.endWords')} hint={t('field.pauseWordsHint')} rows={2} optional />
        <DateField
          name="endedOn"
          label={t('field.endedOn')}
          hint={t('ended.access', { count: trajectory.kind.accessWeeks.value })}
          min={trajectory.startedOn}
          max={context.today}
        />
        <Paragraph soft>{t('do.endHint')}</Paragraph>
        <Send>{t('do.endSend')}</Send>
      </Form>
    </Details>
  )
}

/** What may be done now, from the same table as the guard; what is most usual first. */
export const ProgressActions = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, t } = part
  const can = (action: (typeof trajectory.actions)[number]): boolean => trajectory.actions.includes(action)
  if (trajectory.actions.length === 0) return null
  const last = trajectory.history[0]
  return (
    <Card title={t('do.title')} level={3}>
      {can('start') ? <StartForm part={part} /> : null}
      {can('movePhase') ? <MovePhase part={part} /> : null}
      {can('pause') ? <Pause part={part} /> : null}
      {can('amend') ? <Amend part={part} /> : null}
      {can('changeCoordinator') ? <HandOver part={part} /> : null}
      {can('end') ? <End part={part} /> : null}
      {can('takeBack') && last !== undefined ? (
        <Details summary={t('do.takeBack')} open={isBack('takeBack', part)}>
          <Form {...common('takeBack', part)}>
            <Paragraph>{t('do.takeBackWords', { what: t(`did.${last.action}`) })}</Paragraph>
            {last.action === 'changeCoordinator' ? <GivesBack part={part} /> : null}
            <Send>{t('do.takeBack')}</Send>
          </Form>
        </Details>
      ) : null}
    </Card>
  )
}
