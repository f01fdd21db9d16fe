import { CalendarDay } from '#kernel'
import { type AnyForm, form, page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Button,
  Card,
  Checkbox,
  Columns,
  ConflictPanel,
  DateField,
  defineTexts,
  Form,
  PageHead,
  Paragraph,
  renderPage,
  sayDate,
  Select,
  Soft,
  Tabs,
  TextField,
  Timeline,
} from '#ui'
import type { z } from 'zod'
import { RECEIVING_KINDS } from '../domain/referral.ts'
import { listTypes, type TypeView } from '../use-cases/list-types.ts'
import { saveTypeSetting } from '../use-cases/save-type-setting.ts'
import { typeSettingsPath } from './paths.ts'
import en from './settings.en.json' with { type: 'json' }
import nl from './settings.nl.json' with { type: 'json' }
import { inLang } from './words.ts'

const texts = defineTexts({ nl, en })
type T = ReturnType<typeof texts>['t']
type Listed = z.infer<(typeof listTypes)['output']>

const SAVE = 'trajectories.saveTypeSetting'
const FIELDS = [
  'nameNl',
  'nameEn',
  'newNameEarly',
  'reviewWeeks',
  'longestMonths',
  'accessWeeks',
  'intakeOrganisationId',
  'intakeUntil',
] as const
type Field = (typeof FIELDS)[number]

interface SettingsData extends Listed {
  readonly shown: TypeView
}
interface Part {
  readonly data: SettingsData
  readonly context: PageContext
  readonly t: T
}

const storedFor = ({ settings, shown }: SettingsData) => settings.find(setting => setting.type === shown.type)

/** A stored or typed value as somebody reads it. */
const sayField = (field: Field, value: string | number | boolean | undefined, { data, context, t }: Part): string => {
  if (field === 'newNameEarly') return t(value === true || value === 'yes' ? 'yes' : 'no')
  const text = value === undefined ? '' : String(value)
  if (text === '') return t('nothing')
  if (field === 'intakeOrganisationId') return data.organisations.find(each => each.id === text)?.name ?? text
  const day = field === 'intakeUntil' ? CalendarDay.safeParse(text) : undefined
  return day?.success === true ? sayDate(day.data, context.today, context.lang) : text
}

const Conflict = ({ part }: { readonly part: Part }) => {
  const { context, data, t } = part
  if (context.form?.refusal.code !== 'versionConflict') return null
  const stored = storedFor(data)
  const { fields } = context.form
  const differing = FIELDS.map(field => ({
    label: t(field === 'newNameEarly' ? 'early' : field),
    theirs: sayField(field, stored?.[field], part),
    yours: sayField(field, fields.text(field), part),
  })).filter(({ theirs, yours }) => theirs !== yours)
  return <ConflictPanel fields={differing} />
}

const RULES = ['reviewWeeks', 'longestMonths', 'accessWeeks'] as const

const usual = (shown: TypeView, rule: (typeof RULES)[number], t: T): string => {
  const { value, source = '', by } = shown[rule]
  return t(`usual.${by}`, { value, source })
}

const Names = ({ part: { data, context, t } }: { readonly part: Part }) => {
  const { nameInLaw, hasEarlyName } = data.shown
  const name = inLang(nameInLaw, context.lang)
  return (
    <Card title={t('name')}>
      <Paragraph soft>{t('law', { name, source: nameInLaw.source })}</Paragraph>
      <TextField name="nameNl" label={t('nameNl')} hint={t('nameNlHint', { name: nameInLaw.nl })} maxLength={60} optional />
      <TextField name="nameEn" label={t('nameEn')} hint={t('nameNlHint', { name: nameInLaw.en })} maxLength={60} optional />
      {hasEarlyName ? <Checkbox name="newNameEarly" label={t('early')} hint={t('earlyHint')} /> : null}
    </Card>
  )
}

const Runs = ({ part: { data, t } }: { readonly part: Part }) => {
  const { shown } = data
  const { meanMonths, decidesSource } = shown
  return (
    <Card title={t('runs')}>
      {RULES.map(rule => (
        <TextField key={rule} name={rule} label={t(rule)} hint={usual(shown, rule, t)} inputMode="numeric" narrow optional />
      ))}
      {meanMonths === undefined ? null : (
        <Paragraph soft>{t('mean', { months: meanMonths.value, source: meanMonths.source ?? '' })}</Paragraph>
      )}
      <Paragraph soft>
        {[
          t(`advice.${shown.advises}`),
          t(`decision.${shown.decides}`),
          decidesSource === undefined ? t('decisionCheck') : t('decisionSource', { source: decidesSource }),
        ].join(' ')}
      </Paragraph>
    </Card>
  )
}

