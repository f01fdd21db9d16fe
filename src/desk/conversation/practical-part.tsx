import { CEFR_LEVELS, DAY_PARTS, LANGUAGES } from '#kernel'
import { ENERGY_LEVELS, type Practical, TRAVEL_MODES, WEEKDAYS, type WeekPart } from '#plans'
import type { PageContext } from '#platform'
import { Button, Card, CheckboxGroup, Form, RadioGroup, sayDayPart, sayLanguage, sayWeekdayName, TextArea, TextField } from '#ui'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'
import { practicalWords } from './say.ts'

/** A week in half-days, as a table of boxes: days down, parts across. */
const WeekGrid = ({ chosen, context, t }: Pick<PartProps, 'context' | 't'> & { readonly chosen: ReadonlySet<string> }) => (
  <fieldset className="op-fieldset">
    <legend className="op-fieldset__legend">{t('practical.week')}</legend>
    <div className="op-field__hint">{t('practical.weekHint')}</div>
    <table className="op-week">
      <thead>
        <tr>
          <th scope="col">
            <span className="op-unseen">{t('practical.day')}</span>
          </th>
          {DAY_PARTS.map(part => (
            <th scope="col" key={part}>
              {sayDayPart(part, context.lang)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WEEKDAYS.map(day => (
          <tr key={day}>
            <th scope="row">{sayWeekdayName(day, context.lang)}</th>
            {DAY_PARTS.map(part => {
              const value: WeekPart = `${day}-${part}`
              return (
                <td key={part}>
                  <label className="op-week__box">
                    <input type="checkbox" name="dayParts" value={value} defaultChecked={chosen.has(value)} />
                    <span className="op-unseen">
                      {sayWeekdayName(day, context.lang)} {sayDayPart(part, context.lang)}
                    </span>
                  </label>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </fieldset>
)

const decimal = (value: number | undefined, lang: string): string | undefined =>
  value === undefined ? undefined : lang === 'nl' ? String(value).replace('.', ',') : String(value)

const storedValues = (practical: Practical | undefined, lang: string) => ({
  maxDistanceKm: decimal(practical?.maxDistanceKm, lang),
  travelMode: practical?.travelMode ?? '',
  dutchLevel: practical?.dutchLevel ?? '',
  languages: practical?.languages ?? [],
  energy: practical?.energy ?? '',
  childcare: practical?.needsChildcare === undefined ? '' : practical.needsChildcare ? 'yes' : 'no',
  // Typed in euros; the name is that of the input, so that an error finds its field.
  maxCostCents: decimal(practical?.maxCostCents === undefined ? undefined : practical.maxCostCents / 100, lang),
  remarks: practical?.remarks,
})

const PracticalForm = ({ talk, context, t }: PartProps) => {
  const { participantId, plan } = talk
  const { practical } = plan
  const refused = context.form?.id === 'conversation.setPractical' ? context.form : undefined
  const chosen = new Set<string>(refused === undefined ? practical?.dayParts : refused.fields.list('dayParts'))
  const unknown = { value: '', label: t('practical.unknown') }
  return (
    <Form
      id="conversation.setPractical"
      action={talkPath('/praktisch', { participantId })}
      refused={context.form}
      version={practical?.version ?? 0}
      values={storedValues(practical, context.lang)}
      words={{ maxDistanceKm: t('practical.notNumber'), maxCostCents: t('practical.notNumber') }}
    >
      <WeekGrid chosen={chosen} context={context} t={t} />
      <RadioGroup
        name="travelMode"
        label={t('practical.travel')}
        side
        options={[...TRAVEL_MODES.map(mode => ({ value: mode, label: t(`practical.modes.${mode}`) })), unknown]}
      />
      <TextField name="maxDistanceKm" label={t('practical.distance')} inputMode="decimal" narrow optional />
      <RadioGroup
        name="energy"
        label={t('practical.energy')}
        side
        options={[...ENERGY_LEVELS.map(level => ({ value: level, label: t(`practical.energies.${level}`) })), unknown]}
      />
      <RadioGroup
        name="dutchLevel"
        label={t('practical.dutch')}
        side
        options={[...CEFR_LEVELS.map(level => ({ value: level, label: t(`practical.levels.${level}`) })), unknown]}
      />
      <CheckboxGroup
        name="languages"
        label={t('practical.languages')}
        side
        options={LANGUAGES.filter(language => language !== 'nl').map(language => ({
          value: language,
          label: sayLanguage(language, context.lang),
        }))}
      />
      <RadioGroup
        name="childcare"
        label={t('practical.childcare')}
        side
        options={[{ value: 'yes', label: t('practical.yes') }, { value: 'no', label: t('practical.no') }, unknown]}
      />
      <TextField
        name="maxCostCents"
        label={t('practical.cost')}
        hint={t('practical.costHint')}
        inputMode="decimal"
        narrow
        optional
      />
      <TextArea name="remarks" label={t('practical.remarks')} rows={2} optional />
      <Button large>{t('practical.save')}</Button>
    </Form>
  )
}

export const viewPractical = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const theirs = practicalWords(talk.plan.practical, context.lang, t).join('\n')
  return renderTalk(props, {
    part: 'practical',
    title: t('practical.title'),
    lead: t('practical.lead'),
    children: (
      <>
        <Conflict
          context={context}
          t={t}
          formId="conversation.setPractical"
          fields={typed => [{ label: t('conflict.words'), theirs, yours: typed('remarks') }]}
          leave={partPath(talk.participantId, 'practical')}
        />
        <Card>
          <PracticalForm {...props} />
        </Card>
      </>
    ),
  })
}
