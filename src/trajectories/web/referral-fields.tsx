import { LANGUAGES, type Law } from '#kernel'
import { type Lang, type Option, RadioGroup, sayLanguage, Select, TextArea } from '#ui'
import type { TypeView } from '../use-cases/list-types.ts'
import type { T } from './texts.ts'
import { lawOptions, typeOptions } from './words.ts'

const FIELDS = [
  'callName',
  'surname',
  'birthDate',
  'bsn',
  'phone',
  'email',
  'postcode',
  'organisationId',
  'trajectoryType',
  'law',
  'wish',
  'reason',
] as const
export const fieldLabels = (t: T): Readonly<Record<string, string>> =>
  Object.fromEntries(FIELDS.map(field => [field, t(`field.${field}`)]))

export const languageOptions = (lang: Lang): readonly Option[] =>
  LANGUAGES.map(language => ({ value: language, label: sayLanguage(language, lang) }))

/** Type, law and whether it is by own choice: the same for sending and amending. */
export const RequestFields = ({
  t,
  lang,
  types,
  law,
}: {
  readonly t: T
  readonly lang: Lang
  readonly types: readonly TypeView[]
  readonly law?: Law
}) => (
  <>
    <RadioGroup name="trajectoryType" label={t('field.trajectoryType')} options={typeOptions(types, lang)} side />
    <Select name="law" label={t('field.law')} options={lawOptions(lang, law)} empty={false} />
    <RadioGroup
      name="voluntary"
      label={t('field.voluntary')}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('new.voluntaryNo') },
      ]}
      side
    />
  </>
)

/** The person's own words, and why. */
export const WordFields = ({ t, lang, wishLang }: { readonly t: T; readonly lang: Lang; readonly wishLang?: string }) => (
  <>
    <TextArea
      name="wish"
      label={t('field.wish')}
      hint={t('new.wishHint')}
      rows={3}
      {...(wishLang === undefined ? {} : { lang: wishLang })}
    />
    <Select name="wishLanguage" label={t('field.wishLanguage')} options={languageOptions(lang)} empty={false} />
    <TextArea name="reason" label={t('field.reason')} hint={t('new.reasonHint')} rows={3} />
  </>
)
