import type { PageContext } from '#platform'
import { dayIn, LANGUAGES } from '#kernel'
import { Button, Callout, Card, Details, Form, Paragraph, Quote, sayDate, sayLanguage, Select, Soft, TextArea } from '#ui'
import type { ReviewPreparation } from './get-review-preparation.ts'
import { reviewPaths } from './paths.ts'
import type { ReviewT } from './texts.ts'

export interface ReviewPart {
  readonly review: ReviewPreparation
  readonly context: PageContext
  readonly t: ReviewT
}

const WriteForm = ({ part: { review, context, t } }: { readonly part: ReviewPart }) => {
  const { participantId, callName: name, ownWord } = review
  return (
    <Form
      id="desk.writeReviewWord"
      idPrefix="own-"
      action={reviewPaths.ownWord(participantId, review.review.id)}
      refused={context.form}
      version={ownWord?.version ?? 0}
      values={{ words: ownWord?.words ?? '', language: ownWord?.language ?? 'nl' }}
      labels={{ words: t('one.words', { name }) }}
      words={{ versionConflict: t('one.conflict') }}
      draft={`review-word:${review.review.id}`}
    >
      <TextArea name="words" label={t('one.words', { name })} rows={4} />
      <Select
        name="language"
        label={t('one.language')}
        empty={false}
        options={LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))}
      />
      <Button look="secondary">{t('one.saveWords')}</Button>
    </Form>
  )
}

/** The person speaks first. */
export const OwnWordPart = ({ part }: { readonly part: ReviewPart }) => {
  const { review, context, t } = part
  const { callName: name, ownWord } = review
  const planned = review.review.standing !== 'held' && review.review.standing !== 'cancelled'
  const open = context.form?.id === 'desk.writeReviewWord'
  return (
    <Card title={t('one.own', { name })} tint="orange">
      {ownWord === undefined ? (
        <Paragraph soft>{t('one.ownNone', { name })}</Paragraph>
      ) : (
        <>
          <Quote lang={ownWord.language}>{ownWord.words}</Quote>
          <Soft>
            {t(ownWord.writtenAs === 'person' ? 'one.byPerson' : 'one.bySaid', {
              name,
              by: ownWord.writtenByName,
              day: sayDate(dayIn(new Date(ownWord.writtenAt)), context.today, context.lang),
            })}
          </Soft>
        </>
      )}
      {open && context.form?.refusal.code === 'versionConflict' ? <Callout tone="orange">{t('one.conflict')}</Callout> : null}
      {planned && ownWord?.writtenAs !== 'person' ? (
        <Details summary={ownWord === undefined ? t('one.write', { name }) : t('one.rewrite')} open={open}>
          <WriteForm part={part} />
        </Details>
      ) : null}
    </Card>
  )
}
