import { LANGUAGES } from '#kernel'
import { CORRECTION_PARTS } from '#people'
import { Button, Checkbox, Form, RadioGroup, sayLanguage, Select, TextArea, TextField } from '#ui'
import { BothTexts } from '../../web/both-texts.tsx'
import { ContactConflict } from '../../web/contact-conflict.tsx'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { type DataPart, formPage } from './own-page.tsx'

const languages = ({ context }: DataPart) => LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))
/** The language of the page when it is one that people may write in, else Dutch. */
const pageLanguage = ({ context }: DataPart): string => LANGUAGES.find(language => language === context.lang) ?? 'nl'

/** Goes back to what the other saved; what was typed here is left. */
const leaveIt = (t: DataPart['t']) => ({ href: deskPaths.myData(), label: t('conflictLeave') })

export const namePage = formPage({
  id: 'desk.myName',
  path: myPaths.setName(),
  title: t => t('nameTitle'),
  form: ({ profile, context, t }) => (
    <Form
      id="desk.setMyName"
      action={myPaths.setName()}
      refused={context.form}
      version={profile.person.version}
      values={{ callName: profile.person.callName }}
      hidden={{ participantId: profile.participantId }}
      labels={{ callName: t('nameLabel') }}
      words={{ versionConflict: t('conflict') }}
    >
      <BothTexts
        context={context}
        formId="desk.setMyName"
        fields={typed => [{ label: t('nameLabel'), theirs: profile.person.callName, yours: typed('callName') }]}
        leave={leaveIt(t)}
      />
      <TextField name="callName" label={t('nameLabel')} hint={t('nameHint')} maxLength={80} ownWords autoComplete="nickname" />
      <Button look="confirm" large>
        {t('save')}
      </Button>
    </Form>
  ),
})

export const contactPage = formPage({
  id: 'desk.myContact',
  path: myPaths.contact(),
  title: t => t('reachTitle'),
  form: part => {
    const { profile, context, t } = part
    const { channels = [], interpreter = false, version = 1, ...values } = profile.contact ?? {}
    return (
      <Form
        id="desk.updateMyContact"
        action={myPaths.contact()}
        refused={context.form}
        version={version}
        values={{ ...values, interpreter: interpreter ? 'yes' : '' }}
        hidden={{ participantId: profile.participantId, channels: channels.join(' ') }}
        words={{ postcode: t('postcodeError'), phone: t('phoneError'), versionConflict: t('conflict') }}
      >
        {profile.contact === undefined ? null : (
          <ContactConflict
            context={context}
            formId="desk.updateMyContact"
            contact={profile.contact}
            words={{ label: field => t(field), yes: t('yes'), no: t('no'), nothing: t('nothing') }}
            leave={leaveIt(t)}
          />
        )}
        <TextField name="phone" label={t('phone')} type="tel" autoComplete="tel" optional />
        <TextField name="email" label={t('email')} type="email" autoComplete="email" optional />
        <TextField name="address" label={t('address')} autoComplete="street-address" ownWords optional />
        <TextField name="postcode" label={t('postcode')} autoComplete="postal-code" narrow optional />
        <TextField name="place" label={t('place')} ownWords optional />
        <Select name="language" label={t('language')} empty={false} options={languages(part)} />
        <Checkbox name="interpreter" label={t('interpreter')} checked={interpreter} />
        <TextArea name="preferences" label={t('preferences')} hint={t('preferencesHint')} rows={2} optional />
        <Button look="confirm" large>
          {t('save')}
        </Button>
      </Form>
    )
  },
})

export const storyPage = formPage({
  id: 'desk.myStory',
  path: myPaths.story(),
  title: t => t('story'),
  lead: t => t('storyWords'),
  form: part => {
    const { profile, context, t } = part
    return (
      <Form
        id="desk.tellMyStory"
        action={myPaths.story()}
        refused={context.form}
        version={profile.story?.version ?? 0}
        values={{ words: profile.story?.words, language: profile.story?.language ?? pageLanguage(part) }}
        hidden={{ participantId: profile.participantId }}
        labels={{ words: t('storyLabel') }}
        words={{ versionConflict: t('conflict') }}
        draft="my-story"
      >
        <BothTexts
          context={context}
          formId="desk.tellMyStory"
          fields={typed => [{ label: t('storyLabel'), theirs: profile.story?.words, yours: typed('words') }]}
          leave={leaveIt(t)}
          empty={t('nothing')}
        />
        <TextArea name="words" label={t('storyLabel')} hint={t('storyHint')} rows={10} maxLength={20_000} optional />
        <Select name="language" label={t('storyLanguage')} empty={false} options={languages(part)} />
        <Button look="confirm" large>
          {t('storySave')}
        </Button>
      </Form>
    )
  },
})

export const correctPage = formPage({
  id: 'desk.myCorrection',
  path: myPaths.correct(),
  title: t => t('correct'),
  lead: t => t('correctWords'),
  form: part => {
    const { profile, context, t } = part
    return (
      <Form
        id="desk.askMyCorrection"
        action={myPaths.correct()}
        refused={context.form}
        values={{ language: pageLanguage(part) }}
        hidden={{ participantId: profile.participantId }}
        labels={{ words: t('correctLabel'), about: t('correctAbout') }}
        words={{ 'words.tooSmall.string': t('correctMissing'), 'words.required': t('correctMissing') }}
        draft="my-correction"
      >
        <RadioGroup
          name="about"
          label={t('correctAbout')}
          options={CORRECTION_PARTS.map(value => ({ value, label: t(`part.${value}`) }))}
        />
        <TextArea name="words" label={t('correctLabel')} hint={t('correctHint')} rows={4} maxLength={4_000} />
        <Select name="language" label={t('storyLanguage')} empty={false} options={languages(part)} />
        <Button look="confirm" large>
          {t('correctSend')}
        </Button>
      </Form>
    )
  },
})
