import { STEP_ACTORS } from '#plans'
import { DateField, Details, Select, TextField, TimeField } from '#ui'
import { PlainHint, RecognitionKindField, RecognitionValue, RecognitionWordsField } from './agreed-fields.tsx'
import type { PartProps } from './frame.tsx'

/** What is not needed to begin with; refused, its fold opens. */
const FOLDED = [
  'plannedOn',
  'plannedAt',
  'place',
  'helpWhat',
  'helpFrom',
  'recognitionWords',
  'recognitionEuros',
  'recognitionCents',
] as const

/** What is agreed about one step; `prefix` is where it stands in the form (`steps.0.`). */
export const StepFields = ({
  prefix = '',
  hint,
  optional,
  open,
  language,
  current,
  ...props
}: PartProps & {
  readonly prefix?: string
  readonly hint?: string
  /** The row may stay empty. */
  readonly optional?: boolean
  readonly open?: boolean
  /** What the step is written in. */
  readonly language: string
  /** The line of the municipality's list that it has now. */
  readonly current?: string | undefined
}) => {
  const { talk, context, t, p } = props
  return (
    <div className="op-stack op-talk-brief">
      <PlainHint p={p} language={language}>
        <TextField
          name={`${prefix}title`}
          label={t('steps.label')}
          hint={hint}
          maxLength={200}
          ownWords
          optional={optional === true}
        />
      </PlainHint>
      <div className="op-talk-who">
        <Select
          name={`${prefix}who`}
          label={t('steps.who')}
          empty={false}
          options={STEP_ACTORS.map(who => ({ value: who, label: t(`steps.whos.${who}`, { name: talk.callName }) }))}
        />
        <div className="op-talk-other">
          <TextField
            name={`${prefix}whoName`}
            label={t('steps.whoName')}
            hint={t('steps.whoNameHint')}
            maxLength={100}
            optional
          />
        </div>
      </div>
      <TextField name={`${prefix}plannedOnAsSaid`} label={p('day.said')} hint={p('day.saidHint')} maxLength={60} optional />
      <RecognitionKindField {...props} prefix={prefix} label={t('steps.recognition')} current={current} />
      <Details summary={p('help.summary')} open={open === true} holds={FOLDED.map(name => `${prefix}${name}`)}>
        <div className="op-side">
          <DateField name={`${prefix}plannedOn`} label={p('day.picked')} min={context.today} optional />
          <TimeField name={`${prefix}plannedAt`} label={t('steps.at')} optional />
        </div>
        <TextField name={`${prefix}place`} label={t('steps.place')} maxLength={200} optional />
        <div className="op-side">
          <TextField
            name={`${prefix}helpWhat`}
            label={p('help.what')}
            hint={p('help.whatHint')}
            maxLength={300}
            ownWords
            optional
          />
          <TextField name={`${prefix}helpFrom`} label={p('help.from')} maxLength={100} optional />
        </div>
        <RecognitionWordsField {...props} prefix={prefix} />
        <RecognitionValue p={p} prefix={prefix} />
      </Details>
    </div>
  )
}

/** Words for what can be wrong in a step. */
export const stepWords = ({ t, p }: Pick<PartProps, 't' | 'p'>) => ({
  'title.required': t('steps.none'),
  'whoName.required': t('steps.missingWho'),
  dayNotClear: p('day.notClear'),
  recognitionOptionId: p('recognition.unknown'),
  recognitionCents: p('recognition.wrongValue'),
})
