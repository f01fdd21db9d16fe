import { Actions, Button, Details, Form, Paragraph, RadioGroup, sayDate, TextArea } from '#ui'
import type { PageContext } from '#platform'
import { referralPostPath } from './paths.ts'
import type { ReferralData } from './referral-data.ts'
import { REFERRAL_FORMS } from './referral-forms.ts'
import type { T } from './texts.ts'
import { inLang } from './words.ts'

/** To another organisation: by the municipality, or after an intake by the organisation that has it. */
export const RouteForm = ({
  post,
  data,
  context,
  t,
}: {
  readonly post: 'reroute' | 'passOn'
  readonly data: ReferralData
  readonly context: PageContext
  readonly t: T
}) => {
  const { referral, receivers } = data
  const others = receivers.filter(({ name }) => name !== referral.organisationName)
  const labels = { organisationId: t('route.to'), words: t(`route.${post}Words`) }
  return (
    <Details summary={t(`route.${post}`)} open={context.form?.id === REFERRAL_FORMS[post]}>
      {others.length === 0 ? (
        <Paragraph>{t('route.nobody')}</Paragraph>
      ) : (
        <Form
          id={REFERRAL_FORMS[post]}
          action={referralPostPath(referral.id, post)}
          refused={context.form}
          version={referral.version}
          hidden={{ participantId: referral.participantId }}
          idPrefix={`${post}-`}
          labels={labels}
          words={{
            versionConflict: t('error.changed'),
            alreadyDone: t('error.alreadySent'),
            'organisationId.required': t('route.toMissing'),
            'organisationId.sameOrganisation': t('route.same'),
          }}
        >
          <Paragraph soft>{t(`route.${post}Hint`, { organisation: referral.organisationName })}</Paragraph>
          <RadioGroup
            name="organisationId"
            label={labels.organisationId}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea name="words" label={labels.words} hint={t('route.wordsHint')} rows={3} />
          <Actions>
            <Button look="secondary">{t(`route.${post}Send`)}</Button>
          </Actions>
        </Form>
      )}
    </Details>
  )
}

/** Said to who does the intake in a transition, before somebody takes it for their own. */
export const Transition = ({ data, context: { lang, today }, t }: Omit<Parameters<typeof RouteForm>[0], 'post'>) => {
  const { referral, types, receivers } = data
  const kind = types.find(({ type }) => type === referral.trajectoryType)
  const own = receivers.find(({ name }) => name === referral.organisationName)
  if (kind?.intakeUntil === undefined || own === undefined || kind.intakeThrough !== own.id) return null
  return (
    <Paragraph>
      {t('route.yourIntake', {
        kind: inLang(kind.label, lang),
        day: sayDate(kind.intakeUntil, today, lang),
        passOn: t('route.passOn'),
      })}
    </Paragraph>
  )
}

/** Who has it, since when, and that somebody was reminded. */
export const sayWhereabouts = ({ referral }: ReferralData, { lang, today }: PageContext, t: T): readonly string[] => {
  const { organisationName: organisation, viaOrganisationName: via, withSinceOn, sentOn, reminded } = referral
  const day = sayDate(withSinceOn, today, lang)
  const moved = via !== undefined || withSinceOn !== sentOn
  return [
    ...(moved ? [via === undefined ? t('route.since', { organisation, day }) : t('route.via', { organisation, via, day })] : []),
    ...(reminded ? [t('route.reminded')] : []),
  ]
}
