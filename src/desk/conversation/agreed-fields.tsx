import { isChoosable, RECOGNITION_KINDS, type Recognition, type RecognitionOption } from '#plans'
import { DateField, type Lang, sayMoney, Select, TextField } from '#ui'
import type { ReactNode } from 'react'
import type { FormFields } from '#platform'
import type { PartProps } from './frame.tsx'
import { hintWords } from './notice-words.ts'
import type { P } from './plan-texts.ts'

/** "Bon van 10 euro (€ 10)": a line of the municipality's list. */
export const optionWords = ({ words, valueCents }: Pick<RecognitionOption, 'words' | 'valueCents'>, lang: Lang, p: P): string =>
  valueCents === undefined ? words : p('recognition.worth', { words, amount: sayMoney(valueCents, lang) })

interface ChoiceProps extends PartProps {
  readonly prefix: string
  readonly label: string
  /** The line of the municipality's list that it has now. */
  readonly current?: string | undefined
}

/** A kind in general, or a line of the municipality's list: one choice. A line that can no longer be chosen stays with who had it. */
export const RecognitionKindField = ({ current, talk, context, t, p, prefix, label }: ChoiceProps) => (
  <Select
    name={`${prefix}recognitionKind`}
    label={label}
    empty={false}
    options={[
      ...talk.options
        .filter(option => isChoosable(option) || option.id === current)
        .map(option => ({ value: option.id, label: optionWords(option, context.lang, p) })),
      ...RECOGNITION_KINDS.map(kind => ({ value: kind, label: t(`steps.recognitions.${kind}`) })),
    ]}
  />
)

export const RecognitionWordsField = ({ t, prefix }: Pick<PartProps, 't'> & { readonly prefix: string }) => (
  <TextField name={`${prefix}recognitionWords`} label={t('steps.recognitionWords')} maxLength={500} ownWords optional />
)

/** The choice with its own words beside it. */
export const RecognitionChoice = (props: ChoiceProps) => (
  <div className="op-side">
    <RecognitionKindField {...props} />
    <RecognitionWordsField {...props} />
  </div>
)

/** The stored choice as the field shows it. */
export const choiceOf = (recognition: Recognition | undefined): string => recognition?.optionId ?? recognition?.kind ?? 'none'

/** For what is in own words and costs money; what is on the list has its value there. */
export const RecognitionValue = ({ p, prefix }: Pick<PartProps, 'p'> & { readonly prefix: string }) => (
  <TextField
    name={`${prefix}recognitionEuros`}
    label={p('recognition.value')}
    hint={p('recognition.valueHint')}
    inputMode="decimal"
    narrow
    optional
  />
)
export const eurosOf = (recognition: Recognition | undefined): string | undefined =>
  recognition?.valueCents === undefined || recognition.optionId !== undefined
    ? undefined
    : String(recognition.valueCents / 100).replace('.', ',')

const isListed = (choice: string | undefined): boolean => choice !== undefined && choice.includes('-')

/** The choice as typed: a line of the list has an id. */
export const recognitionFrom = ({ optional, number }: Pick<FormFields, 'optional' | 'number'>, prefix: string) => {
  const choice = optional(`${prefix}recognitionKind`)
  const euros = number(`${prefix}recognitionEuros`)
  return {
    ...(isListed(choice) ? { recognitionOptionId: choice } : { recognitionKind: choice }),
    recognitionWords: optional(`${prefix}recognitionWords`),
    recognitionCents: euros === undefined ? undefined : Math.round(euros * 100),
  }
}

/** A day as people say it, or picked: whichever comes easier. */
export const DayFields = ({
  context,
  p,
  said,
  picked,
  label,
  hint,
}: PartProps & { readonly said: string; readonly picked: string; readonly label: string; readonly hint: string }) => (
  <div className="op-side">
    <TextField name={said} label={label} hint={hint} maxLength={60} optional />
    <DateField name={picked} label={p('day.picked')} min={context.today} optional />
  </div>
)

const FILLED = { word: '{word}', instead: '{instead}' }
/** Looks along while somebody types a sentence in Dutch; without a script the tip comes after saving. */
export const PlainHint = ({
  p,
  language,
  children,
}: Pick<PartProps, 'p'> & { readonly language: string; readonly children: ReactNode }) =>
  language === 'nl' ? (
    <plain-hint
      data-start={p('tip.start')}
      data-long-sentence={hintWords({ kind: 'longSentence', count: 0 }, p)}
      data-long-word={hintWords({ kind: 'longWord', ...FILLED }, p)}
      data-passive={hintWords({ kind: 'passive', ...FILLED }, p)}
      data-jargon={hintWords({ kind: 'jargon', ...FILLED }, p)}
    >
      {children}
    </plain-hint>
  ) : (
    children
  )
