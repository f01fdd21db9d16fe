import { type Agreement, PROMISERS } from '#plans'
import {
  Actions,
  Badge,
  Button,
  Callout,
  Card,
  Checkbox,
  DateField,
  Details,
  Form,
  Paragraph,
  Quote,
  RadioGroup,
  sayDay,
  Section,
  Soft,
  TextArea,
  TextField,
} from '#ui'
import { Terms, TieBadge, WhatWasSaid } from '../conversation/agreement-words.tsx'
import { planTexts } from '../conversation/plan-texts.ts'
import { hoursWords } from '../conversation/reciprocity-part.tsx'
import { deskPaths } from '../web/paths.ts'
import { type DossierPart, firstOf, isAskedFor } from './part.ts'

const promiserName = (agreement: Agreement, { dossier, t }: DossierPart): string =>
  t(`agreements.by.${agreement.promisedBy}`, { name: dossier.callName, other: agreement.promisedByName ?? '' })

const CloseButtons = ({ agreement, part: { dossier, t } }: { readonly agreement: Agreement; readonly part: DossierPart }) => (
  <Form
    action={deskPaths.closeAgreement(dossier.participantId, agreement.id)}
    inline
    version={agreement.version}
    label={agreement.words}
  >
    <Button look="secondary" name="outcome" value="kept">
      {t('agreements.keptAction')}
    </Button>
    <Button look="quiet" name="outcome" value="notKept">
      {t('agreements.notKeptAction')}
    </Button>
  </Form>
)

const AgreementRow = ({ agreement, part }: { readonly agreement: Agreement; readonly part: DossierPart }) => {
  const { context, t } = part
  const detail = [
    promiserName(agreement, part),
    ...(agreement.until === undefined ? [] : [sayDay(agreement.until, context.today, context.lang)]),
    ...(agreement.forMunicipality ? [t('agreements.forMunicipality')] : []),
  ].join(' · ')
  return (
    <li className="op-event">
      <p className="op-event__head">
        <strong dir="auto">{agreement.words}</strong> <Soft>{detail}</Soft>
      </p>
      <TieBadge agreement={agreement} lang={context.lang} />
      <Terms agreement={agreement} p={planTexts(context.lang).t} />
      <WhatWasSaid
        agreement={agreement}
        callName={part.dossier.callName}
        lang={context.lang}
        today={context.today}
        p={planTexts(context.lang).t}
      />
      {agreement.state === 'open' ? (
        <CloseButtons agreement={agreement} part={part} />
      ) : (
        <Badge tone={agreement.state === 'kept' ? 'green' : 'stone'}>{t(`agreements.state.${agreement.state}`)}</Badge>
      )}
    </li>
  )
}

const AddAgreement = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => (
  <Details summary={t('agreements.add')} open={context.form?.id === 'desk.addAgreement'}>
    <Form
      id="desk.addAgreement"
      idPrefix="agreement-"
      action={deskPaths.addAgreement(dossier.participantId)}
      refused={context.form}
      values={{ promisedBy: 'participant' }}
    >
      <RadioGroup
        name="promisedBy"
        label={t('agreements.promisedBy')}
        side
        options={PROMISERS.map(value => ({
          value,
          label: value === 'other' ? t('agreements.otherName') : t(`agreements.by.${value}`, { name: dossier.callName }),
        }))}
      />
      <TextField name="promisedByName" label={t('agreements.otherName')} optional maxLength={100} />
      <TextArea name="words" label={t('agreements.words')} rows={2} />
      <DateField name="until" label={t('agreements.until')} optional />
      <Checkbox name="forMunicipality" label={t('agreements.forMunicipality')} />
      <Actions>
        <Button look="secondary">{t('agreements.save')}</Button>
      </Actions>
    </Form>
  </Details>
)

/** What the person gives back, when there is something to say about it. */
const Giving = ({ part: { dossier, context } }: { readonly part: DossierPart }) => {
  const given = dossier.plan?.reciprocity.filter(each => !each.archived) ?? []
  const p = planTexts(context.lang).t
  if (given.length === 0) return null
  return (
    <Callout tone="green">
      <strong>{p('reciprocity.of', { name: dossier.callName })}</strong>
      {given.map(each => (
        <div key={each.id} className="op-given-back">
          <Quote lang={each.language}>{each.words}</Quote>
          <Soft>{hoursWords(each, context.lang, p)}</Soft>
        </div>
      ))}
    </Callout>
  )
}

const AgreementList = ({
  agreements,
  label,
  part,
}: {
  readonly agreements: readonly Agreement[]
  readonly label: string
  readonly part: DossierPart
}) =>
  agreements.length === 0 ? null : (
    <ul className="op-events" aria-label={label}>
      {agreements.map(agreement => (
        <AgreementRow key={agreement.id} agreement={agreement} part={part} />
      ))}
    </ul>
  )

/** Promises that stand open at a glance. */
const OPEN = 2

/** Promises of both sides, what is done with folded away; what is marked is seen by the municipality. */
export const Agreements = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, t } = part
  if (dossier.plan === undefined) return null
  const { agreements } = dossier.plan
  const open = agreements.filter(({ state }) => state === 'open')
  const closed = agreements.filter(({ state }) => state !== 'open')
  const [first, more] = firstOf(open, OPEN)
  return (
    <Section title={t('agreements.title')} id="toezeggingen">
      <Card>
        {agreements.length === 0 ? <Paragraph soft>{t('agreements.empty', { name: dossier.callName })}</Paragraph> : null}
        <AgreementList agreements={first} label={t('agreements.title')} part={part} />
        {more.length === 0 ? null : (
          <Details summary={t('agreements.more', { count: more.length })} open={isAskedFor(part, 'toezeggingen')}>
            <AgreementList agreements={more} label={t('agreements.more', { count: more.length })} part={part} />
          </Details>
        )}
        {closed.length === 0 ? null : (
          <Details summary={t('agreements.closed', { count: closed.length })}>
            <AgreementList agreements={closed} label={t('agreements.closed', { count: closed.length })} part={part} />
          </Details>
        )}
        <AddAgreement part={part} />
      </Card>
      <Giving part={part} />
    </Section>
  )
}
