import { type CalendarDay, ParticipantId, refuse } from '#kernel'
import { Wheel } from '#instruments'
import { page, type PageContext } from '#platform'
import { type Goal, nextStep, openGoalsOf, type Plan, remainingSteps, type Step } from '#plans'
import { AppPage, Breadcrumbs, type Lang, Paragraph, renderPage, sayArea, sayDate, Soft } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { wheelOf } from '../wheel/wheel-sheet.ts'
import { getPlanSheet, type PlanSheet } from './get-plan-sheet.ts'
import { type Helper, helps } from './helpers.ts'
import { isolate, sayAppointment, sayAppointmentMoment } from './say.ts'
import { myTexts, type MyT } from './texts.ts'

/** What fits on one sheet; the rest is said as a number. */
const MOST = { steps: 3, goals: 6, helpers: 8 } as const
const BLANK_STEPS = [1, 2, 3]

/** The next step first, then what follows, of every goal in turn. */
const firstSteps = (plan: Plan, today: CalendarDay): readonly Step[] => {
  const next = nextStep(plan, today)?.step
  const mine = openGoalsOf(plan)
    .flatMap(remainingSteps)
    .filter(step => step.who !== 'coach' && step.who !== 'other')
  return [...(next === undefined ? [] : [next]), ...mine.filter(step => step.id !== next?.id)].slice(0, MOST.steps)
}

interface SheetPart {
  readonly sheet: PlanSheet
  readonly context: PageContext
  readonly t: MyT
}

const when = (step: Step, { context }: SheetPart): string =>
  step.plannedOn === undefined ? '' : sayDate(step.plannedOn, context.today, context.lang)

const StepsToTick = ({ part }: { readonly part: SheetPart }) => {
  const { sheet, context, t } = part
  const steps = firstSteps(sheet.plan, context.today)
  return (
    <section>
      <h2>{t('sheet.steps')}</h2>
      {steps.length === 0 ? <p className="op-soft">{t('sheet.noSteps')}</p> : null}
      <ul className="op-sheet__steps">
        {steps.map(step => (
          <li key={step.id}>
            <span className="op-sheet__box" />
            <span>
              <strong className="op-sheet__clamp" lang={step.language} dir="auto">
                {step.title}
              </strong>
              <span className="op-soft op-sheet__clamp">
                {[when(step, part), step.place === undefined ? '' : isolate(step.place, context.lang)]
                  .filter(words => words !== '')
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
        {steps.length > 0
          ? null
          : BLANK_STEPS.map(row => (
              <li key={row}>
                <span className="op-sheet__box" />
                <span className="op-sheet__line" />
              </li>
            ))}
      </ul>
    </section>
  )
}

const stepsDone = (goal: Goal, t: MyT): string =>
  t('sheet.stepsDone', { done: goal.steps.filter(step => step.state === 'done').length, total: goal.steps.length })

const More = ({ count, t }: { readonly count: number; readonly t: MyT }) =>
  count > 0 ? (
    <li>
      <Soft>{t('sheet.more', { count })}</Soft>
    </li>
  ) : null

const Goals = ({ part }: { readonly part: SheetPart }) => {
  const { sheet, context, t } = part
  const goals = openGoalsOf(sheet.plan)
  return (
    <section>
      <h2>{t('sheet.goals')}</h2>
      {goals.length === 0 ? <p className="op-soft">{t('plan.noGoals')}</p> : null}
      <ul className="op-sheet__list">
        {goals.slice(0, MOST.goals).map(goal => (
          <li key={goal.id}>
            <strong className="op-sheet__clamp" lang={goal.language} dir="auto">
              {goal.title}
            </strong>
            <Soft>
              {sayArea(goal.area, context.lang)}
              {goal.steps.length === 0 ? '' : ` · ${stepsDone(goal, t)}`}
            </Soft>
          </li>
        ))}
        <More count={goals.length - MOST.goals} t={t} />
      </ul>
    </section>
  )
}

const helperWords = (helper: Helper, lang: Lang, t: MyT): string =>
  [
    helps(helper) ? t(`people.role.${helper.kind}`) : t('people.waiting'),
    helper.phone === undefined ? '' : isolate(helper.phone, lang, 'ltr'),
  ]
    .filter(words => words !== '')
    .join(' · ')

const Helpers = ({ part: { sheet, context, t } }: { readonly part: SheetPart }) => (
  <section>
    <h2>{t('sheet.helpers')}</h2>
    {sheet.helpers.length === 0 ? <p className="op-soft">{t('rows.nobody')}</p> : null}
    <ul className="op-sheet__list">
      {sheet.helpers.slice(0, MOST.helpers).map(helper => (
        <li key={helper.key}>
          <strong className="op-sheet__clamp op-sheet__clamp--one" dir="auto">
            {helper.name}
          </strong>
          <span className="op-soft">{helperWords(helper, context.lang, t)}</span>
        </li>
      ))}
      <More count={sheet.helpers.length - MOST.helpers} t={t} />
    </ul>
  </section>
)

const Appointment = ({ part: { sheet, context, t } }: { readonly part: SheetPart }) => (
  <section className="op-sheet__appointment">
    <h2>{t('sheet.appointment')}</h2>
    {sheet.appointment === undefined ? (
      <p>{t('sheet.noAppointment')}</p>
    ) : (
      <p>
        <strong>{sayAppointmentMoment(sheet.appointment, context.today, context.lang, t)}</strong>
        {' · '}
        {sayAppointment(sheet.appointment, context.lang, t)}
        {sheet.appointment.place === undefined ? '' : ` · ${isolate(sheet.appointment.place, context.lang)}`}
      </p>
    )}
  </section>
)

export const viewSheet = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  const part: SheetPart = { sheet, context, t }
  const { callName, participantId } = sheet
  const own = context.actor?.role === 'participant'
  const title = t('sheet.title', { name: callName })
  return renderPage(
    <AppPage
      context={{ ...context, navigation: own ? [] : context.navigation }}
      title={title}
      readAloud={false}
      scripts={['print-page.js']}
    >
      <Breadcrumbs
        items={[
          own
            ? { href: deskPaths.myPlan(), label: t('sheet.backMine') }
            : { href: deskPaths.dossier(participantId), label: t('sheet.backDossier') },
        ]}
      />
      <div className="op-sheet__how">
        <Paragraph soft>{t('sheet.how')}</Paragraph>
        <print-page data-label={t('sheet.print')} />
      </div>
      <div className="op-sheet">
        <header>
          <h1>{title}</h1>
          <Soft>{t('sheet.made', { day: sayDate(sheet.madeOn, context.today, context.lang) })}</Soft>
        </header>
        <div className="op-sheet__top">
          <Wheel model={wheelOf(sheet)} lang={context.lang} />
          <StepsToTick part={part} />
        </div>
        <div className="op-sheet__rest">
          <Goals part={part} />
          <Helpers part={part} />
        </div>
        <Appointment part={part} />
      </div>
    </AppPage>,
  )
}

export const mySheetPage = page<PlanSheet>({
  id: 'desk.myPlanPrint',
  path: deskPaths.myPlanPrint(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewSheet,
})

export const sheetPage = page<PlanSheet>({
  id: 'desk.planPrint',
  path: deskPaths.print(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    return participantId.success
      ? request.run(getPlanSheet, { participantId: participantId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewSheet,
})
