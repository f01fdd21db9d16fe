import { accept, refuse, StepId } from '#kernel'
import { page, type PageContext } from '#platform'
import { AppPage, Glyph, type Lang, Notice, ReadAloud, renderPage, Row, Rows, sayList } from '#ui'
import { openTexts } from '../intake/my-texts.ts'
import { deskPaths } from '../web/paths.ts'
import { getMyStep, type MyStep } from './get-my-step.ts'
import { PauseNote } from './pause/pause-note.tsx'
import { SmallerStep, ThanksCard } from './thanks-card.tsx'
import { NoStepCard, OwnWords, StepCard } from './step-card.tsx'
import type { MyPart } from './part.ts'
import { isolate, sayAppointment, sayAppointmentMoment } from './say.ts'
import { myTexts, type MyT } from './texts.ts'

const helpersWords = ({ people, places }: MyStep, { t, context }: MyPart): string => {
  if (people + places === 0) return t('rows.nobody')
  const counts = [
    ...(people > 0 ? [t('rows.persons', { count: people })] : []),
    ...(places > 0 ? [t('rows.places', { count: places })] : []),
  ]
  return t('rows.helping', { count: people + places, who: sayList(counts, context.lang) })
}

const lookedWords = ({ looked }: MyStep, lang: Lang, t: MyT): string => {
  if (looked.people === 0) return t('rows.lookedNobody')
  const times = t('rows.times', { count: looked.times })
  if (looked.byCoach) return t('rows.lookedCoach', { times })
  if (looked.name !== undefined) return t('rows.lookedOne', { name: isolate(looked.name, lang), times })
  return t('rows.lookedMore', { who: t('rows.persons', { count: looked.people }), times })
}

const Appointment = ({
  appointment,
  part,
}: {
  readonly appointment: NonNullable<MyStep['appointment']>
  readonly part: MyPart
}) => {
  const { t, context } = part
  return (
    <Row
      title={sayAppointment(appointment, context.lang, t)}
      detail={
        <>
          <span className="op-line">{sayAppointmentMoment(appointment, context.today, context.lang, t)}</span>{' '}
          {appointment.place === undefined ? null : (
            <span className="op-line">
              <OwnWords words={appointment.place} />
            </span>
          )}
        </>
      }
    />
  )
}

const MoreRows = ({ my, part }: { readonly my: MyStep; readonly part: MyPart }) => {
  const { t } = part
  const plan = part.isEmpty
    ? t('rows.planEmpty')
    : t('rows.planDetail', { goals: t('rows.goals', { count: my.goals }), steps: t('rows.steps', { count: my.stepsDone }) })
  return (
    <div className="op-more">
      <Rows label={t('rows.label')}>
        {my.appointment === undefined ? null : <Appointment appointment={my.appointment} part={part} />}
        <Row glyph={<Glyph areas={my.glyph} size="large" />} title={t('rows.plan')} href={deskPaths.myPlan()} detail={plan} />
        <Row title={t('rows.people')} href={deskPaths.myPeople()} detail={helpersWords(my, part)} />
        <Row
          title={openTexts(part.context.lang).t('row')}
          href={deskPaths.myLifeAreas()}
          detail={openTexts(part.context.lang).t('rowDetail')}
        />
        <Row title={t('rows.looked')} href={deskPaths.myAccess()} detail={lookedWords(my, part.context.lang, t)} />
      </Rows>
    </div>
  )
}

/** The step was changed or answered in the meantime: said calmly, beside what stands there now. */
const TAPS: readonly string[] = ['desk.stepDone', 'desk.undoMyStep', 'desk.askCoach']
const wasOvertaken = ({ form }: PageContext): boolean => form !== undefined && TAPS.includes(form.id)

const titleOf = (my: MyStep, t: MyT): string => {
  const state = my.answered?.step.state
  if (state === 'done' || state === 'notYet' || state === 'didNotWork') return t(`thanks.${state}`, { name: my.callName })
  if (my.next !== undefined) return t('my.title')
  return my.coachStep === undefined ? t('none.title') : t('none.coachTitle')
}

export const viewMy = (my: MyStep, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  const part: MyPart = {
    participantId: my.participantId,
    name: my.callName,
    coachName: my.coachName,
    isEmpty: my.goals === 0 && my.stepsDone === 0,
    wishHref: `${deskPaths.myPlan()}#wens`,
    context,
    t,
  }
  return renderPage(
    <AppPage context={context} title={titleOf(my, t)} readAloud={false}>
      {wasOvertaken(context) ? <Notice kind="info">{t('my.changed')}</Notice> : null}
      <PauseNote pause={my.pause} context={context} />
      {my.answered !== undefined ? (
        <>
          <ThanksCard answered={my.answered} hasNext={my.next !== undefined} part={part} />
          <SmallerStep answered={my.answered} part={part} />
        </>
      ) : my.next !== undefined ? (
        <StepCard next={my.next} part={part} />
      ) : (
        <NoStepCard part={part} coachStep={my.coachStep} />
      )}
      <ReadAloud lang={context.lang} />
      <MoreRows my={my} part={part} />
    </AppPage>,
  )
}

export const myPage = page<MyStep>({
  id: 'desk.my',
  path: deskPaths.my(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const answered = StepId.safeParse(request.query['stap'] ?? request.params['stepId'])
    const my = await request.run(getMyStep, { participantId, ...(answered.success ? { answered: answered.data } : {}) })
    return my.ok ? accept(my.value) : my
  },
  view: viewMy,
})
