import { dayIn, type ParticipantId } from '#kernel'
import { page, type PageContext } from '#platform'
import { isToHandOut, leftOf, RECOGNITION_KINDS } from '#plans'
import {
  Actions,
  Badge,
  Button,
  Card,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Paragraph,
  ProgressBar,
  Quote,
  renderPage,
  sayDate,
  sayMoney,
  Section,
  Select,
  Soft,
  Stack,
  TextField,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { type GivenWithSafety, loadRecognition, type RecognitionData } from './get-recognition-page.ts'
import { Safety } from './safety.tsx'
import { recognitionTexts, type T } from './texts.ts'

interface Part {
  readonly data: RecognitionData
  readonly context: PageContext
  readonly t: T
}
type OnGiven = Part & { readonly given: GivenWithSafety }

const whatWords = ({ given, t }: Pick<OnGiven, 'given' | 't'>): string =>
  given.words === '' ? t(`kinds.${given.kind}`) : given.words

/** The step or goal that it was for, and whether that worked or was tried. */
const forWords = ({ given, data, t }: OnGiven): string | undefined => {
  const goal = data.plan.goals.find(each => each.id === given.goalId)
  if (goal !== undefined) return t('for', { what: goal.title })
  const step = data.plan.goals.flatMap(each => each.steps).find(each => each.id === given.stepId)
  if (step === undefined) return undefined
  return t(step.state === 'didNotWork' || step.state === 'notYet' ? 'tried' : 'for', { what: step.title })
}

const Head = (on: OnGiven) => {
  const { given, context, t } = on
  const day = sayDate(dayIn(new Date(given.givenAt)), context.today, context.lang)
  return (
    <>
      <Heading level={3} looks={4}>
        <span dir="auto">{whatWords(on)}</span>
      </Heading>
      <Soft>{[forWords(on), t('givenOn', { day })].filter(words => words !== undefined).join(' · ')}</Soft>
      {given.valueCents === undefined ? null : <Badge tone="orange">{sayMoney(given.valueCents, context.lang)}</Badge>}
    </>
  )
}

/** Undefined: this year. */
const yearSaid = (on: string, today: string): string | undefined =>
  on.slice(0, 4) === today.slice(0, 4) ? undefined : on.slice(0, 4)

const ToHandOut = (on: OnGiven) => {
  const { given, data, context, t } = on
  const mine = context.form?.id === 'desk.handOut' && context.query['wat'] === given.id
  const action = deskPaths.handOut(data.participantId, given.id)
  return (
    <Card>
      <Head {...on} />
      <Safety safety={given.safety} countsAs={given.countsAs} year={yearSaid(data.on, context.today)} lang={context.lang} t={t} />
      <Form
        {...(mine ? { id: 'desk.handOut', refused: context.form } : {})}
        action={`${action}?wat=${given.id}`}
        version={given.version}
        values={{ handedOn: data.on }}
        hidden={{ weighedOn: data.on }}
        words={{ 'handedOn.inFuture': t('inFuture'), 'handedOn.notPossibleNow': t('otherLimits') }}
        idPrefix={`hand-${given.id}-`}
      >
        <div className="op-side">
          <DateField name="handedOn" label={t('day')} max={context.today} />
        </div>
        <Actions>
          <Button look="confirm" label={t('handOf', { what: whatWords(on) })}>
            {t('hand')}
          </Button>
        </Actions>
      </Form>
    </Card>
  )
}

const HandedOut = (on: OnGiven) => {
  const { given, data, context, t } = on
  const day = given.handedOn === undefined ? '' : sayDate(given.handedOn, context.today, context.lang)
  return (
    <li>
      <Head {...on} />
      <Paragraph>
        {given.handedByName === undefined ? t('handedOnBy', { day }) : t('handedOn', { day, name: given.handedByName })}
      </Paragraph>
      <Form action={deskPaths.takeBackHandOut(data.participantId, given.id)} version={given.version} inline>
        <Button look="quiet" label={t('takeBackOf', { what: whatWords(on) })}>
          {t('takeBack')}
        </Button>
      </Form>
    </li>
  )
}

const Budget = ({ data: { budget, on }, context: { lang }, t }: Part) => (
  <Card title={t('budget.title', { year: on.slice(0, 4) })} tint="green">
    {budget === undefined ? (
      <Paragraph soft>{t('budget.none')}</Paragraph>
    ) : (
      <>
        <ProgressBar
          value={budget.spentCents}
          max={Math.max(1, budget.amountCents)}
          label={t('budget.left', { left: sayMoney(leftOf(budget), lang), amount: sayMoney(budget.amountCents, lang) })}
        />
        <Soft>{t(budget.organisationId === undefined ? 'budget.municipality' : 'budget.own')}</Soft>
      </>
    )}
  </Card>
)

/** Apart from what was agreed: trying counts too. */
const Give = ({ data, context, t }: Part) => {
  const steps = data.plan.goals.flatMap(goal => (goal.state === 'open' ? goal.steps : []))
  if (steps.length === 0) return null
  const kinds = RECOGNITION_KINDS.filter(kind => kind !== 'none')
  return (
    <Details summary={t('give.title')} open={context.form?.id === 'desk.giveRecognition'}>
      <Paragraph soft>{t('give.help')}</Paragraph>
      <Form
        id="desk.giveRecognition"
        action={deskPaths.recognition(data.participantId)}
        refused={context.form}
        values={{ kind: 'compliment' }}
        words={{ stepId: t('give.missingStep'), 'words.required': t('give.missingWords') }}
        labels={{ stepId: t('give.step'), words: t('give.words') }}
        idPrefix="give-"
      >
        <Select name="stepId" label={t('give.step')} options={steps.map(step => ({ value: step.id, label: step.title }))} />
        <div className="op-side">
          <Select
            name="kind"
            label={t('give.what')}
            empty={false}
            options={[
              ...kinds.map(kind => ({ value: kind, label: t(`kinds.${kind}`) })),
              ...data.options
                .filter(option => !option.archived)
                .map(({ id: value, countsAs, words }) => ({
                  value,
                  label: countsAs === 'premium' ? t('give.granted', { words }) : words,
                })),
            ]}
          />
          <TextField name="words" label={t('give.words')} maxLength={500} ownWords optional />
        </div>
        <Button look="secondary">{t('give.save')}</Button>
      </Form>
    </Details>
  )
}

/** What a button could not do, in words. */
const problemOf = ({ context, t }: Part): string | undefined => {
  const { form } = context
  if (form === undefined || form.refusal.code === 'invalidInput') return undefined
  if (form.refusal.details?.['state'] === 'otherLimits') return undefined
  return form.refusal.details?.['state'] === 'budgetSpent' ? t('budgetSpent') : t('changed')
}

export const viewRecognition = (data: RecognitionData, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const part = { data, context, t }
  const { callName: name } = data
  const toHand = data.recognitions.filter(isToHandOut)
  const handed = data.recognitions.filter(given => given.handedOn !== undefined)
  const said = data.recognitions.filter(given => given.kind === 'compliment' && given.words !== '')
  const problem = problemOf(part)
  return renderPage(
    <DossierFrame
      context={context}
      participantId={data.participantId as ParticipantId}
      name={name}
      current="recognition"
      title={t('title')}
    >
      <Stack>
        <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
        <Paragraph lead>{t('lead', { name })}</Paragraph>
        <Budget {...part} />
        <Section title={t('toHand')}>
          {toHand.length === 0 ? <Paragraph soft>{t('toHandEmpty', { name })}</Paragraph> : null}
          {toHand.map(given => (
            <ToHandOut key={given.id} {...part} given={given} />
          ))}
        </Section>
        <Give {...part} />
        <Section title={t('handed')}>
          {handed.length === 0 ? (
            <Paragraph soft>{t('handedEmpty')}</Paragraph>
          ) : (
            <Card>
              <ul className="op-talk-list">
                {handed.map(given => (
                  <HandedOut key={given.id} {...part} given={given} />
                ))}
              </ul>
            </Card>
          )}
        </Section>
        {said.length === 0 ? null : (
          <Section title={t('said')}>
            <Card>
              {said.map(given => (
                <Quote key={given.id}>{given.words}</Quote>
              ))}
            </Card>
          </Section>
        )}
      </Stack>
    </DossierFrame>,
  )
}

export const recognitionPage = page<RecognitionData>({
  id: 'desk.recognition',
  path: deskPaths.recognition(':participantId'),
  who: ['coach', 'workcoach'],
  load: loadRecognition,
  view: viewRecognition,
})
