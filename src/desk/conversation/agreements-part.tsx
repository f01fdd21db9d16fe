import { type Agreement, AGREEMENT_OUTCOMES, type AgreementGround, groundOf, groundsOn, PROMISERS } from '#plans'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Card,
  Checkbox,
  DateField,
  Details,
  Form,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayDate,
  Soft,
  TextArea,
  TextField,
} from '#ui'
import { AgreementText, groundWords, TieBadge, WhatWasSaid } from './agreement-words.tsx'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'
import { ReciprocityCard } from './reciprocity-part.tsx'

export const promiserWords = (
  agreement: Pick<Agreement, 'promisedBy' | 'promisedByName'>,
  callName: string,
  t: PartProps['t'],
): string =>
  agreement.promisedBy === 'other'
    ? (agreement.promisedByName ?? t('agreements.whos.other'))
    : t(`agreements.whos.${agreement.promisedBy}`, { name: callName })

/** Those in force, and the one that an older agreement was made under. */
const groundsToChoose = (today: PageContext['today'], tiedTo: string | undefined): readonly AgreementGround[] => {
  const inForce = groundsOn(today)
  const kept = groundOf(tiedTo)
  return kept === undefined || inForce.some(ground => ground.key === kept.key) ? inForce : [...inForce, kept]
}

const Fields = ({ talk, context, t, p, tiedTo }: PartProps & { readonly tiedTo?: string | undefined }) => (
  <>
    <div className="op-talk-who">
      <RadioGroup
        name="promisedBy"
        label={t('agreements.who')}
        side
        options={PROMISERS.map(who => ({ value: who, label: t(`agreements.whos.${who}`, { name: talk.callName }) }))}
      />
      <div className="op-talk-other">
        <TextField name="promisedByName" label={t('agreements.whoName')} hint={t('steps.whoNameHint')} maxLength={100} optional />
      </div>
    </div>
    <TextArea name="words" label={t('agreements.words')} hint={t('agreements.wordsHint')} rows={2} />
    <DateField name="until" label={t('agreements.until')} min={context.today} optional />
    <Details summary={p('agreement.more')} open={tiedTo !== undefined}>
      <TextArea name="terms" label={p('agreement.terms')} hint={p('agreement.termsHint')} rows={2} optional />
      <RadioGroup
        name="tiedTo"
        label={p('agreement.tied')}
        optional
        options={[
          { value: '', label: p('agreement.voluntary') },
          ...groundsToChoose(context.today, tiedTo).map(ground => ({
            value: ground.key,
            label: groundWords(ground, context.lang, p),
          })),
        ]}
      />
    </Details>
    <Checkbox name="forMunicipality" label={t('agreements.municipal')} hint={t('agreements.municipalHint')} />
  </>
)

const words = ({ t, p }: PartProps) => ({
  'tiedTo.notInForce': p('agreement.notInForce'),
  'words.required': t('agreements.missing'),
  promisedBy: t('agreements.missingPromiser'),
  promisedByName: t('agreements.missingWho'),
})

const tieOf = (key: string | undefined, { context, p }: PartProps): string => {
  const ground = groundOf(key)
  return ground === undefined ? p('agreement.voluntary') : groundWords(ground, context.lang, p)
}

