import type { PageContext } from '#platform'
import { type AdviceContent, type AdviceView, DIRECTIONS, END_REASONS, OUTCOMES } from '#trajectories'
import {
  CheckboxGroup,
  Columns,
  ConflictPanel,
  DateField,
  Fieldset,
  Paragraph,
  RadioGroup,
  sayArea,
  sayDate,
  Select,
  Stack,
  TextArea,
  TextField,
} from '#ui'
import type { AdvicePreparation } from './get-advice-preparation.ts'
import type { AdviceT } from './texts.ts'
import { paperTexts } from './texts.ts'

export interface AdvicePart {
  readonly data: AdvicePreparation
  readonly context: PageContext
  readonly t: AdviceT
}

/** Reasons that are no direction of their own. */
const STOPS = END_REASONS.filter(reason => reason !== 'toWork' && reason !== 'staysActive')

const goalValues = (goals: AdviceContent['goals']): Readonly<Record<string, string | readonly string[]>> => {
  const fields = goals.flatMap((goal): [string, string | readonly string[]][] => [
    [`words-${goal.goalId}`, goal.words],
    [`outcomes-${goal.goalId}`, goal.outcomes],
  ])
  return Object.fromEntries(fields)
}

export const valuesOf = (content: AdviceContent | AdviceView) => ({
  direction: content.direction,
  extendUntil: content.extendUntil,
  organisationId: content.organisationId,
  readsUntil: content.readsUntil,
  staysAt: content.staysAt,
  endReason: content.endReason,
  summary: content.summary,
  growth: content.growth,
  because: content.because,
  ...goalValues(content.goals),
})

export const labelsOf = (t: AdviceT) => ({
  direction: t('form.direction'),
  extendUntil: t('form.extendUntil'),
  organisationId: t('form.organisation'),
  readsUntil: t('form.readsUntil'),
  staysAt: t('form.staysLabel'),
  endReason: t('form.endReason'),
  summary: t('form.summary'),
  growth: t('form.growth'),
  because: t('form.because'),
  reason: t('amend.reason'),
})

export const wordsOf = (t: AdviceT) => ({
  'direction.required': t('form.directionMissing'),
  'endReason.required': t('form.directionMissing'),
  growthMissing: t('form.growthMissing'),
  'extendUntil.tooLong': t('form.tooLong'),
  'extendUntil.notLater': t('form.notLater'),
  'extendUntil.noPlannedEnd': t('form.noPlannedEnd'),
  'readsUntil.inPast': t('form.inPast'),
  'organisationId.choice': t('form.choice'),
  nothingChanged: t('form.nothingChanged'),
  alreadyDone: t('form.alreadySent'),
  notPossibleNow: t('form.notNow'),
})

const Extension = ({ part: { data, context, t } }: { readonly part: AdvicePart }) => {
  const { plannedEndOn, extendsTo } = data.trajectory ?? {}
  const say = (day: NonNullable<typeof plannedEndOn>): string => sayDate(day, context.today, context.lang)
  return plannedEndOn === undefined || extendsTo === undefined ? (
    <Paragraph soft>{t('form.extendNoEnd')}</Paragraph>
  ) : (
    <DateField
      name="extendUntil"
      label={t('form.extendUntil')}
      hint={t('form.extendHint', { day: say(plannedEndOn), last: say(extendsTo) })}
      min={plannedEndOn}
      max={extendsTo}
    />
  )
}

const Onward = ({ part: { data, context, t } }: { readonly part: AdvicePart }) => (
  <Stack>
    <Select
      name="organisationId"
      label={t('form.organisation')}
      options={data.workCompanies.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <DateField
      name="readsUntil"
      label={t('form.readsUntil')}
      hint={t('form.readsHint', { name: data.callName })}
      min={context.today}
    />
  </Stack>
)

/** Which way, and what belongs to that way only. */
const DirectionFields = ({ part }: { readonly part: AdvicePart }) => {
  const { data, t } = part
  const name = data.callName
  return (
    <>
      <RadioGroup
        name="direction"
        label={t('form.direction')}
        options={DIRECTIONS.map(value => ({
          value,
          label: t(`form.directions.${value}`),
          hint: t(`form.about.${value}`, { name }),
        }))}
      />
      <div className="op-advice__only op-advice__only--extension">
        <Extension part={part} />
      </div>
      <div className="op-advice__only op-advice__only--onward">
        <Onward part={part} />
      </div>
      <div className="op-advice__only op-advice__only--stayActive">
        <TextField
          name="staysAt"
          label={t('form.staysAt', { name })}
          hint={t('form.staysHint')}
          maxLength={300}
          suggestions={data.places}
        />
      </div>
      <div className="op-advice__only op-advice__only--end">
        <Select
          name="endReason"
          label={t('form.endReason')}
          options={STOPS.map(value => ({ value, label: t(`form.endReasons.${value}`) }))}
        />
      </div>
    </>
  )
}

const GoalFields = ({
  goal,
  part: { context, t },
}: {
  readonly goal: AdviceContent['goals'][number]
  readonly part: AdvicePart
}) => {
  const paper = paperTexts(context.lang).t
  return (
    <Fieldset legend={<span dir="auto">{goal.title}</span>} hint={sayArea(goal.area, context.lang)}>
      <input type="hidden" name="goalId" value={goal.goalId} />
      <input type="hidden" name={`title-${goal.goalId}`} value={goal.title} />
      <input type="hidden" name={`area-${goal.goalId}`} value={goal.area} />
      <TextArea name={`words-${goal.goalId}`} label={t('form.goalWords')} rows={3} maxLength={2000} optional />
      <CheckboxGroup
        name={`outcomes-${goal.goalId}`}
        label={t('form.outcomes')}
        side
        optional
        options={OUTCOMES.map(value => ({ value, label: paper(`outcome.${value}`) }))}
      />
    </Fieldset>
  )
}

/** Everything of the advice; used for the draft and for amending what was sent. */
export const AdviceFields = ({ content, part }: { readonly content: AdviceContent | AdviceView; readonly part: AdvicePart }) => {
  const { data, t } = part
  const name = data.callName
  return (
    <div className="op-advice op-stack">
      <DirectionFields part={part} />
      <Columns>
        <TextArea name="because" label={t('form.because')} hint={t('form.becauseHint', { name })} rows={6} maxLength={4000} />
        <TextArea
          name="growth"
          label={t('form.growth')}
          hint={t('form.growthHint', { name })}
          rows={6}
          maxLength={4000}
          optional
        />
      </Columns>
      <TextArea name="summary" label={t('form.summary')} rows={9} maxLength={6000} />
      {content.goals.length === 0 ? null : (
        <Fieldset legend={t('form.goals')}>
          {content.goals.map(goal => (
            <GoalFields key={goal.goalId} goal={goal} part={part} />
          ))}
        </Fieldset>
      )}
    </div>
  )
}

const TEXTS = ['because', 'growth', 'summary'] as const

/** Two people wrote in the same advice: both texts, side by side. */
export const AdviceConflict = ({
  formId,
  part: { data, context, t },
}: {
  readonly formId: string
  readonly part: AdvicePart
}) => {
  const { current } = data
  if (context.form?.id !== formId || context.form.refusal.code !== 'versionConflict' || current === undefined) return null
  const fields = context.form.fields
  const differ = TEXTS.map(field => ({ label: t(`form.${field}`), theirs: current[field], yours: fields.text(field) })).filter(
    field => field.theirs !== field.yours,
  )
  return <ConflictPanel by={current.writtenByName} fields={differ} />
}
