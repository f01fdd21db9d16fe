import { WHEEL_AREAS, type WheelArea } from '#kernel'
import { type Goal, openGoalsOf, wishesOf } from '#plans'
import { Actions, Button, Details, Form, LinkButton, RadioGroup, sayArea, sayDate, TextField } from '#ui'
import { choiceOf, DayFields, eurosOf, PlainHint, RecognitionChoice, RecognitionValue } from './agreed-fields.tsx'
import { Conflict, type PartProps } from './frame.tsx'
import { partPath, talkPath } from './parts.ts'

const SHORT = 80
/** A short wish is the goal in the person's own words; a long one is summed up together. */
const titleFrom = (words: string | undefined): string | undefined =>
  words !== undefined && words.length <= SHORT ? words : undefined

const GoalFields = ({
  language,
  current,
  ...props
}: PartProps & { readonly language: string; readonly current?: string | undefined }) => {
  const { talk, context, t, p } = props
  return (
    <>
      <PlainHint p={p} language={language}>
        <TextField name="title" label={t('goal.label')} hint={t('goal.hint')} maxLength={200} ownWords />
      </PlainHint>
      <RadioGroup
        name="area"
        label={t('goal.area')}
        options={WHEEL_AREAS.map(area => ({
          value: area,
          label: sayArea(area, context.lang),
          hint: t(`goal.areaHints.${area}`),
        }))}
      />
      <RadioGroup
        name="wishId"
        label={t('goal.fromWish')}
        optional
        options={[
          ...wishesOf(talk.plan).map(wish => ({ value: wish.id, label: wish.words })),
          { value: '', label: t('goal.noWish') },
        ]}
      />
      <div className="op-talk-brief">
        <DayFields {...props} said="untilAsSaid" picked="until" label={t('goal.until')} hint={p('day.saidUntilHint')} />
      </div>
      <Details summary={p('recognition.forGoal')}>
        <RecognitionChoice {...props} prefix="" label={t('steps.recognition')} current={current} />
        <RecognitionValue p={p} prefix="" />
      </Details>
    </>
  )
}

const goalWords = ({ t, p }: PartProps) => ({
  'title.required': t('goal.missing'),
  area: t('goal.missingArea'),
  'until.inPast': t('goal.inPast'),
  'untilAsSaid.inPast': p('day.inPast'),
  'untilAsSaid.dayNotClear': p('day.notClear'),
  recognitionOptionId: p('recognition.unknown'),
  recognitionCents: p('recognition.wrongValue'),
})

export const AddGoal = (props: PartProps) => {
  const { talk, context, t } = props
  const { participantId, plan } = talk
  const wishes = wishesOf(plan)
  const asked = wishes.find(each => each.id === context.query['wens'])
  // With one wish and no goal yet there is nothing to choose.
  const wish = asked ?? (wishes.length === 1 && openGoalsOf(plan).length === 0 ? wishes[0] : undefined)
  const language = wish?.language ?? context.lang
  return (
    <Form
      id="conversation.addGoal"
      action={talkPath('/doel', { participantId })}
      refused={context.form}
      values={{
        title: titleFrom(wish?.words),
        area: context.query['gebied'],
        wishId: wish?.id ?? '',
        recognitionKind: 'none',
      }}
      labels={{ title: t('goal.label'), area: t('goal.area'), until: t('goal.until'), untilAsSaid: t('goal.until') }}
      words={goalWords(props)}
      hidden={{ language }}
    >
      <GoalFields {...props} language={language} />
      <Button large>{t('goal.add')}</Button>
    </Form>
  )
}

const isArea = (text: string): text is WheelArea => WHEEL_AREAS.some(area => area === text)

export const EditGoal = ({ goal, ...props }: PartProps & { readonly goal: Goal }) => {
  const { talk, context, t, p } = props
  const back = partPath(talk.participantId, 'goal')
  const action = talkPath('/doel/:goalId/wijzigen', { participantId: talk.participantId, goalId: goal.id })
  const areaWords = (area: string) => (isArea(area) ? sayArea(area, context.lang) : area)
  return (
    <>
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendGoal"
        leave={back}
        fields={typed => [
          { label: t('goal.label'), theirs: goal.title, yours: typed('title') },
          { label: t('goal.area'), theirs: areaWords(goal.area), yours: areaWords(typed('area')) },
          {
            label: t('goal.until'),
            theirs: goal.until === undefined ? '' : sayDate(goal.until, context.today, context.lang),
            yours:
              typed('untilAsSaid') !== ''
                ? typed('untilAsSaid')
                : typed('until') === ''
                  ? ''
                  : typed('until') === goal.until
                    ? sayDate(goal.until, context.today, context.lang)
                    : typed('until'),
          },
          { label: p('recognition.words'), theirs: goal.recognition?.words, yours: typed('recognitionWords') },
        ]}
      />
      <Form
        id="conversation.amendGoal"
        action={`${action}?wijzig=${goal.id}`}
        refused={context.form}
        version={goal.version}
        values={{
          title: goal.title,
          area: goal.area,
          wishId: goal.wishId ?? '',
          until: goal.until,
          recognitionKind: choiceOf(goal.recognition),
          recognitionWords: goal.recognition?.words,
          recognitionEuros: eurosOf(goal.recognition),
        }}
        words={goalWords(props)}
        hidden={{ language: goal.language }}
        idPrefix="edit-"
      >
        <GoalFields {...props} language={goal.language} current={goal.recognition?.optionId} />
        <Actions>
          <Button>{t('save')}</Button>
          <LinkButton look="quiet" href={back}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
