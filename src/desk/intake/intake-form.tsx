import { LANGUAGES } from '#kernel'
import type { PageContext } from '#platform'
import { type Intake, STABILITY_ANSWERS, STABILITY_QUESTIONS } from '#trajectories'
import {
  Actions,
  Button,
  Card,
  ConflictPanel,
  DefinitionList,
  Details,
  Fieldset,
  Form,
  FreeText,
  LinkButton,
  Quote,
  RadioGroup,
  sayLanguage,
  Select,
  Soft,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import type { IntakeData } from './intake-data.ts'
import type { IntakeT } from './texts.ts'

interface Props {
  readonly data: IntakeData
  readonly trajectoryId: string
  readonly context: PageContext
  readonly t: IntakeT
}
const TEXTS = ['wish', 'stabilityWords', 'obstacles'] as const
export const SAVE_INTAKE = 'desk.saveIntake'
const NOT_ASKED = 'none'

/** Both texts where they differ; what was typed is still in the form below. */
const Conflict = ({ intake, data, context, t }: Props & { readonly intake: Intake | undefined }) => {
  const { form } = context
  if (form?.id !== SAVE_INTAKE || form.refusal.code !== 'versionConflict') return null
  const fields = TEXTS.map(name => ({
    label: t(name === 'wish' ? 'form.wish' : name === 'obstacles' ? 'form.obstacles' : 'form.stabilityWords'),
    theirs: intake?.[name] ?? '',
    yours: form.fields.text(name),
  }))
  return (
    <ConflictPanel by={data.earlier[0]?.replacedByName} fields={fields.filter(field => field.theirs !== field.yours)}>
      <Actions>
        <Button>{t('form.keepMine')}</Button>
        <LinkButton look="secondary" href={deskPaths.intake(data.participantId)}>
          {t('form.leave')}
        </LinkButton>
      </Actions>
    </ConflictPanel>
  )
}

const Stability = ({ t }: { readonly t: IntakeT }) => (
  <Fieldset legend={t('form.stability')} hint={t('form.stabilityHint')}>
    {STABILITY_QUESTIONS.map(question => (
      <RadioGroup
        key={question}
        name={question}
        label={t(`question.${question}`)}
        side
        options={[...STABILITY_ANSWERS, NOT_ASKED].map(value => ({ value, label: t(`answer.${value as 'none'}`) }))}
      />
    ))}
    <TextArea name="stabilityWords" label={t('form.stabilityWords')} rows={2} optional />
  </Fieldset>
)

/** The first wish is what was said at the referral: nobody has to say or type it again. */
export const IntakeForm = (props: Props) => {
  const { data, trajectoryId, context, t } = props
  const { intake, saidAtReferral: said, participantId, callName: name } = data
  const proposed = intake === undefined || intake.wish === '' ? said : undefined
  const language = proposed?.language ?? intake?.wishLanguage ?? context.lang
  const stability = Object.fromEntries(STABILITY_QUESTIONS.map(each => [each, intake?.stability[each] ?? NOT_ASKED]))
  return (
    <Card title={t('form.title')}>
      <Form
        id={SAVE_INTAKE}
        action={at(INTAKE_ROUTES.save, { participantId, trajectoryId })}
        refused={context.form}
        version={intake?.version ?? 0}
        draft={`intake:${trajectoryId}`}
        labels={{ wish: t('form.wish'), obstacles: t('form.obstacles'), stabilityWords: t('form.stabilityWords') }}
        values={{
          ...stability,
          wish: proposed?.words ?? intake?.wish,
          wishLanguage: language,
          stabilityWords: intake?.stabilityWords,
          obstacles: intake?.obstacles,
        }}
      >
        <Conflict {...props} intake={intake} />
        <TextArea
          name="wish"
          label={t('form.wish')}
          hint={proposed === undefined ? t('form.wishHint', { name }) : t('form.wishSaid', { name })}
          rows={3}
          lang={language}
          optional
        />
        <Details summary={t('form.language')}>
          <Select
            name="wishLanguage"
            label={t('form.language')}
            empty={false}
            optional
            options={LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))}
          />
        </Details>
        <Stability t={t} />
        <TextArea name="obstacles" label={t('form.obstacles')} hint={t('form.obstaclesHint')} rows={4} optional />
        <Actions>
          <Button>{t('form.save')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** The same to read, for whom it is not to write. */
export const IntakeWords = ({ intake, t }: { readonly intake: Intake | undefined; readonly t: IntakeT }) => {
  const empty = <Soft>{t('form.empty')}</Soft>
  const words = (text: string | undefined) => (text === undefined || text === '' ? empty : <FreeText>{text}</FreeText>)
  return (
    <Card title={t('form.title')}>
      <DefinitionList
        items={[
          {
            term: t('form.wish'),
            value: intake === undefined || intake.wish === '' ? empty : <Quote lang={intake.wishLanguage}>{intake.wish}</Quote>,
          },
          ...STABILITY_QUESTIONS.map(question => ({
            term: t(`question.${question}`),
            value: t(`answer.${intake?.stability[question] ?? NOT_ASKED}`),
          })),
          { term: t('form.stabilityWords'), value: words(intake?.stabilityWords) },
          { term: t('form.obstacles'), value: words(intake?.obstacles) },
        ]}
      />
    </Card>
  )
}
