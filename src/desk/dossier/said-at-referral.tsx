import { Actions, Button, Form, Link, LinkButton, Paragraph, Quote, sayDate, Soft } from '#ui'
import { partPath } from '../conversation/parts.ts'
import { referralPath } from '../links.ts'
import { deskPaths } from '../web/paths.ts'
import type { DossierPart } from './part.ts'

/** Nothing was written down yet: what was said at the referral is there to take over, so that nobody has to ask or type it again. */
export const SaidAtReferral = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => {
  const { referral, participantId } = dossier
  if (referral === undefined || referral.wish === '') {
    return (
      <>
        <Paragraph soft>{t('about.nothingSaid')}</Paragraph>
        <Actions>
          <LinkButton look="secondary" href={partPath(participantId, 'wish')}>
            {t('about.writeWish')}
          </LinkButton>
        </Actions>
      </>
    )
  }
  const day = sayDate(referral.sentOn, context.today, context.lang)
  return (
    <>
      <Quote lang={referral.language}>{referral.wish}</Quote>
      <Soft>{t('referral.said', { day })}</Soft>
      <Form
        action={deskPaths.takeOverWish(participantId)}
        hidden={{ words: referral.wish, language: referral.language }}
        inline
        label={t('referral.takeOver')}
      >
        <Button look="confirm">{t('referral.takeOver')}</Button>
        <LinkButton look="quiet" href={partPath(participantId, 'wish')}>
          {t('referral.amend')}
        </LinkButton>
      </Form>
    </>
  )
}

/** The way back to the referral, for those who received it. */
export const ReferralLink = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => {
  const { referral } = dossier
  if (referral === undefined || !referral.own) return null
  return (
    <Link href={referralPath(referral.id)}>
      {t('referral.link', { day: sayDate(referral.sentOn, context.today, context.lang) })}
    </Link>
  )
}
