import { accept, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { canDo, getPlan, type Step } from '#plans'
import { AppPage, Breadcrumbs, Button, Callout, Form, FreeText, LinkButton, PageHead, Paragraph, renderPage, TextArea } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { myPaths } from './my-paths.ts'
import { OwnWords } from './step-card.tsx'
import { myTexts } from './texts.ts'

interface NotData {
  readonly participantId: string
  /** Absent: somebody took it off the plan while words were being typed. */
  readonly step: Step | undefined
}

/** It can no longer be told here; what was typed is there to copy. */
const Kept = ({ context }: { readonly context: PageContext }) => {
  const typed = context.form?.fields.text('ownWords') ?? ''
  return typed === '' ? null : (
    <Callout title={myTexts(context.lang).t('not.kept')}>
      <FreeText>{typed}</FreeText>
    </Callout>
  )
}

/** Calm and small: it did not work, and that may be said in one tap. */
export const viewNot = ({ participantId, step }: NotData, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('not.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('not.back') }]} />
      <PageHead title={t('not.title')} lead={t('not.calm')} />
      {step === undefined ? null : (
        <Callout tone="orange">
          <OwnWords words={step.title} lang={step.language} />
        </Callout>
      )}
      {step !== undefined && canDo('step', step.state, 'answer') ? (
        <Form
          id="desk.stepNot"
          action={myPaths.not(step.id)}
          refused={context.form}
          version={step.version}
          hidden={{ participantId }}
          words={{ answer: t('not.choose'), versionConflict: t('my.changed') }}
          draft={`not:${step.id}`}
        >
          <TextArea name="ownWords" label={t('not.words')} hint={t('not.wordsHint')} maxLength={2000} rows={3} optional />
          <Button look="confirm" large name="answer" value="didNotWork">
            {t('not.didNotWork')}
          </Button>
          <Button look="secondary" large name="answer" value="notYet">
            {t('not.notYet')}
          </Button>
        </Form>
      ) : (
        <>
          <Paragraph>{t(step === undefined ? 'not.gone' : 'not.already')}</Paragraph>
          <Kept context={context} />
          <LinkButton look="secondary" large href={step === undefined ? deskPaths.my() : myPaths.answered(step.id)}>
            {t('not.back')}
          </LinkButton>
        </>
      )}
    </AppPage>,
  )
}

export const notPage = page<NotData>({
  id: 'desk.myStepNot',
  path: myPaths.not(':stepId'),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const plan = await request.run(getPlan, { participantId })
    if (!plan.ok) return plan
    const step = plan.value.goals.flatMap(goal => goal.steps).find(each => each.id === request.params['stepId'])
    return step === undefined && request.form === undefined ? refuse('notFound') : accept({ participantId, step })
  },
  view: viewNot,
})
