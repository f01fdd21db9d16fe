import { LANGUAGES } from '#kernel'
import type { PageContext } from '#platform'
import type { OwnWordView } from '#trajectories'
import { Button, Card, ConflictPanel, Details, Form, Paragraph, Quote, sayDate, sayLanguage, Select, Soft, TextArea } from '#ui'
import type { ReviewPreparation } from './get-review-preparation.ts'
import { reviewPaths } from './paths.ts'
import { reviewTexts, type ReviewT } from './texts.ts'

export interface ReviewPart {
  readonly review: ReviewPreparation
  readonly context: PageContext
  readonly t: ReviewT
}

interface OwnWordCardProps {
  readonly name: string
  readonly ownWord: OwnWordView | undefined
  readonly context: PageContext
  /** Where a coach writes it down; left out when nothing can be written any more. */
  readonly write?: {
    readonly formId: string
    readonly action: string
    readonly draft: string
    readonly hidden?: Record<string, string>
  }
}

const WriteForm = ({ name, ownWord, context, write }: OwnWordCardProps) => {
  const { t } = reviewTexts(context.lang)
  if (write === undefined) return null
  const conflict = context.form?.id === write.formId && context.form.refusal.code === 'versionConflict'
  return (
    <Form
      id={write.formId}
      idPrefix="own-"
      action={write.action}
      refused={context.form}
      version={ownWord?.version ?? 0}
      hidden={write.hidden ?? {}}
      values={{ words: ownWord?.words ?? '', language: ownWord?.language ?? 'nl' }}
      labels={{ words: t('one.words', { name }) }}
      words={{ notPossibleNow: t('one.writtenByPerson', { name }) }}
      draft={write.draft}
    >
      {conflict ? (
        <ConflictPanel
          fields={[
            { label: t('one.words', { name }), theirs: ownWord?.words ?? '', yours: context.form?.fields.text('words') ?? '' },
          ]}
        />
      ) : null}
      <TextArea name="words" label={t('one.words', { name })} rows={4} maxLength={4000} />
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

/** What the person says, with who wrote it down; the person speaks first. */
export const OwnWordCard = (props: OwnWordCardProps) => {
  const { name, ownWord, context, write } = props
  const { t } = reviewTexts(context.lang)
  const open = write !== undefined && context.form?.id === write.formId
  return (
    <Card title={t('one.own', { name })} tint="orange">
      {ownWord === undefined ? (
        <Paragraph soft>{t(write === undefined ? 'one.ownNothing' : 'one.ownNone', { name })}</Paragraph>
      ) : (
        <>
          <Quote lang={ownWord.language}>{ownWord.words}</Quote>
          <Soft>
            {t(ownWord.writtenAs === 'person' ? 'one.byPerson' : 'one.bySaid', {
              name,
              by: ownWord.writtenByName,
              day: sayDate(ownWord.writtenOn, context.today, context.lang),
            })}
          </Soft>
        </>
      )}
      {write !== undefined && (open || ownWord?.writtenAs !== 'person') ? (
        <Details summary={ownWord === undefined ? t('one.write', { name }) : t('one.rewrite')} open={open}>
          <WriteForm {...props} />
        </Details>
      ) : null}
    </Card>
  )
}

export const OwnWordPart = ({ part: { review, context } }: { readonly part: ReviewPart }) => {
  const { participantId, callName: name, ownWord } = review
  const { id, standing } = review.review
  const planned = standing !== 'held' && standing !== 'cancelled'
  const write = {
    formId: 'desk.writeReviewWord',
    action: reviewPaths.ownWord(participantId, id),
    draft: `review-word:${id}`,
  }
  return <OwnWordCard name={name} ownWord={ownWord} context={context} {...(planned ? { write } : {})} />
}
