import type { PageContext } from '#platform'
import { Button, Callout, Card, ConflictPanel, Details, Form, sayDate, TextArea } from '#ui'
import type { ReferralAction } from '../domain/referral-actions.ts'
import { REFERRAL_POSTS, referralPostPath } from './paths.ts'
import type { ReferralData } from './referral-data.ts'
import { fieldLabels, RequestFields, WordFields } from './referral-fields.tsx'
import { REFERRAL_FORMS } from './referral-forms.ts'
import { RouteForm, Transition } from './referral-route.tsx'
import type { T } from './texts.ts'

interface Parts {
  readonly data: ReferralData
  readonly context: PageContext
  readonly t: T
}
type Post = keyof typeof REFERRAL_POSTS

const common = (post: Post, { data, context, t }: Parts) => ({
  id: REFERRAL_FORMS[post],
  action: referralPostPath(data.referral.id, post),
  refused: context.form,
  version: data.referral.version,
  hidden: { participantId: data.referral.participantId },
  idPrefix: `${post}-`,
  words: {
    'amendmentReason.nothingChanged': t('error.nothingChanged'),
    'trajectoryType.notPossibleNow': t('error.fixed'),
    'law.notPossibleNow': t('error.fixed'),
    versionConflict: t('error.changed'),
  },
})

/** Open when its form came back, so that nobody has to look for what was typed. */
const isOpen = (post: Post, context: PageContext): boolean => context.form?.id === REFERRAL_FORMS[post]

const Accept = (parts: Parts) => (
  <Form {...common('accept', parts)}>
    <Transition {...parts} />
    <p className="nl-paragraph">{parts.t('do.acceptHelp')}</p>
    <div className="op-actions">
      <Button>{parts.t('do.accept')}</Button>
    </div>
  </Form>
)

/** What is waited for is not behind a summary. */
const Answer = (parts: Parts) => {
  const label = parts.t('do.answer')
  return (
    <Form {...common('answerQuestion', parts)} labels={{ answer: label }}>
      <TextArea name="answer" label={label} rows={3} />
      <div className="op-actions">
        <Button>{parts.t('do.answerSend')}</Button>
      </div>
    </Form>
  )
}

/** One question in one box behind a summary. */
const Ask = ({
  post,
  field,
  hint,
  summary,
  send,
  parts,
  optional = false,
}: {
  readonly post: Post
  readonly field: 'question' | 'rejectionReason' | 'reason'
  readonly hint?: string
  readonly summary: string
  readonly send: string
  readonly parts: Parts
  readonly optional?: boolean
}) => {
  const label = parts.t(field === 'reason' ? 'field.withdrawalReason' : `field.${field}`)
  return (
    <Details summary={summary} open={isOpen(post, parts.context)}>
      <Form {...common(post, parts)} labels={{ [field]: label }}>
        <TextArea name={field} label={label} {...(hint === undefined ? {} : { hint })} rows={3} optional={optional} />
        <div className="op-actions">
          <Button look="secondary">{send}</Button>
        </div>
      </Form>
    </Details>
  )
}

const Amend = ({ parts }: { readonly parts: Parts }) => {
  const { data, context, t } = parts
  const { referral } = data
  const { trajectoryType, law, wish, wishLanguage, reason } = referral
  const conflict = isOpen('amend', context) && context.form?.refusal.code === 'versionConflict'
  const typed = (field: string): string => context.form?.fields.text(field) ?? ''
  return (
    <Details summary={t('do.amend')} open={isOpen('amend', context)}>
      <Form
        {...common('amend', parts)}
        labels={{ ...fieldLabels(t), amendmentReason: t('field.amendmentReason') }}
        values={{ trajectoryType, law, wish, wishLanguage, reason, voluntary: referral.voluntary ? 'yes' : 'no' }}
      >
        {data.trajectoryEndedOn === undefined ? null : (
          <Callout>{t('do.amendAfterEnd', { day: sayDate(data.trajectoryEndedOn, context.today, context.lang) })}</Callout>
        )}
        {conflict ? (
          <ConflictPanel
            fields={[
              { label: t('field.wish'), theirs: referral.wish, yours: typed('wish') },
              { label: t('field.reason'), theirs: referral.reason, yours: typed('reason') },
            ].filter(field => field.theirs !== field.yours)}
          />
        ) : null}
        <WordFields t={t} lang={context.lang} wishLang={referral.wishLanguage} />
        {referral.state === 'accepted' ? (
          <FixedRequest referral={referral} />
        ) : (
          <RequestFields t={t} lang={context.lang} types={data.types} law={referral.law} />
        )}
        <TextArea name="amendmentReason" label={t('field.amendmentReason')} hint={t('do.amendHint')} rows={2} />
        <div className="op-actions">
          <Button look="secondary">{conflict ? t('do.keepMine') : t('do.amendSend')}</Button>
        </div>
      </Form>
    </Details>
  )
}

/** Once accepted, type and law stay what they are. */
const FixedRequest = ({ referral }: { readonly referral: ReferralData['referral'] }) => (
  <>
    <input type="hidden" name="trajectoryType" value={referral.trajectoryType} />
    <input type="hidden" name="law" value={referral.law} />
    <input type="hidden" name="voluntary" value={referral.voluntary ? 'yes' : 'no'} />
  </>
)

const Undo = (parts: Parts) => (
  <Form {...common('undoWithdrawal', parts)} inline>
    <Button look="secondary">{parts.t('do.undoSend')}</Button>
  </Form>
)

const partFor = (action: ReferralAction, parts: Parts) => {
  const { t } = parts
  switch (action) {
    case 'accept':
      return <Accept key={action} {...parts} />
    case 'askBack':
      return (
        <Ask key={action} post="askBack" field="question" summary={t('do.askBack')} send={t('do.askBackSend')} parts={parts} />
      )
    case 'reject':
      return (
        <Ask
          key={action}
          post="reject"
          field="rejectionReason"
          hint={t('do.rejectHint')}
          summary={t('do.reject')}
          send={t('do.rejectSend')}
          parts={parts}
        />
      )
    case 'reroute':
    case 'passOn':
      return <RouteForm key={action} post={action} {...parts} />
    case 'answerQuestion':
      return <Answer key={action} {...parts} />
    case 'amend':
      return <Amend key={action} parts={parts} />
    case 'withdraw':
      return (
        <Ask
          key={action}
          post="withdraw"
          field="reason"
          hint={t('do.withdrawHint')}
          summary={t('do.withdraw')}
          send={t('do.withdrawSend')}
          parts={parts}
          optional
        />
      )
    case 'undoWithdrawal':
      return <Undo key={action} {...parts} />
  }
}

const ORDER: readonly ReferralAction[] = [
  'accept',
  'askBack',
  'passOn',
  'reject',
  'answerQuestion',
  'amend',
  'reroute',
  'withdraw',
  'undoWithdrawal',
]

/** What may be done now, from the same table as the guard. */
export const ReferralActions = (parts: Parts) => {
  const actions = ORDER.filter(action => parts.data.actions.includes(action))
  if (actions.length === 0) return null
  const title = parts.t(actions.includes('accept') ? 'do.title' : 'do.deskTitle')
  return <Card title={title}>{actions.map(action => partFor(action, parts))}</Card>
}
