import { type FillChoice, type FillPart, sayIn } from '#instruments'
import { Checkbox, CheckboxGroup, Fieldset, type Option, RadioGroup, TextArea } from '#ui'
import type { Fill } from './fill.ts'
import { sayText, Text } from './say.tsx'

/** Fields of the form by the key of a question. */
export const answerField = (key: string): string => `answers.${key}`
export const saidField = (key: string): string => `said.${key}`

const optionsOf = ({ options }: FillChoice, { questionnaire, context, simple, t }: Fill): readonly Option[] => {
  const { lang } = context
  if (options === 'yesNo')
    return [
      { value: '1', label: t('answer.yes') },
      { value: '0', label: t('answer.no') },
    ]
  if (options === 'grades') {
    const { from, to } = questionnaire.kind === 'web' ? questionnaire.grades : { from: 1, to: 10 }
    return Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))
  }
  return options.map(option => ({
    value: String(option.value),
    label: sayText(simple && option.simple !== undefined ? option.simple : option.label, lang),
  }))
}

/** A coach says what the coach sees, in words that the person may read. */
const isCoachs = ({ detail }: Fill): boolean => detail.filled.view === 'coach'

const Choice = ({ choice, fill }: { readonly choice: FillChoice; readonly fill: Fill }) => {
  const { context, simple, t } = fill
  const isGrade = choice.options === 'grades'
  const question = simple && choice.simple !== undefined ? choice.simple : choice.text
  const hint = isGrade
    ? t(isCoachs(fill) ? 'fill.gradeHintCoach' : 'fill.gradeHint')
    : choice.hint === undefined
      ? undefined
      : sayText(choice.hint, context.lang)
  return (
    <div className={isGrade ? 'op-fill__grades' : 'op-fill__choices'}>
      <RadioGroup
        name={answerField(choice.key)}
        label={<Text text={question} lang={context.lang} />}
        {...(hint === undefined ? {} : { hint })}
        options={[...optionsOf(choice, fill), { value: '', label: t('fill.skip') }]}
        side={isGrade || choice.options === 'yesNo'}
      />
    </div>
  )
}

/** "Hierover wil ik praten": the whole dimension, and in the full words its topics too. */
const Marks = ({ part, fill }: { readonly part: FillPart; readonly fill: Fill }) => {
  const { context, simple, t, detail } = fill
  const { lang } = context
  const more = [
    ...(simple ? [] : part.topics.map(topic => ({ key: topic.key, label: sayText(topic.text, lang) }))),
    ...(part.choices.length > 1 ? part.choices.map(choice => ({ key: choice.key, label: sayText(choice.text, lang) })) : []),
  ]
  if (more.length === 0)
    return (
      <Checkbox
        name="marks"
        label={t('fill.mark')}
        on={part.key}
        {...(context.form === undefined ? { checked: detail.filled.marks.includes(part.key) } : {})}
      />
    )
  return (
    <CheckboxGroup
      name="marks"
      label={t('fill.marks')}
      options={[{ value: part.key, label: t('fill.markAll') }, ...more.map(({ key, label }) => ({ value: key, label }))]}
    />
  )
}

/** What a page asks: the answer, what to talk about, and own words. */
export const PartFields = ({ part, fill }: { readonly part: FillPart; readonly fill: Fill }) => {
  const { context, t, detail } = fill
  const said = detail.filled.said[part.key]
  const lang = said?.language ?? context.lang
  const choices = part.choices.map(choice => <Choice key={choice.key} choice={choice} fill={fill} />)
  return (
    <>
      {choices}
      <Fieldset legend={t('fill.talk')}>
        <Marks part={part} fill={fill} />
        <TextArea
          name={saidField(part.key)}
          label={t('fill.said')}
          hint={isCoachs(fill) ? t('fill.saidHintCoach', { name: detail.callName }) : t('fill.saidHint')}
          rows={2}
          maxLength={2_000}
          lang={lang}
          optional
        />
      </Fieldset>
    </>
  )
}

/** What is stored, by field name. */
export const storedValues = (part: FillPart, { detail }: Fill) => {
  const { answers, marks, said } = detail.filled
  return {
    ...Object.fromEntries(part.choices.map(({ key }) => [answerField(key), answers[key]])),
    [saidField(part.key)]: said[part.key]?.words ?? '',
    marks: [...marks],
  }
}

/** Keys that this page asks about: in simple words the topics are not asked. */
export const askedHere = (part: FillPart, { simple }: Fill): readonly string[] => [
  ...new Set([part.key, ...part.choices.map(choice => choice.key), ...(simple ? [] : part.topics.map(topic => topic.key))]),
]

export const titleOf = (part: FillPart, { context, t }: Fill): string => {
  if (part.time !== undefined) return t(`ladder.${part.time}`)
  return part.name === undefined ? '' : sayIn(part.name, context.lang).words
}
