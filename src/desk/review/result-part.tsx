import { addDays } from '#kernel'
import {
  Actions,
  Button,
  Card,
  Columns,
  ConflictPanel,
  DateField,
  Details,
  Form,
  Link,
  Paragraph,
  sayDay,
  Section,
  Soft,
  Stack,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import type { ReviewPart } from './own-word-part.tsx'
import { reviewPaths } from './paths.ts'
import { sayWhen } from './texts.ts'

/** Somebody else saved this review meanwhile: both texts, also when it was held and the form is gone. */
const HoldConflict = ({ part: { review: data, context, t } }: { readonly part: ReviewPart }) => {
  const { form } = context
  if (form?.id !== 'desk.holdReview') return null
  const { code } = form.refusal
  if (code !== 'versionConflict' && code !== 'notPossibleNow') return null
  const differ = (['goesOn', 'changes'] as const)
    .map(name => ({ label: t(`one.${name}Label`), theirs: data.review[name] ?? '', yours: form.fields.text(name) }))
    .filter(({ theirs, yours }) => theirs !== yours)
  return (
    <ConflictPanel fields={differ}>
      {data.review.standing === 'held' ? <Paragraph>{t('one.heldByOther')}</Paragraph> : null}
    </ConflictPanel>
  )
}

/** What goes on, what changes, when again: held in one form. */
export const ResultForm = ({ part }: { readonly part: ReviewPart }) => {
  const { review: data, context, t } = part
  const { participantId, callName: name, review, proposedOn } = data
  const { today, lang } = context
  return (
    <Section title={t('one.result')} id="afspreken">
      <Card>
        <Form
          id="desk.holdReview"
          action={reviewPaths.hold(participantId, review.id)}
          refused={context.form}
          version={review.version}
          values={{
            goesOn: review.goesOn ?? '',
            changes: review.changes ?? '',
            heldOn: today,
            ...(proposedOn === undefined ? {} : { nextOn: proposedOn }),
          }}
          labels={{
            goesOn: t('one.goesOnLabel'),
            changes: t('one.changesLabel'),
            heldOn: t('one.heldOn'),
            nextOn: t('one.nextOn'),
          }}
          words={{
            'heldOn.inFuture': t('one.inFuture'),
            'nextOn.inPast': t('plan.inPast'),
            'nextOn.beforeStart': t('one.beforeStart'),
            versionConflict: t('one.conflict'),
          }}
          draft={`review:${review.id}`}
        >
          <HoldConflict part={part} />
          <Paragraph soft>{t('one.resultLead', { name })}</Paragraph>
          <Columns>
            <TextArea name="goesOn" label={t('one.goesOnLabel')} rows={4} optional />
            <TextArea name="changes" label={t('one.changesLabel')} rows={4} optional />
          </Columns>
          <Columns>
            <DateField name="heldOn" label={t('one.heldOn')} max={today} />
            <DateField
              name="nextOn"
              label={t('one.nextOn')}
              hint={proposedOn === undefined ? undefined : t('one.nextHint', { day: sayDay(proposedOn, today, lang) })}
              min={addDays(today, 1)}
              optional
            />
          </Columns>
          <Actions>
            <Button>{t('one.save')}</Button>
          </Actions>
        </Form>
      </Card>
    </Section>
  )
}

/** What a review that was held led to. */
export const Held = ({ part }: { readonly part: ReviewPart }) => {
  const { review: data, context, t } = part
  const { participantId, review, next } = data
  const said = (['goesOn', 'changes'] as const).filter(words => review[words] !== undefined)
  return (
    <Section title={t('one.printed')} id="afgesproken">
      <HoldConflict part={part} />
      <Card tint="green">
        {said.length === 0 ? <Paragraph soft>{t('one.nothing')}</Paragraph> : null}
        <Stack>
          {said.map(words => (
            <div key={words}>
              <Soft>{t(`one.${words}`)}</Soft>
              <p className="op-free-text" dir="auto">
                {review[words]}
              </p>
            </div>
          ))}
          {next === undefined ? null : (
            <div>
              <Soft>{t('one.next')}</Soft>
              <p className="op-free-text">
                <Link href={reviewPaths.one(participantId, next.id)}>{sayWhen(next, context, t)}</Link>
              </p>
            </div>
          )}
        </Stack>
        {data.own ? (
          <Form action={reviewPaths.reopen(participantId, review.id)} version={review.version} inline label={t('one.reopen')}>
            <Button look="quiet">{t('one.reopen')}</Button>
          </Form>
        ) : null}
      </Card>
    </Section>
  )
}

const Wait = ({ part: { review: data, context, t } }: { readonly part: ReviewPart }) => {
  const { participantId, review } = data
  if (review.standing === 'onHold')
    return (
      <Form action={reviewPaths.resume(participantId, review.id)} version={review.version} inline label={t('wait.resume')}>
        <Button look="secondary">{t('wait.resume')}</Button>
      </Form>
    )
  return (
    <Details summary={t('wait.title')} open={context.form?.id === 'desk.putReviewOnHold'}>
      <Form
        id="desk.putReviewOnHold"
        idPrefix="wait-"
        action={reviewPaths.wait(participantId, review.id)}
        refused={context.form}
        version={review.version}
        labels={{ holdUntil: t('wait.until'), holdReason: t('wait.reason') }}
        words={{ 'holdUntil.inPast': t('plan.inPast'), versionConflict: t('one.conflict') }}
      >
        <Paragraph soft>{t('wait.lead')}</Paragraph>
        <DateField name="holdUntil" label={t('wait.until')} min={context.today} />
        <TextArea name="holdReason" label={t('wait.reason')} hint={t('wait.reasonHint')} rows={2} />
        <Button look="secondary">{t('wait.save')}</Button>
      </Form>
    </Details>
  )
}

/** When it does not go as planned. */
export const OtherWays = ({ part }: { readonly part: ReviewPart }) => {
  const { review: data, context, t } = part
  const { participantId, review } = data
  return (
    <Stack>
      <Details summary={t('move.title')} open={context.form?.id === 'desk.moveReview'}>
        <Form
          id="desk.moveReview"
          idPrefix="move-"
          action={reviewPaths.move(participantId, review.id)}
          refused={context.form}
          version={review.version}
          labels={{ plannedOn: t('move.day') }}
          words={{ 'plannedOn.inPast': t('plan.inPast'), versionConflict: t('one.conflict') }}
        >
          <DateField name="plannedOn" label={t('move.day')} min={context.today} />
          <Button look="secondary">{t('move.save')}</Button>
        </Form>
      </Details>
      <Wait part={part} />
      <Form action={deskPaths.cancelReview(participantId, review.id)} version={review.version} inline label={t('cancel.save')}>
        <Button look="quiet">{t('cancel.save')}</Button>
      </Form>
    </Stack>
  )
}
