import { RECOGNITION_KINDS, STEP_ACTORS } from '#plans'
import { DateField, Details, Select, TextField, TimeField } from '#ui'
import type { PartProps } from './frame.tsx'

/** What is agreed about one step; `prefix` is where it stands in the form (`steps.0.`). */
export const StepFields = ({
  talk,
  context,
  t,
  prefix = '',
  hint,
  optional,
  open,
}: PartProps & {
  readonly prefix?: string
  readonly hint?: string
  /** The row may stay empty. */
  readonly optional?: boolean
  readonly open?: boolean
}) => (
  <div className="op-stack op-talk-brief">
    <TextField
      name={`${prefix}title`}
      label={t('steps.label')}
      hint={hint}
      maxLength={200}
      ownWords
      optional={optional === true}
    />
    <div className="op-talk-who">
      <div className="op-side">
        <Select
          name={`${prefix}who`}
          label={t('steps.who')}
          empty={false}
          options={STEP_ACTORS.map(who => ({ value: who, label: t(`steps.whos.${who}`, { name: talk.callName }) }))}
        />
        <DateField name={`${prefix}plannedOn`} label={t('steps.on')} min={context.today} optional />
      </div>
      <div className="op-talk-other">
        <TextField name={`${prefix}whoName`} label={t('steps.whoName')} hint={t('steps.whoNameHint')} maxLength={100} optional />
      </div>
    </div>
    <div className="op-side">
      <Select
        name={`${prefix}recognitionKind`}
        label={t('steps.recognition')}
        empty={false}
        options={RECOGNITION_KINDS.map(kind => ({ value: kind, label: t(`steps.recognitions.${kind}`) }))}
      />
      <TextField name={`${prefix}recognitionWords`} label={t('steps.recognitionWords')} maxLength={500} ownWords optional />
    </div>
    <Details summary={t('steps.more')} open={open === true}>
      <div className="op-side">
        <TimeField name={`${prefix}plannedAt`} label={t('steps.at')} optional />
        <TextField name={`${prefix}place`} label={t('steps.place')} maxLength={200} optional />
      </div>
    </Details>
  </div>
)
