import { LAWS, WHEEL_AREAS } from '#kernel'
import type { FormFields, PageContext } from '#platform'
import {
  Card,
  Checkbox,
  CheckboxGroup,
  type ErrorWords,
  type FieldValue,
  Fieldset,
  sayArea,
  sayLaw,
  Select,
  TextArea,
  TextField,
} from '#ui'
import { type Offer, OFFER_FEATURES, OFFER_KINDS } from '../domain/offer.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

/** The typed fields of a posted form, as the use cases take them. */
export const typedOffer = (fields: FormFields) => ({
  name: fields.text('name'),
  organisationName: fields.text('organisationName'),
  kind: fields.text('kind'),
  description: fields.text('description'),
  areas: fields.list('areas'),
  targetGroupText: fields.text('targetGroupText'),
  targetGroupStrict: fields.checked('targetGroupStrict'),
  minAge: fields.number('minAge') ?? null,
  maxAge: fields.number('maxAge') ?? null,
  sex: fields.optional('sex') ?? null,
  indication: fields.checked('indication'),
  laws: fields.list('laws'),
  timesText: fields.text('timesText'),
  startMoments: fields.text('startMoments'),
  address: fields.text('address'),
  postcode: fields.text('postcode'),
  place: fields.text('place'),
  capacity: fields.number('capacity') ?? null,
  free: fields.number('free') ?? null,
  costText: fields.text('costText'),
  languageText: fields.text('languageText'),
  contactName: fields.text('contactName'),
  phoneText: fields.text('phoneText'),
  email: fields.text('email'),
  website: fields.text('website'),
  remarks: fields.text('remarks'),
  features: fields.list('features'),
})

export const valuesOf = (offer: Offer): Readonly<Record<string, FieldValue>> => ({
  name: offer.name,
  organisationName: offer.organisationName,
  kind: offer.kind,
  description: offer.description,
  areas: offer.areas,
  targetGroupText: offer.targetGroupText,
  targetGroupStrict: offer.targetGroupStrict ? 'yes' : '',
  minAge: offer.limits.minAge,
  maxAge: offer.limits.maxAge,
  sex: offer.limits.sex,
  indication: offer.limits.indication === true ? 'yes' : '',
  laws: offer.laws,
  timesText: offer.times.text,
  startMoments: offer.startMoments,
  address: offer.address,
  postcode: offer.postcode,
  place: offer.place,
  capacity: offer.capacity,
  free: offer.free,
  costText: offer.cost.text,
  languageText: offer.languageText,
  contactName: offer.contactName,
  phoneText: offer.phoneText || offer.phone,
  email: offer.email,
  website: offer.website,
  remarks: offer.remarks,
  features: offer.features,
})

export const offerLabels = (t: SupplyT): Readonly<Record<string, string>> => ({
  name: t('fields.name'),
  organisationName: t('fields.organisationName'),
  kind: t('fields.kind'),
  postcode: t('fields.postcode'),
  email: t('fields.email'),
  website: t('fields.website'),
  minAge: t('form.minAge'),
  maxAge: t('form.maxAge'),
  capacity: t('fields.capacity'),
  free: t('fields.free'),
})

export const offerErrors = (t: SupplyT): ErrorWords => ({
  'postcode.postcode': t('form.errors.postcode'),
  'email.email': t('form.errors.email'),
  'website.website': t('form.errors.website'),
  'maxAge.agesReversed': t('form.errors.agesReversed'),
  'free.moreThanCapacity': t('form.errors.moreThanCapacity'),
  'name.duplicate': t('form.errors.duplicate'),
  notPossibleNow: t('form.errors.notPossibleNow'),
})

const number = { type: 'number', inputMode: 'numeric', min: 0, narrow: true, optional: true } as const

