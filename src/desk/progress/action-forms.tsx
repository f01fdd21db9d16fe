import { CalendarDay, Law } from '#kernel'
import {
  Actions,
  Button,
  Card,
  ConflictPanel,
  DateField,
  Details,
  Form,
  type FormProps,
  Paragraph,
  RadioGroup,
  sayDate,
  sayLaw,
  Select,
  TextArea,
} from '#ui'
import { END_REASONS, PAUSE_REASONS, REFERRAL_LAWS } from '#trajectories'
import type { ProgressPart, ProgressPost } from './part.ts'
import { formIdOf } from './form-ids.ts'
import { inLang } from './say.ts'

const idOf = (post: ProgressPost, { context }: ProgressPart): string => formIdOf(post, context.actor?.role === 'serviceplein')

/** Whether this form, of this trajectory, is the one that came back. */
const isBack = (post: ProgressPost, part: ProgressPart): boolean =>
  part.context.form?.id === idOf(post, part) && part.context.params['trajectoryId'] === part.trajectory.id

const common = (post: ProgressPost, part: ProgressPart): Omit<FormProps, 'children'> => {
  const { trajectory, context, postTo, t } = part
  return {
    // A page may have two trajectories: only the form that came back carries the id that brings back what was typed.
    ...(isBack(post, part) ? { id: idOf(post, part), refused: context.form } : {}),
    action: postTo(post),
    version: trajectory.version,
    idPrefix: `${post}-${trajectory.id.slice(-6)}-`,
    words: {
      beforeStart: t('error.beforeStart'),
      inFuture: t('error.inFuture'),
      beforePause: t('error.beforePause'),
      afterPause: t('error.afterPause'),
      nothingChanged: t('error.nothingChanged'),
      'phase.nothingChanged': t('error.samePhase'),
      coordinatorId: t('error.candidate'),
      versionConflict: t('error.versionConflict'),
      notPossibleNow: t('error.notPossibleNow'),
    },
  }
}

const Send = ({ children, look = 'secondary' }: { readonly children: string; readonly look?: 'primary' | 'secondary' }) => (
  <Actions>
    <Button look={look}>{children}</Button>
  </Actions>
)

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

const HandOver = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const labels = { coordinatorId: t('field.newCoordinator'), reason: t('field.handReason') }
  const desk = context.actor?.role === 'serviceplein'
  return (
    <Details summary={t('do.changeCoordinator')} open={isBack('changeCoordinator', part)}>
      {trajectory.candidates.length === 0 ? (
        <Paragraph>{t('do.handNobody', { organisation: trajectory.organisationName })}</Paragraph>
      ) : (
        <Form {...common('changeCoordinator', part)} labels={labels}>
          <Paragraph soft>{t(desk ? 'do.handHintDesk' : 'do.handHint')}</Paragraph>
          <Select
            name="coordinatorId"
            label={labels.coordinatorId}
            options={trajectory.candidates.map(({ id, name, functionTitle }) => ({
              value: id,
              label: functionTitle === undefined ? name : `${name}, ${functionTitle}`,
            }))}
          />
          <TextArea name="reason" label={labels.reason} rows={2} />
          <Send>{t('do.handSend')}</Send>
        </Form>
      )}
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

const AMENDED = ['type', 'law', 'voluntary', 'startedOn', 'plannedEndOn', 'returnOn', 'endedOn'] as const
type Amended = (typeof AMENDED)[number]

const valuesOf = ({ trajectory }: ProgressPart): Readonly<Record<Amended, string | undefined>> => ({
  type: trajectory.kind.type,
  law: trajectory.law,
  voluntary: trajectory.voluntary ? 'yes' : 'no',
  startedOn: trajectory.startedOn,
  plannedEndOn: trajectory.plannedEndOn,
  returnOn: trajectory.returnOn,
  endedOn: trajectory.endedOn,
})

/** A value of the amendment in words, whether stored or typed. */
const sayAmended = (field: Amended, value: string | undefined, { data, context, t }: ProgressPart): string => {
  const { lang, today } = context
  if (value === undefined || value === '') return t('history.nothing')
  if (field === 'voluntary') return t(value === 'no' ? 'no' : 'yes')
  if (field === 'law') return Law.safeParse(value).success ? sayLaw(Law.parse(value), lang) : value
  if (field === 'type') {
    const type = data.types.find(each => each.type === value)
    return type === undefined ? value : inLang(type.label, lang)
  }
  const day = CalendarDay.safeParse(value)
  return day.success ? sayDate(day.data, today, lang) : value
}

const AmendConflict = ({ part }: { readonly part: ProgressPart }) => {
  const typed = part.context.form?.fields
  if (typed === undefined) return null
  const stored = valuesOf(part)
  const differing = AMENDED.filter(field => typed.has(field) && typed.text(field) !== (stored[field] ?? '')).map(field => ({
    label: part.t(`field.${field}`),
    theirs: sayAmended(field, stored[field], part),
    yours: sayAmended(field, typed.text(field), part),
  }))
  return <ConflictPanel fields={differing} />
}

const Amend = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, data, context, t } = part
  const { lang, today } = context
  const conflict = isBack('amend', part) && context.form?.refusal.code === 'versionConflict'
  const laws = [...new Set([...REFERRAL_LAWS, trajectory.law])]
  return (
    <Details summary={t('do.amend')} open={isBack('amend', part)}>
      <Form
        {...common('amend', part)}
        labels={Object.fromEntries([...AMENDED, 'amendmentReason' as const].map(field => [field, t(`field.${field}`)]))}
        values={valuesOf(part)}
      >
        {conflict ? <AmendConflict part={part} /> : null}
        <Select
          name="type"
          label={t('field.type')}
          hint={t('do.amendType')}
          options={data.types.map(({ type, label }) => ({ value: type, label: inLang(label, lang) }))}
          empty={false}
        />
        <Select
          name="law"
          label={t('field.law')}
          options={laws.map(law => ({ value: law, label: sayLaw(law, lang) }))}
          empty={false}
        />
        <RadioGroup
          name="voluntary"
          label={t('field.voluntary')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          side
        />
        <div className="op-side">
          <DateField name="startedOn" label={t('field.startedOn')} max={today} />
          <DateField name="plannedEndOn" label={t('facts.plannedEnd')} optional />
        </div>
        {trajectory.state === 'paused' ? <DateField name="returnOn" label={t('field.returnOn')} /> : null}
        {trajectory.state === 'ended' ? <DateField name="endedOn" label={t('field.endedOn')} max={today} /> : null}
        <TextArea name="amendmentReason" label={t('field.amendmentReason')} hint={t('do.amendHint')} rows={2} />
        <Send>{t(conflict ? 'do.keepMine' : 'do.amendSend')}</Send>
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
            <Send>{t('do.takeBack')}</Send>
          </Form>
        </Details>
      ) : null}
    </Card>
  )
}