const Transition = ({ part: { data, context, t } }: { readonly part: Part }) => (
  <Card title={t('transition')}>
    <Paragraph soft>{t('transitionWords')}</Paragraph>
    <Select
      name="intakeOrganisationId"
      label={t('intakeOrganisationId')}
      empty={t('nobody')}
      options={data.organisations
        .filter(({ kind }) => RECEIVING_KINDS.includes(kind))
        .map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
    <DateField name="intakeUntil" label={t('intakeUntil')} min={context.today} optional />
  </Card>
)

const Phases = ({ part: { data, context, t } }: { readonly part: Part }) => (
  <Card title={t('phases')}>
    <Paragraph soft>{t('phasesWords')}</Paragraph>
    <Timeline
      label={t('phases')}
      items={data.shown.phases.map(phase => ({
        key: phase.key,
        state: 'open' as const,
        title: inLang(phase, context.lang),
        detail: <Soft>{phase.steps.map(step => inLang(step, context.lang)).join(' · ')}</Soft>,
      }))}
    />
  </Card>
)

const viewSettings = (data: SettingsData, context: PageContext): string => {
  const { t } = texts(context.lang)
  const part: Part = { data, context, t }
  const stored = storedFor(data)
  const labels = Object.fromEntries(FIELDS.map(field => [field, t(field === 'newNameEarly' ? 'early' : field)]))
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead title={t('title')} lead={t('lead')} />
      <Tabs
        label={t('tabs')}
        tabs={data.types.map(({ type, label }) => ({
          href: typeSettingsPath(type),
          label: inLang(label, context.lang),
          current: type === data.shown.type,
        }))}
      />
      <Form
        id={SAVE}
        action={typeSettingsPath(data.shown.type)}
        refused={context.form}
        version={stored?.version ?? 0}
        hidden={{ type: data.shown.type }}
        labels={labels}
        words={{
          reviewWeeks: t('bounds.reviewWeeks'),
          longestMonths: t('bounds.longestMonths'),
          accessWeeks: t('bounds.accessWeeks'),
          'intakeUntil.inPast': t('bounds.inPast'),
        }}
        values={{
          ...Object.fromEntries(FIELDS.map(field => [field, stored?.[field]?.toString()])),
          newNameEarly: stored?.newNameEarly === true ? 'yes' : undefined,
        }}
      >
        <Conflict part={part} />
        <Columns kind="halves">
          <Names part={part} />
          <Runs part={part} />
          <Transition part={part} />
          <Phases part={part} />
        </Columns>
        <Actions>
          <Button>{t(context.form?.refusal.code === 'versionConflict' ? 'keepMine' : 'save')}</Button>
        </Actions>
      </Form>
    </AppPage>,
  )
}

export const typeSettingsPage = page<SettingsData>({
  id: 'trajectories.typeSettings',
  path: typeSettingsPath(),
  who: ['beheer'],
  load: async request => {
    const listed = await request.run(listTypes, {})
    if (!listed.ok) return listed
    const asked = request.query['soort']
    const shown = listed.value.types.find(({ type }) => type === asked) ?? listed.value.types[0]
    return shown === undefined ? { ok: false, code: 'notFound' } : { ok: true, value: { ...listed.value, shown } }
  },
  view: viewSettings,
})

export const typeSettingsForm: AnyForm = form({
  id: SAVE,
  path: typeSettingsPath(),
  who: ['beheer'],
  useCase: saveTypeSetting,
  input: fields => ({
    ...Object.fromEntries(FIELDS.map(field => [field, fields.optional(field)])),
    newNameEarly: fields.checked('newNameEarly'),
    type: fields.text('type'),
    version: fields.text('version'),
  }),
  done: ({ type }, { lang }) => ({ to: typeSettingsPath(type), notice: { text: texts(lang).t('saved') } }),
  page: typeSettingsPage,
})