const EditAgreement = ({ agreement, ...props }: PartProps & { readonly agreement: Agreement }) => {
  const { talk, context, t, p } = props
  const { participantId } = talk
  const back = partPath(participantId, 'agreements')
  const action = talkPath('/afspraken/:agreementId/wijzigen', { participantId, agreementId: agreement.id })
  return (
    <>
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendAgreement"
        leave={back}
        fields={typed => [
          { label: t('agreements.words'), theirs: agreement.words, yours: typed('words') },
          { label: p('agreement.terms'), theirs: agreement.terms, yours: typed('terms') },
          { label: t('agreements.until'), theirs: agreement.until, yours: typed('until') },
          { label: p('agreement.tied'), theirs: tieOf(agreement.tiedTo, props), yours: tieOf(typed('tiedTo'), props) },
        ]}
      />
      <Form
        id="conversation.amendAgreement"
        action={`${action}?wijzig=${agreement.id}`}
        refused={context.form}
        version={agreement.version}
        values={{
          promisedBy: agreement.promisedBy,
          promisedByName: agreement.promisedByName,
          words: agreement.words,
          terms: agreement.terms,
          tiedTo: agreement.tiedTo ?? '',
          until: agreement.until,
          forMunicipality: agreement.forMunicipality ? 'yes' : '',
        }}
        words={words(props)}
        idPrefix="edit-"
      >
        <Fields {...props} tiedTo={agreement.tiedTo} />
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

const CloseAgreement = ({ agreement, talk, context, t, p }: PartProps & { readonly agreement: Agreement }) => {
  const mine = context.form?.id === 'conversation.closeAgreement' && context.query['sluit'] === agreement.id
  const params = { participantId: talk.participantId, agreementId: agreement.id }
  return (
    <Details summary={p('agreement.close')} open={mine}>
      <Form
        {...(mine ? { id: 'conversation.closeAgreement', refused: context.form } : {})}
        action={`${talkPath('/afspraken/:agreementId/sluiten', params)}?sluit=${agreement.id}`}
        version={agreement.version}
        words={{ outcome: p('agreement.missingOutcome') }}
        idPrefix={`close-${agreement.id}-`}
      >
        <RadioGroup
          name="outcome"
          label={p('agreement.close')}
          unlabelled
          side
          options={AGREEMENT_OUTCOMES.map(outcome => ({ value: outcome, label: p(`agreement.outcomes.${outcome}`) }))}
        />
        <TextArea name="words" label={p('agreement.closeWords')} rows={2} optional />
        <Paragraph soft>{p('agreement.nobodyTold')}</Paragraph>
        <Button look="secondary" label={`${p('agreement.closeSave')}: ${agreement.words}`}>
          {t('save')}
        </Button>
      </Form>
    </Details>
  )
}

const OpenAgreement = (props: PartProps & { readonly agreement: Agreement }) => {
  const { agreement, talk, context, t, p } = props
  const { lang, today } = context
  if (context.query['wijzig'] === agreement.id) return <EditAgreement {...props} />
  return (
    <>
      <Badges>
        <Badge tone="orange">{promiserWords(agreement, talk.callName, t)}</Badge>
        {agreement.until === undefined ? null : (
          <Badge>{t('agreements.untilDay', { day: sayDate(agreement.until, today, lang) })}</Badge>
        )}
        <TieBadge agreement={agreement} lang={lang} />
        {agreement.forMunicipality ? <Badge tone="green">{t('agreements.forMunicipality')}</Badge> : null}
      </Badges>
      <AgreementText agreement={agreement} p={p} />
      <WhatWasSaid agreement={agreement} callName={talk.callName} lang={lang} today={today} p={p} />
      <Actions>
        <LinkButton
          look="quiet"
          href={partPath(talk.participantId, 'agreements', { wijzig: agreement.id })}
          label={`${t('edit')}: ${agreement.words}`}
        >
          {t('edit')}
        </LinkButton>
      </Actions>
      <CloseAgreement {...props} />
    </>
  )
}

const ClosedAgreements = ({ talk, context, t, p }: PartProps) => {
  const closed = talk.plan.agreements.flatMap(agreement => (agreement.state === 'open' ? [] : [agreement]))
  if (closed.length === 0) return null
  return (
    <Details summary={`${t('agreements.closed')} (${closed.length})`}>
      <ul className="op-talk-list">
        {closed.map(agreement => (
          <li key={agreement.id}>
            <AgreementText agreement={agreement} p={p} />
            <Soft>
              {promiserWords(agreement, talk.callName, t)} · {p(`agreement.outcome.${agreement.state}`)}
            </Soft>
            <WhatWasSaid agreement={agreement} callName={talk.callName} lang={context.lang} today={context.today} p={p} />
            <Form
              action={talkPath('/afspraken/:agreementId/heropenen', {
                participantId: talk.participantId,
                agreementId: agreement.id,
              })}
              version={agreement.version}
              inline
            >
              <Button look="secondary">{t('agreements.reopen')}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** Folded once something was agreed: what stands there comes first. */
const NewAgreement = ({ first, ...props }: PartProps & { readonly first: boolean }) => {
  const { talk, context, t } = props
  const form = (
    <Form
      id="conversation.addAgreement"
      action={talkPath('/afspraken', { participantId: talk.participantId })}
      refused={context.form}
      values={{ tiedTo: '' }}
      words={words(props)}
      draft={`agreement:${talk.participantId}`}
    >
      <Fields {...props} />
      <Button large>{t('agreements.add')}</Button>
    </Form>
  )
  if (first) return <Card>{form}</Card>
  return (
    <Details summary={t('agreements.another')} open={context.form?.id === 'conversation.addAgreement'}>
      <Card>{form}</Card>
    </Details>
  )
}

export const viewAgreements = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const open = talk.plan.agreements.filter(agreement => agreement.state === 'open')
  return renderTalk(props, {
    part: 'agreements',
    title: t('agreements.title'),
    lead: t('agreements.lead'),
    children: (
      <>
        <Card title={t('agreements.mine')}>
          {open.length === 0 ? (
            <Paragraph soft>{t('agreements.empty')}</Paragraph>
          ) : (
            <ul className="op-talk-list">
              {open.map(agreement => (
                <li key={agreement.id}>
                  <OpenAgreement {...props} agreement={agreement} />
                </li>
              ))}
            </ul>
          )}
        </Card>
        <NewAgreement {...props} first={open.length === 0} />
        <ClosedAgreements {...props} />
        <ReciprocityCard {...props} />
      </>
    ),
  })
}
