import { AdviceId, refuse } from '#kernel'
import { page, type PageContext, type PageRequest } from '#platform'
import { getSentAdvice, locateAdvice, mayWithAdvice, type SentAdvice } from '#trajectories'
import {
  Actions,
  AppPage,
  Badge,
  Badges,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  Columns,
  DefinitionList,
  Form,
  LinkButton,
  PageHead,
  RadioGroup,
  renderPage,
  sayDate,
  Stack,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { Amendments } from './amendments.tsx'
import { AdvicePaper, AnswerPaper, sayDirection } from './paper.tsx'
import { advicePaths } from './paths.ts'
import { adviceTexts, type AdviceT, paperTexts } from './texts.ts'

interface Part {
  readonly sent: SentAdvice
  readonly context: PageContext
  readonly t: AdviceT
}

/** What agreeing sets in motion, said before it is done. */
const thenWords = ({ sent: { advice }, context, t }: Part): string => {
  const { direction, extendUntil, toOrganisationName: organisation = '' } = advice
  if (direction === undefined) return ''
  const day = extendUntil === undefined ? '' : sayDate(extendUntil, context.today, context.lang)
  return t(`desk.then.${direction}`, { day, organisation })
}

const DecideForm = ({ part }: { readonly part: Part }) => {
  const { sent, context, t } = part
  const { advice, callName: name } = sent
  return (
    <Card title={t('desk.decide')}>
      <Form
        id="desk.decideAdvice"
        action={advicePaths.decide(advice.id)}
        refused={context.form}
        version={advice.version}
        hidden={{ participantId: advice.participantId, name }}
        labels={{ decision: t('desk.decision'), words: t('desk.words') }}
        words={{
          'words.required': t('desk.wordsMissing'),
          notPossibleNow: t('desk.cannot'),
          alreadyDone: t('desk.already'),
          'plannedEndOn.notLater': t('desk.cannot'),
          'plannedEndOn.tooLong': t('desk.cannot'),
        }}
        draft={`decision:${advice.id}`}
      >
        <RadioGroup
          name="decision"
          label={t('desk.decision')}
          options={[
            { value: 'agreed', label: t('desk.agree'), hint: thenWords(part) },
            { value: 'otherwise', label: t('desk.otherwise'), hint: t('desk.otherwiseHint') },
          ]}
        />
        <TextArea name="words" label={t('desk.words')} hint={t('desk.wordsHint', { name })} rows={4} maxLength={4000} optional />
        <Actions>
          <Button>{t('desk.save')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const About = ({ part: { sent, context, t } }: { readonly part: Part }) => {
  const { trajectory, advice } = sent
  const { lang, today } = context
  return (
    <Card title={lang === 'en' ? trajectory.label.en : trajectory.label.nl}>
      <DefinitionList
        items={[
          {
            term: t('desk.organisation'),
            value: `${advice.sentByName ?? trajectory.coordinatorName}, ${trajectory.organisationName}`,
          },
          { term: t('desk.sent'), value: advice.sentOn === undefined ? '–' : sayDate(advice.sentOn, today, lang) },
          {
            term: t('desk.ends'),
            value: trajectory.plannedEndOn === undefined ? '–' : sayDate(trajectory.plannedEndOn, today, lang),
          },
        ]}
      />
      <LinkButton look="secondary" href={deskPaths.trajectory(advice.participantId)}>
        {t('desk.trajectory')}
      </LinkButton>
    </Card>
  )
}

export const viewSentAdvice = (sent: SentAdvice, context: PageContext): string => {
  const { t } = adviceTexts(context.lang)
  const paper = paperTexts(context.lang).t
  const part: Part = { sent, context, t }
  const { advice, callName, surname, ownWord } = sent
  const name = [callName, surname].filter(words => words !== undefined).join(' ')
  const waits = mayWithAdvice('decide', advice)
  const overtaken = context.form?.id === 'desk.decideAdvice' && !waits
  return renderPage(
    <AppPage context={context} title={`${t('title')} – ${name}`}>
      <Breadcrumbs items={[{ href: advicePaths.sent(), label: t('desk.back') }]} />
      <PageHead
        above={name}
        title={sayDirection({ name: callName, advice, context }, paper)}
        actions={
          <LinkButton look="secondary" href={advicePaths.sentPrint(advice.id)}>
            {t('view')}
          </LinkButton>
        }
      />
      <Badges>
        <Badge tone={waits ? 'orange' : advice.decision === 'agreed' ? 'green' : 'stone'}>
          {waits && advice.sentOn !== undefined
            ? t('desk.waits', { day: sayDate(advice.sentOn, context.today, context.lang) })
            : advice.decision === undefined
              ? t('state.withdrawn')
              : t(`decision.${advice.decision}`)}
        </Badge>
      </Badges>
      {overtaken ? (
        <div role="alert">
          <Callout tone="orange">{t('desk.notNow')}</Callout>
        </div>
      ) : null}
      <Columns kind="wide-first">
        <Stack>
          <Card>
            <AdvicePaper name={callName} advice={advice} ownWord={ownWord} context={context} />
          </Card>
          <Amendments amendments={sent.amendments} context={context} />
        </Stack>
        <Stack>
          {waits ? (
            <DecideForm part={part} />
          ) : (
            <Card>
              <AnswerPaper advice={advice} context={context} />
            </Card>
          )}
          <About part={part} />
          <Callout>{paper('onlyAdvice')}</Callout>
        </Stack>
      </Columns>
    </AppPage>,
  )
}

/** The address names the advice only: whose dossier it is in is asked first. */
export const loadSentAdvice = async (request: PageRequest) => {
  const adviceId = AdviceId.safeParse(request.params['adviceId'])
  if (!adviceId.success) return refuse('notFound')
  const located = await request.run(locateAdvice, { adviceId: adviceId.data })
  if (!located.ok) return located
  return request.run(getSentAdvice, { participantId: located.value.participantId, adviceId: adviceId.data })
}

export const sentAdvicePage = page<SentAdvice>({
  id: 'desk.sentAdvice',
  path: advicePaths.sentOne(':adviceId'),
  who: ['serviceplein'],
  load: loadSentAdvice,
  view: viewSentAdvice,
})
