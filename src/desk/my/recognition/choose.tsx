import type { PageContext } from '#platform'
import { isChoosable, type RecognitionOption } from '#plans'
import { Actions, Button, Card, Form, LinkButton, Paragraph, RadioGroup, sayMoney, Soft, TextField } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { OwnWords } from '../step-card.tsx'
import type { Choosable } from './recognition.ts'
import { recognitionTexts } from './texts.ts'
import { whatIs } from './what.ts'

export const CHOICE_FORMS = { step: 'desk.chooseRecognition', goal: 'desk.chooseGoalRecognition' } as const

interface Props {
  readonly about: Choosable
  readonly options: readonly RecognitionOption[]
  readonly participantId: string
  readonly context: PageContext
}

/** A line that can no longer be chosen stays with who had it. */
const listed = ({ about, options, context: { lang } }: Props) =>
  options
    .filter(option => isChoosable(option) || option.id === about.recognition.optionId)
    .map(option => ({
      value: option.id,
      label: option.words,
      ...(option.valueCents === undefined ? {} : { hint: sayMoney(option.valueCents, lang) }),
    }))

/** Own words go with "something else" only, so that words of before never stick to another choice. */
export const ChooseCard = (props: Props) => {
  const { about, context, participantId } = props
  const { t } = recognitionTexts(context.lang)
  const { kind, optionId, words } = about.recognition
  const choice = optionId ?? (kind === 'compliment' || kind === 'none' ? kind : 'other')
  const own = [
    { value: 'compliment', label: t('choose.compliment') },
    { value: 'other', label: t('choose.other') },
    { value: 'none', label: t('choose.none') },
  ]
  return (
    <Card title={t('choose.title')} tint="orange" id="kiezen">
      <Paragraph>{t(`choose.for.${about.kind}`)}</Paragraph>
      <p className="op-given__kind">
        <OwnWords words={about.title} lang={about.language} />
      </p>
      <Soft>{t('choose.now', { what: whatIs(about.recognition, context.lang) })}</Soft>
      <Form
        id={CHOICE_FORMS[about.kind]}
        action={myPaths.chooseRecognition(about.kind, about.id)}
        refused={context.form}
        version={about.version}
        hidden={{ participantId }}
        values={{ choice, recognitionWords: choice === 'other' ? words : '' }}
        labels={{ choice: t('choose.question'), recognitionWords: t('choose.words') }}
        words={{
          versionConflict: t('changed'),
          recognitionOptionId: t('choose.gone'),
          'recognitionWords.required': t('choose.wordsMissing'),
        }}
        draft={`recognition:${about.id}`}
      >
        <RadioGroup name="choice" label={t('choose.question')} options={[...listed(props), ...own]} />
        <TextField
          name="recognitionWords"
          label={t('choose.words')}
          hint={t('choose.wordsHint')}
          maxLength={500}
          ownWords
          optional
        />
        <Actions>
          <Button look="confirm">{t('choose.save')}</Button>
          <LinkButton look="secondary" href={deskPaths.myRecognition()}>
            {t('choose.leave')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}