const WhatFields = ({ t, context }: { readonly t: SupplyT; readonly context: PageContext }) => (
  <Card title={t('form.what')}>
    <TextField name="name" label={t('fields.name')} maxLength={300} ownWords />
    <TextField name="organisationName" label={t('fields.organisationName')} maxLength={300} optional />
    <Select
      name="kind"
      label={t('fields.kind')}
      empty={false}
      options={OFFER_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
    />
    <TextArea name="description" label={t('fields.description')} maxLength={20_000} optional />
    <CheckboxGroup
      name="areas"
      label={t('fields.areas')}
      side
      optional
      options={WHEEL_AREAS.map(value => ({ value, label: sayArea(value, context.lang) }))}
    />
    <CheckboxGroup
      name="features"
      label={t('fields.features')}
      side
      optional
      options={OFFER_FEATURES.map(value => ({ value, label: t(`features.${value}`) }))}
    />
  </Card>
)

const WhenAndWhere = ({ t }: { readonly t: SupplyT }) => (
  <Card title={t('form.when')}>
    <TextField name="timesText" label={t('fields.times')} hint={t('form.timesHint')} optional />
    <TextField name="startMoments" label={t('fields.startMoments')} optional />
    <Fieldset legend={t('form.where')} side>
      <TextField name="address" label={t('fields.address')} maxLength={300} optional />
      <TextField name="postcode" label={t('fields.postcode')} maxLength={20} narrow optional />
      <TextField name="place" label={t('fields.place')} maxLength={300} optional />
    </Fieldset>
  </Card>
)

const WhoFields = ({ t, context }: { readonly t: SupplyT; readonly context: PageContext }) => (
  <Card title={t('form.who')}>
    <TextField name="targetGroupText" label={t('fields.targetGroups')} hint={t('form.targetGroupHint')} optional />
    <Checkbox name="targetGroupStrict" label={t('form.strict')} hint={t('form.strictHint')} />
    <Fieldset legend={t('fields.limits')} side>
      <TextField name="minAge" label={t('form.minAge')} max={120} {...number} />
      <TextField name="maxAge" label={t('form.maxAge')} max={120} {...number} />
      <Select
        name="sex"
        label={t('form.sex')}
        empty={t('form.everybody')}
        optional
        options={[
          { value: 'f', label: t('form.women') },
          { value: 'm', label: t('form.men') },
        ]}
      />
    </Fieldset>
    <Checkbox name="indication" label={t('form.indication')} />
    <TextField name="languageText" label={t('fields.languages')} hint={t('form.languageHint')} optional />
    <CheckboxGroup
      name="laws"
      label={t('fields.laws')}
      side
      optional
      options={LAWS.map(value => ({ value, label: sayLaw(value, context.lang) }))}
    />
  </Card>
)

const PlacesAndContact = ({ t }: { readonly t: SupplyT }) => (
  <>
    <Card title={t('form.places')}>
      <TextField name="capacity" label={t('form.capacity')} {...number} />
      <TextField name="free" label={t('form.free')} hint={t('form.freeHint')} {...number} />
      <TextField name="costText" label={t('fields.cost')} hint={t('form.costHint')} maxLength={300} optional />
    </Card>
    <Card title={t('form.contact')}>
      <TextField name="contactName" label={t('fields.contactName')} maxLength={300} optional />
      <TextField name="phoneText" label={t('fields.phone')} type="tel" maxLength={300} optional />
      <TextField name="email" label={t('fields.email')} type="email" maxLength={300} optional />
      <TextField name="website" label={t('fields.website')} maxLength={500} optional />
      <TextArea name="remarks" label={t('fields.remarks')} maxLength={20_000} optional />
    </Card>
  </>
)

/** All that can be known of an offer; inside a `<Form>`. */
export const OfferFields = ({ context }: { readonly context: PageContext }) => {
  const { t } = supplyTexts(context.lang)
  return (
    <>
      <WhatFields t={t} context={context} />
      <WhenAndWhere t={t} />
      <WhoFields t={t} context={context} />
      <PlacesAndContact t={t} />
    </>
  )
}
