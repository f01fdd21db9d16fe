import { refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  Quote,
  renderPage,
  sayDate,
  Section,
  TextArea,
} from '#ui'
import { isolate } from '../my/say.ts'
import { BothTexts } from '../web/both-texts.tsx'
import { deskPaths } from '../web/paths.ts'
import { getMyAdvice, type MyAdvice } from './get-my-advice.ts'
import { AdvicePaper, AnswerPaper } from './paper.tsx'
import { advicePaths } from './paths.ts'
import { myAdviceTexts, paperTexts } from './texts.ts'

interface Part {
  readonly my: MyAdvice
  readonly context: PageContext
  readonly t: ReturnType<typeof myAdviceTexts>['t']
}

/** What follows for the person, in one sentence. */
const nextWords = ({ my: { advice }, context, t }: Part): string => {
  if (advice === undefined) return ''
  if (advice.decision === undefined) return t('next.waiting')
  if (advice.decision === 'otherwise' || advice.direction === undefined) return t('next.otherwise')
  return t(`next.${advice.direction}`, { organisation: isolate(advice.toOrganisationName ?? '', context.lang) })
}

const WordForm = ({ part }: { readonly part: Part }) => {
  const { my, context, t } = part
  const { ownWord, trajectoryId } = my
  if (trajectoryId === undefined) return null
  const by = isolate(ownWord?.writtenByName ?? '', context.lang)
  return (
    <Section title={t('write')} id="woorden">
      {ownWord === undefined ? null : (
        <Paragraph soft>{ownWord.writtenAs === 'person' ? t('byMe') : t('bySaid', { by })}</Paragraph>
      )}
      <Form
        id="desk.writeMyAdviceWord"
        action={advicePaths.myOwnWord(trajectoryId)}
        refused={context.form}
        version={ownWord?.version ?? 0}
        hidden={{ participantId: my.participantId, language: context.lang }}
        values={{ words: ownWord?.words ?? '' }}
        labels={{ words: t('words') }}
        words={{ 'words.required': t('missing'), versionConflict: t('conflict') }}
        draft={`my-advice:${trajectoryId}`}
      >
        <BothTexts
          context={context}
          formId="desk.writeMyAdviceWord"
          fields={typed => [{ label: t('words'), theirs: ownWord?.words, yours: typed('words') }]}
          leave={{ href: advicePaths.my(), label: t('conflictLeave') }}
        />
        <TextArea name="words" label={t('words')} hint={t('writeHint')} rows={6} maxLength={4000} />
        <Button look="confirm" large>
          {t('save')}
        </Button>
      </Form>
    </Section>
  )
}

const Sent = ({ part }: { readonly part: Part }) => {
  const { my, context, t } = part
  const { advice, ownWord, callName } = my
  if (advice === undefined) return null
  return (
    <>
      <Callout tone={advice.decision === undefined ? 'stone' : 'green'} title={t('whatNow')} level={2}>
        <Paragraph>{nextWords(part)}</Paragraph>
      </Callout>
      <AnswerPaper advice={advice} context={context} />
      <Card>
        <AdvicePaper name={callName} advice={advice} ownWord={ownWord} context={context} />
      </Card>
    </>
  )
}

const NotYet = ({ part: { my, context, t } }: { readonly part: Part }) => (
  <Callout title={t('none')} level={2}>
    <Paragraph>{t('noneWords')}</Paragraph>
    {my.plannedEndOn === undefined ? null : (
      <Paragraph>{t('noneUntil', { day: sayDate(my.plannedEndOn, context.today, context.lang) })}</Paragraph>
    )}
  </Callout>
)

export const viewMyAdvice = (my: MyAdvice, context: PageContext): string => {
  const { t } = myAdviceTexts(context.lang)
  const part: Part = { my, context, t }
  const coach = my.coachName === undefined ? undefined : isolate(my.coachName, context.lang)
  const decided = my.advice?.decision !== undefined
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead
        title={t('title')}
        lead={coach === undefined ? t('lead') : t('leadCoach', { coach })}
        actions={
          my.advice === undefined ? undefined : (
            <LinkButton look="secondary" href={advicePaths.myPrint()}>
              {t('print')}
            </LinkButton>
          )
        }
      />
      {my.trajectoryId === undefined ? (
        <EmptyState
          title={t('noTrajectory')}
          action={<LinkButton href={deskPaths.myPlan()}>{t('noTrajectoryAction')}</LinkButton>}
        >
          {t('noTrajectoryWords')}
        </EmptyState>
      ) : my.advice === undefined ? (
        <NotYet part={part} />
      ) : (
        <Sent part={part} />
      )}
      {decided ? (
        my.ownWord === undefined ? null : (
          <Section title={t('write')} id="woorden">
            <Paragraph soft>{t('final')}</Paragraph>
            <Quote lang={my.ownWord.language}>{my.ownWord.words}</Quote>
          </Section>
        )
      ) : (
        <WordForm part={part} />
      )}
      <Paragraph soft>{paperTexts(context.lang).t('onlyAdvice')}</Paragraph>
    </AppPage>,
  )
}

export const myAdvicePage = page<MyAdvice>({
  id: 'desk.myAdvice',
  path: advicePaths.my(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getMyAdvice, { participantId })
  },
  view: viewMyAdvice,
})
