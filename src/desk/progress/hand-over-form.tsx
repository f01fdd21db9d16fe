import { Checkbox, Details, Form, Paragraph, Select, TextArea } from '#ui'
import { common, isBack, Send } from './form-parts.tsx'
import type { ProgressPart } from './part.ts'

/** To a colleague of the same organisation, with what is planned in the diary unless somebody says otherwise. */
export const HandOver = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const labels = { coordinatorId: t('field.newCoordinator'), reason: t('field.handReason') }
  const desk = context.actor?.role === 'serviceplein'
  return (
    <Details summary={t('do.changeCoordinator')} open={isBack('changeCoordinator', part)}>
      {trajectory.candidates.length === 0 ? (
        <Paragraph>{t('do.handNobody', { organisation: trajectory.organisationName })}</Paragraph>
      ) : (
        <Form {...common('changeCoordinator', part)} labels={labels} values={{ withAppointments: 'yes' }}>
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
          <Checkbox name="withAppointments" label={t('field.withAppointments')} hint={t('field.withAppointmentsHint')} />
          <Send>{t('do.handSend')}</Send>
        </Form>
      )}
    </Details>
  )
}

/** To whom it goes back, and what goes with it. */
export const GivesBack = ({ part: { trajectory, context, t } }: { readonly part: ProgressPart }) => {
  const former = trajectory.history[0]?.changes.find(({ field }) => field === 'coordinatorId')?.was
  return (
    <Paragraph soft>
      {t('do.givesBack', { name: String(former ?? '') })}
      {context.actor?.role === 'serviceplein' ? null : <> {t('do.outAfter')}</>}
    </Paragraph>
  )
}
