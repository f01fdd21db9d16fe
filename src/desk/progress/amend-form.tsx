import { CalendarDay, Law } from '#kernel'
import { Actions, ConflictPanel, DateField, Details, Form, LinkButton, RadioGroup, sayDate, sayLaw, Select, TextArea } from '#ui'
import { REFERRAL_LAWS } from '#trajectories'
import { deskPaths } from '../web/paths.ts'
import { common, isBack, Send } from './form-parts.tsx'
import type { ProgressPart } from './part.ts'
import { inLang } from './say.ts'

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
  const { context, data, trajectory, t } = part
  const typed = context.form?.fields
  if (typed === undefined) return null
  const stored = valuesOf(part)
  const differing = AMENDED.filter(field => typed.has(field) && typed.text(field) !== (stored[field] ?? '')).map(field => ({
    label: t(`field.${field}`),
    theirs: sayAmended(field, stored[field], part),
    yours: sayAmended(field, typed.text(field), part),
  }))
  const pathOf = context.actor?.role === 'serviceplein' ? deskPaths.trajectory : deskPaths.progress
  return (
    <ConflictPanel by={trajectory.history[0]?.byName} fields={differing}>
      <Actions>
        <LinkButton look="secondary" href={pathOf(data.participantId)}>
          {t('do.leaveTheirs')}
        </LinkButton>
      </Actions>
    </ConflictPanel>
  )
}

/** What can be put right at any time, with a reason. */
export const Amend = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, data, context, t } = part
  const { lang, today } = context
  const form = common('amend', part)
  const conflict = isBack('amend', part) && context.form?.refusal.code === 'versionConflict'
  const laws = [...new Set([...REFERRAL_LAWS, trajectory.law])]
  return (
    <Details summary={t('do.amend')} open={isBack('amend', part)}>
      <Form
        {...form}
        words={{ ...form.words, versionConflict: t('error.amendConflict') }}
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
