import { refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, Card, Columns, EmptyState, LinkButton, PageHead, Paragraph, renderPage, sayDate } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { getPlanSheet, type PlanSheet } from './get-plan-sheet.ts'
import { type Helper, helps } from './helpers.ts'
import type { PlanPart } from './plan-part.ts'
import { OwnWords } from './step-card.tsx'
import { isolate, sayAppointment, sayAppointmentMoment } from './say.ts'
import { myTexts } from './texts.ts'

const roleWords = (helper: Helper, { t, context }: PlanPart): string => {
  const role = helps(helper) ? t(`people.role.${helper.kind}`) : t('people.waiting')
  if (helper.since === undefined || !helps(helper)) return role
  const day = sayDate(helper.since, context.today, context.lang)
  return `${role} ${helper.since > context.today ? t('people.from', { day }) : t('people.since', { day })}`
}

const Reach = ({ helper, part }: { readonly helper: Helper; readonly part: PlanPart }) => {
  const { t, context } = part
  const { phone, email } = helper
  if (phone === undefined && email === undefined)
    return helper.kind === 'named' ? null : <Paragraph soft>{t('people.noContact')}</Paragraph>
  return (
    <div className="op-reach">
      {phone === undefined ? null : (
        <LinkButton look="secondary" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {t('people.call', { phone: isolate(phone, context.lang, 'ltr') })}
        </LinkButton>
      )}
      {email === undefined ? null : (
        <LinkButton look="quiet" href={`mailto:${email}`}>
          {t('people.mail', { email: isolate(email, context.lang, 'ltr') })}
        </LinkButton>
      )}
    </div>
  )
}

const HelperCard = ({
  helper,
  appointment,
  part,
}: {
  readonly helper: Helper
  readonly appointment: string | undefined
  readonly part: PlanPart
}) => {
  const { t } = part
  const who = [helper.functionTitle, helper.organisationName].filter(words => words !== undefined && words !== '')
  return (
    <Card
      title={<OwnWords words={helper.name} />}
      level={2}
      tint={helper.kind === 'coach' ? 'orange' : helper.kind === 'place' ? 'green' : undefined}
    >
      <span className="op-soft">
        <span className="op-line">{roleWords(helper, part)}</span>{' '}
        {[who.join(', '), helper.address ?? ''].map(words =>
          words === '' ? null : (
            <span className="op-line" key={words}>
              <bdi>{words}</bdi>
            </span>
          ),
        )}
      </span>
      {appointment === undefined ? null : <p className="op-step__where">{appointment}</p>}
      {helper.tasks.length === 0 ? null : (
        <div>
          <span className="op-soft">{helper.kind === 'named' ? t('people.helpsWith') : t('people.does')}</span>
          <ul className="op-tasks">
            {helper.tasks.map(task => (
              <li key={task.title}>
                <OwnWords words={task.title} lang={task.language} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Reach helper={helper} part={part} />
    </Card>
  )
}

/** Who does what, and how to reach them. */
export const viewMyPeople = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  const part: PlanPart = { participantId: sheet.participantId, context, t }
  const { helpers, appointment } = sheet
  const appointmentOf = (helper: Helper): string | undefined =>
    appointment?.withName === undefined || appointment.withName !== helper.name
      ? undefined
      : `${t(`rows.appointment.${appointment.kind}`)}: ${sayAppointmentMoment(appointment, context.today, context.lang, t)}`
  return renderPage(
    <AppPage context={context} title={t('people.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('plan.back') }]} />
      <PageHead title={t('people.title')} lead={helpers.length === 0 ? undefined : t('people.lead')} />
      {helpers.length === 0 ? (
        <EmptyState title={t('people.empty')} action={<LinkButton href={deskPaths.myPlan()}>{t('plan.title')}</LinkButton>}>
          {appointment === undefined ? t('people.emptyWords') : sayAppointment(appointment, context.lang, t)}
        </EmptyState>
      ) : (
        <Columns kind="thirds">
          {helpers.map(helper => (
            <HelperCard key={helper.key} helper={helper} appointment={appointmentOf(helper)} part={part} />
          ))}
        </Columns>
      )}
    </AppPage>,
  )
}

export const myPeoplePage = page<PlanSheet>({
  id: 'desk.myPeople',
  path: deskPaths.myPeople(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewMyPeople,
})
