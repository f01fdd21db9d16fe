import { Card, Columns, Paragraph, sayList, Section, Soft } from '#ui'
import type { PageContext } from '#platform'
import { LADDER_MOMENTS } from '../domain/ladder.ts'
import { LADDER_STEPS, type Questionnaire, sayIn, TEXT_LANGUAGES } from '../domain/questionnaire.ts'
import type { ManageT } from './manage-texts.ts'

interface PreviewProps {
  readonly questionnaire: Questionnaire
  readonly context: PageContext
  readonly t: ManageT
}

const answersOf = (questionnaire: Questionnaire, { lang }: PageContext, t: ManageT): string | undefined => {
  if (questionnaire.kind === 'web') return t('grades', { from: questionnaire.grades.from, to: questionnaire.grades.to })
  if (questionnaire.kind === 'ladder') return undefined
  return t('scale', { answers: questionnaire.scale.map(option => sayIn(option.label, lang).words).join(' · ') })
}

const Questions = ({ questionnaire, context, t }: PreviewProps) => {
  const say = (text: Parameters<typeof sayIn>[0]) => sayIn(text, context.lang).words
  if (questionnaire.kind === 'ladder')
    return LADDER_MOMENTS.map(time => (
      <Card key={time} title={t(time)} level={3}>
        <ol className="op-talk-plain">
          {LADDER_STEPS.map(step => (
            <li key={step}>{say(questionnaire[time][step].text)}</li>
          ))}
        </ol>
      </Card>
    ))
  return questionnaire.dimensions.map(dimension => (
    <Card key={dimension.key} title={say(dimension.name)} level={3}>
      {'question' in dimension ? <Paragraph>{say(dimension.question)}</Paragraph> : null}
      <ul className="op-talk-plain">
        {('topics' in dimension ? dimension.topics : dimension.items).map(part => (
          <li key={part.key}>{say(part.text)}</li>
        ))}
      </ul>
    </Card>
  ))
}

/** Every question as it will be asked, with the licence and where it comes from. */
export const Preview = (props: PreviewProps) => {
  const { questionnaire, context, t } = props
  const title = sayIn(questionnaire.title, context.lang).words
  const version = t('version', { version: questionnaire.version })
  const answers = answersOf(questionnaire, context, t)
  const written = JSON.stringify(questionnaire)
  const languages = TEXT_LANGUAGES.filter(lang => written.includes(`"${lang}":`)).map(lang => t(`languageNames.${lang}`))
  return (
    <Section title={t('preview', { title, version })} id="bekijk">
      <Paragraph>{sayIn(questionnaire.about, context.lang).words}</Paragraph>
      <Soft>{t('licence', { licence: questionnaire.licence })}</Soft>
      <Soft>{t('source', { source: questionnaire.source })}</Soft>
      <Soft>{t('languages', { languages: sayList(languages, context.lang) })}</Soft>
      {answers === undefined ? null : <Paragraph>{answers}</Paragraph>}
      <Columns kind="thirds">
        <Questions {...props} />
      </Columns>
    </Section>
  )
}
