import { type Agreement, AGREEMENT_OUTCOMES, PROMISERS } from '#plans'
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
  FreeText,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayDate,
  Soft,
  TextArea,
  TextField,
} from '#ui'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'

export const promiserWords = (
  agreement: Pick<Agreement, 'promisedBy' | 'promisedByName'>,
  callName: string,
  t: PartProps['t'],
): string =>
  agreement.promisedBy === 'other'
    ? (agreement.promisedByName ?? t('agreements.whos.other'))
    : t(`agreements.whos.${agreement.promisedBy}`, { name: callName })

const Fields = ({ talk, context, t }: PartProps) => (
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
    <Checkbox name="forMunicipality" label={t('agreements.municipal')} hint={t('agreements.municipalHint')} />
  </>
)

const words = (t: PartProps['t']) => ({
  'words.required': t('agreements.missing'),
  promisedBy: t('agreements.missingPromiser'),
  promisedByName: t('agreements.missingWho'),
})

const EditAgreement = ({ agreement, ...props }: PartProps & { readonly agreement: Agreement }) => {
  const { talk, context, t } = props
  const { participantId } = talk
  const back = partPath(participantId, 'agreements')
  const action = talkPath('/afspraken/:agreementId/wijzigen', { participantId, agreementId: agreement.id })
  return (
    <>
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendAgreement"
        theirs={agreement.words}
        yours="words"
        leave={back}
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
          until: agreement.until,
          forMunicipality: agreement.forMunicipality ? 'yes' : '',
        }}
        words={words(t)}
        idPrefix="edit-"
      >
        <Fields {...props} />
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

const OpenAgreement = ({ agreement, ...props }: PartProps & { readonly agreement: Agreement }) => {
  const { talk, context, t } = props
  const params = { participantId: talk.participantId, agreementId: agreement.id }
  if (context.query['wijzig'] === agreement.id) return <EditAgreement {...props} agreement={agreement} />
  return (
    <>
      <Badges>
        <Badge tone="orange">{promiserWords(agreement, talk.callName, t)}</Badge>
        {agreement.until === undefined ? null : (
          <Badge>{t('agreements.untilDay', { day: sayDate(agreement.until, context.today, context.lang) })}</Badge>
        )}
        {agreement.forMunicipality ? <Badge tone="green">{t('agreements.forMunicipality')}</Badge> : null}
      </Badges>
      <FreeText>{agreement.words}</FreeText>
      <Actions>
        {AGREEMENT_OUTCOMES.map(outcome => (
          <Form
            key={outcome}
            action={talkPath('/afspraken/:agreementId/sluiten', params)}
            version={agreement.version}
            hidden={{ outcome }}
            inline
          >
            <Button
              look={outcome === 'kept' ? 'secondary' : 'quiet'}
              label={`${t(`agreements.close.${outcome}`)}: ${agreement.words}`}
            >
              {t(`agreements.close.${outcome}`)}
            </Button>
          </Form>
        ))}
        <LinkButton
          look="quiet"
          href={partPath(talk.participantId, 'agreements', { wijzig: agreement.id })}
          label={`${t('edit')}: ${agreement.words}`}
        >
          {t('edit')}
        </LinkButton>
      </Actions>
    </>
  )
}

const ClosedAgreements = ({ talk, t }: PartProps) => {
  const closed = talk.plan.agreements.flatMap(agreement => (agreement.state === 'open' ? [] : [agreement]))
  if (closed.length === 0) return null
  return (
    <Details summary={`${t('agreements.closed')} (${closed.length})`}>
      <ul className="op-talk-list">
        {closed.map(agreement => (
          <li key={agreement.id}>
            <FreeText>{agreement.words}</FreeText>
            <Soft>
              {promiserWords(agreement, talk.callName, t)} · {t(`agreements.close.${agreement.state}`)}
            </Soft>
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
        <Card>
          <Form
            id="conversation.addAgreement"
            action={talkPath('/afspraken', { participantId: talk.participantId })}
            refused={context.form}
            words={words(t)}
            draft={`agreement:${talk.participantId}`}
          >
            <Fields {...props} />
            <Button large>{t('agreements.add')}</Button>
          </Form>
        </Card>
        <ClosedAgreements {...props} />
      </>
    ),
  })
}
