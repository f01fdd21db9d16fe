import { LANGUAGES } from '#kernel'
import {
  Actions,
  Button,
  Card,
  Checkbox,
  Details,
  Form,
  LinkButton,
  Paragraph,
  sayLanguage,
  Select,
  TextArea,
  TextField,
} from '#ui'
import { ContactConflict } from '../web/contact-conflict.tsx'
import { deskPaths } from '../web/paths.ts'
import type { DossierPart } from './part.ts'

/** How to reach the person: changed here, seen at the next contact. */
export const ContactForm = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => {
  const { contact } = dossier
  if (contact === undefined) return null
  const { version, channels, interpreter, ...values } = contact
  return (
    <Details summary={t('contactForm.edit')} open={context.form?.id === 'desk.updateContact'}>
      <Form
        id="desk.updateContact"
        idPrefix="contact-"
        action={deskPaths.updateContact(dossier.participantId)}
        refused={context.form}
        version={version}
        values={{ ...values, interpreter: interpreter ? 'yes' : '' }}
        hidden={{ channels: channels.join(' ') }}
        words={{ postcode: t('contactForm.postcodeError'), phone: t('contactForm.phoneError') }}
      >
        <ContactConflict
          context={context}
          formId="desk.updateContact"
          contact={contact}
          words={{
            label: field => t(`contactForm.${field}`),
            yes: t('contactForm.yes'),
            no: t('contactForm.no'),
            nothing: t('contactForm.nothing'),
          }}
          leave={{ href: `${deskPaths.dossier(dossier.participantId)}#over`, label: t('contactForm.leave') }}
        />
        <TextField name="phone" label={t('contactForm.phone')} type="tel" optional />
        <TextField name="email" label={t('contactForm.email')} type="email" optional />
        <TextField name="address" label={t('contactForm.address')} optional />
        <TextField name="postcode" label={t('contactForm.postcode')} narrow optional />
        <TextField name="place" label={t('contactForm.place')} optional />
        <Select
          name="language"
          label={t('contactForm.language')}
          empty={false}
          options={LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))}
        />
        <Checkbox name="interpreter" label={t('contactForm.interpreter')} checked={interpreter} />
        <TextArea name="preferences" label={t('contactForm.preferences')} rows={2} optional />
        <Actions>
          <Button look="secondary">{t('contactForm.save')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

/** An own sign-in for the person: a mail explains how. */
export const Invitation = ({ part: { dossier, context, t } }: { readonly part: DossierPart }) => {
  const name = dossier.callName
  if (dossier.ownSignIn) {
    return (
      <Card title={t('invite.title')} level={3}>
        <Paragraph>{t('invite.has', { name })}</Paragraph>
        <LinkButton look="quiet" href={deskPaths.invite(dossier.participantId)}>
          {t('invite.otherWays')}
        </LinkButton>
      </Card>
    )
  }
  return (
    <Card title={t('invite.title')} level={3}>
      <Paragraph>{t('invite.words', { name })}</Paragraph>
      <Form
        id="desk.invite"
        idPrefix="invite-"
        action={deskPaths.invite(dossier.participantId)}
        refused={context.form}
        values={{ email: dossier.contact?.email, language: dossier.contact?.language === 'ar' ? 'ar' : 'nl' }}
        words={{ 'email.alreadyDone': t('invite.alreadyDone') }}
      >
        <TextField name="email" label={t('invite.email', { name })} type="email" />
        <Select
          name="language"
          label={t('invite.language')}
          empty={false}
          options={(['nl', 'en', 'ar'] as const).map(value => ({ value, label: sayLanguage(value, context.lang) }))}
        />
        <Actions>
          <Button look="secondary">{t('invite.button')}</Button>
          <LinkButton look="quiet" href={deskPaths.invite(dossier.participantId)}>
            {t('invite.otherWays')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

/** The intake: first a day for the first conversation, then the start of the trajectory ends it. */
export const Activation = ({ part: { dossier, t } }: { readonly part: DossierPart }) => {
  const intake = dossier.trajectories.find(trajectory => trajectory.state === 'intake')
  if (intake === undefined) return null
  if (dossier.appointments?.length === 0 && dossier.plan?.goals.length === 0) {
    return (
      <Card tint="green">
        <Paragraph>{t('activate.first', { name: dossier.callName })}</Paragraph>
        <LinkButton look="secondary" href="#straks">
          {t('activate.plan')}
        </LinkButton>
      </Card>
    )
  }
  return (
    <Card tint="green">
      <Paragraph>{t('activate.help')}</Paragraph>
      <Form
        action={deskPaths.activate(dossier.participantId, intake.id)}
        inline
        version={intake.version}
        label={t('activate.button')}
      >
        <Button look="confirm">{t('activate.button')}</Button>
      </Form>
    </Card>
  )
}
