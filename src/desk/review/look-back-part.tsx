import type { PageContext } from '#platform'
import type { Agreement, Step } from '#plans'
import { Badge, Card, Paragraph, Quote, Row, Rows, sayDate, Soft, Stack } from '#ui'
import { WhatWasSaid } from '../conversation/agreement-words.tsx'
import { planTexts } from '../conversation/plan-texts.ts'
import type { ReviewPreparation } from './get-review-preparation.ts'
import { lookBack, promisesOf } from './look-back.ts'
import type { ReviewT } from './texts.ts'

interface Part {
  readonly review: ReviewPreparation
  readonly context: PageContext
  readonly t: ReviewT
}

const StepRow = ({ step, part: { t } }: { readonly step: Step; readonly part: Part }) => (
  <Row
    start={<Badge tone={step.state === 'done' ? 'green' : 'stone'}>{t(step.state === 'done' ? 'one.done' : 'one.tried')}</Badge>}
    title={
      <span lang={step.language} dir="auto">
        {step.title}
      </span>
    }
    detail={step.state === 'open' || step.ownWords === undefined ? undefined : <Quote>{step.ownWords}</Quote>}
  />
)

/** Steps and goals since the last review. What did not work was tried: no red, no score. */
export const Happened = ({ part }: { readonly part: Part }) => {
  const { review, context, t } = part
  const { done, tried, goalsReached } = lookBack(review.plan, { since: review.since, until: review.review.heldOn })
  const nothing = done.length + tried.length + goalsReached.length === 0
  return (
    <Card title={t('one.happened')}>
      {review.since === undefined ? null : (
        <Soft>{t('one.since', { day: sayDate(review.since, context.today, context.lang) })}</Soft>
      )}
      {nothing ? <Paragraph soft>{t('one.happenedNone')}</Paragraph> : null}
      {goalsReached.map(goal => (
        <Paragraph key={goal.id}>{t('one.reached', { goal: goal.title })}</Paragraph>
      ))}
      {done.length + tried.length === 0 ? null : (
        <Rows kind="badges" label={t('one.happened')}>
          {[...done, ...tried].map(step => (
            <StepRow key={step.id} step={step} part={part} />
          ))}
        </Rows>
      )}
    </Card>
  )
}

/** What was agreed at the review before this one. */
export const Agreed = ({ part: { review, t } }: { readonly part: Part }) => {
  const { before } = review
  const said = before === undefined ? [] : (['goesOn', 'changes'] as const).filter(part => before[part] !== undefined)
  return (
    <Card title={t('one.agreed')}>
      {before === undefined ? (
        <Paragraph soft>{t('one.agreedNone')}</Paragraph>
      ) : said.length === 0 ? (
        <Paragraph soft>{t('one.nothing')}</Paragraph>
      ) : (
        <Stack>
          {said.map(part => (
            <div key={part}>
              <Soft>{t(`one.${part}`)}</Soft>
              <p className="op-free-text" dir="auto">
                {before[part]}
              </p>
            </div>
          ))}
        </Stack>
      )}
    </Card>
  )
}

const byWhom = (agreement: Agreement, { review, t }: Part): string =>
  t(`one.by.${agreement.promisedBy}`, {
    name: agreement.promisedBy === 'participant' ? review.callName : (agreement.promisedByName ?? ''),
  })

/** Both sides are looked back on alike. */
export const Promises = ({ part }: { readonly part: Part }) => {
  const { review, context, t } = part
  const promises = promisesOf(review.plan, review.review.heldOn)
  return (
    <Card title={t('one.promises')}>
      {promises.length === 0 ? (
        <Paragraph soft>{t('one.promisesNone')}</Paragraph>
      ) : (
        <Rows kind="badges" label={t('one.promises')}>
          {promises.map(agreement => (
            <Row
              key={agreement.id}
              start={<Badge tone={agreement.state === 'kept' ? 'green' : 'stone'}>{t(`one.promise.${agreement.state}`)}</Badge>}
              title={<span dir="auto">{agreement.words}</span>}
              detail={
                <>
                  <span dir="auto">{byWhom(agreement, part)}</span>
                  <WhatWasSaid
                    agreement={agreement}
                    callName={review.callName}
                    lang={context.lang}
                    today={context.today}
                    p={planTexts(context.lang).t}
                  />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  )
}
