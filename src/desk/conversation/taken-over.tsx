import type { FormFields } from '#platform'
import { type Step, type StepActor, smallerStepsFor, STEP_TEMPLATES, type StepTemplate, templateOf } from '#plans'
import { Actions, Button, Card, Checkbox, Details, Fieldset, Form, LinkButton, Paragraph, Row, Rows, TextField } from '#ui'
import { PlainHint } from './agreed-fields.tsx'
import type { PartProps } from './frame.tsx'
import { talkPath } from './parts.ts'
import { backTo, type OnGoal, type OnStep, stepAction } from './step-links.ts'

const MOST_ROWS = 12

/** Ideas as rows: each can be unticked, and its words changed, before it is taken over. */
const Ideas = ({
  p,
  language,
  titles,
  label,
}: Pick<PartProps, 'p'> & {
  readonly language: string
  readonly titles: readonly string[]
  readonly label: (n: number) => string
}) => (
  <ul className="op-talk-ideas">
    {titles.map((_, index) => (
      <li key={index}>
        <Checkbox name={`ideas.${index}.take`} label={<span className="op-unseen">{label(index + 1)}</span>} />
        <PlainHint p={p} language={language}>
          <TextField name={`ideas.${index}.title`} label={label(index + 1)} maxLength={200} ownWords unlabelled optional />
        </PlainHint>
      </li>
    ))}
  </ul>
)

const ideaValues = (titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    titles.flatMap((title, index) => [
      [`ideas.${index}.take`, 'yes'],
      [`ideas.${index}.title`, title],
    ]),
  )

/** Where the words of each row stand in the form. */
export const ideaTitles: readonly string[] = Array.from({ length: MOST_ROWS }, (_, row) => `ideas.${row}.title`)

/** The rows that were kept ticked and have words, with their place in the list. */
export const takenFrom = (
  fields: Pick<FormFields, 'text' | 'checked'>,
): readonly { readonly row: number; readonly title: string }[] =>
  Array.from({ length: MOST_ROWS }, (_, row) => ({ row, title: fields.text(`ideas.${row}.title`).trim() })).filter(
    ({ row, title }) => title !== '' && fields.checked(`ideas.${row}.take`),
  )

/** A step made smaller, from ideas that go with what it is about; the own words beside them. */
export const SplitStep = (on: OnStep) => {
  const { step, context, p, t } = on
  const titles = smallerStepsFor(step.title, step.language === 'nl' ? 'nl' : 'en')
  return (
    <Card title={p('split.title', { step: step.title })} tint="orange">
      <Paragraph>{p('split.help')}</Paragraph>
      <Form
        id="conversation.splitStep"
        action={stepAction(on, 'verdelen', 'verdeel')}
        refused={context.form}
        values={ideaValues(titles)}
        words={{ titles: p('split.none') }}
        hidden={{ doel: on.goal.id, language: step.language }}
        idPrefix="split-"
      >
        <Ideas p={p} language={step.language} titles={titles} label={n => p('split.idea', { n })} />
        <PlainHint p={p} language={step.language}>
          <TextField name="title" label={p('split.own')} maxLength={200} ownWords optional />
        </PlainHint>
        <Actions>
          <Button>{p('split.save')}</Button>
          <LinkButton look="quiet" href={backTo(on)}>
            {t('steps.later')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

const stepsOf = (template: StepTemplate) => template.phases.flatMap(phase => phase.steps)
/** Who takes each step of a template, by its row. */
export const actorInTemplate = (key: string | undefined, row: number): StepActor =>
  stepsOf(templateOf(key) ?? { key: '', name: { nl: '', en: '' }, about: { nl: '', en: '' }, phases: [] })[row]?.who ??
  'participant'

const speaks = (language: string): 'nl' | 'en' => (language === 'nl' ? 'nl' : 'en')

/** One template, phase by phase. */
export const TakeTemplate = ({ template, ...on }: OnGoal & { readonly template: StepTemplate }) => {
  const { goal, talk, context, p } = on
  const lang = speaks(context.lang)
  const titles = stepsOf(template).map(step => step[lang])
  const action = talkPath('/stappen/:goalId/voorbeeld', { participantId: talk.participantId, goalId: goal.id })
  return (
    <Card title={p('template.from', { name: template.name[lang] })} tint="orange">
      <Paragraph>{template.about[lang]}</Paragraph>
      <Paragraph soft>{p('template.tick')}</Paragraph>
      <Form
        id="conversation.takeTemplate"
        action={`${action}?doel=${goal.id}&voorbeeld=${template.key}`}
        refused={context.form}
        values={ideaValues(titles)}
        words={{ steps: p('split.none'), 'steps.required': p('split.none') }}
        hidden={{ doel: goal.id, language: lang, voorbeeld: template.key }}
        idPrefix="template-"
      >
        {template.phases.map((phase, at) => {
          const first = template.phases.slice(0, at).flatMap(before => before.steps).length
          return (
            <Fieldset key={phase.name.nl} legend={phase.name[lang]}>
              <ul className="op-talk-ideas">
                {phase.steps.map((_, index) => (
                  <li key={first + index}>
                    <Checkbox
                      name={`ideas.${first + index}.take`}
                      label={<span className="op-unseen">{p('template.take', { n: first + index + 1 })}</span>}
                    />
                    <TextField
                      name={`ideas.${first + index}.title`}
                      label={p('template.step', { n: first + index + 1 })}
                      maxLength={200}
                      ownWords
                      unlabelled
                      optional
                    />
                  </li>
                ))}
              </ul>
            </Fieldset>
          )
        })}
        <Actions>
          <Button>{p('template.save')}</Button>
          <LinkButton look="quiet" href={backTo(on)}>
            {p('template.back')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

/** Ways of working to begin from; nobody has to. */
export const Templates = (on: OnGoal) => {
  const { context, p } = on
  const lang = speaks(context.lang)
  return (
    <Details summary={p('template.title')}>
      <Paragraph soft>{p('template.help')}</Paragraph>
      <Rows>
        {STEP_TEMPLATES.map(template => (
          <Row
            key={template.key}
            title={template.name[lang]}
            detail={template.about[lang]}
            href={`${backTo(on)}&voorbeeld=${template.key}`}
          />
        ))}
      </Rows>
    </Details>
  )
}

export const canBeSplit = (step: Step, steps: readonly Step[]): boolean =>
  step.state === 'open' && !steps.some(other => other.smallerThan === step.id)
