import { accept } from '#kernel'
import {
  type FilledList,
  LADDER_STEPS,
  listFilled,
  type Localised,
  type Questionnaire,
  questionnaireOf,
  sayIn,
} from '#instruments'
import { page, type PageContext, UI_LANGUAGES, type UiLanguage } from '#platform'
import { AppPage, Breadcrumbs, Button, directionOf, FilterForm, languageName, Paragraph, renderPage, Select } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { pathsIn, type Place, placeOf, ROUTES, WHO } from './place.ts'
import { sayText } from './say.tsx'
import { type InstrumentT, instrumentTexts } from './texts.ts'

interface PaperData {
  readonly place: Place
  readonly list: FilledList
}

/** What a sheet is in: its own language, whatever the language of the page around it. */
interface Sheet {
  readonly of: Questionnaire
  readonly lang: UiLanguage
  readonly t: InstrumentT
}

const inPlainWords = ({ text, simple }: { readonly text: Localised; readonly simple?: Localised | undefined }): Localised =>
  simple ?? text

const Boxes = ({ labels }: { readonly labels: readonly string[] }) => (
  <ul className="op-paper__boxes">
    {labels.map(label => (
      <li key={label}>{label}</li>
    ))}
  </ul>
)

const Question = ({
  words,
  labels,
  then,
}: {
  readonly words: string
  readonly labels: readonly string[]
  readonly then?: string
}) => (
  <div className="op-paper__question">
    <p>{words}</p>
    <Boxes labels={labels} />
    {then === undefined ? null : <p className="op-soft">{then}</p>}
  </div>
)

const OwnWords = ({ t }: Pick<Sheet, 't'>) => (
  <div className="op-paper__question">
    <Boxes labels={[t('fill.mark')]} />
    <p className="op-soft">{t('fill.said')}</p>
    <div className="op-paper__line" />
  </div>
)

const Parts = ({ of, lang, t }: Sheet) => {
  const say = (text: Localised): string => sayIn(text, lang).words
  switch (of.kind) {
    case 'web': {
      const { from, to } = of.grades
      const grades = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
      return of.dimensions.map(({ key, name, question, simple }) => (
        <section key={key}>
          <h2>{say(name)}</h2>
          <Question words={say(simple ?? question)} labels={grades} />
          <OwnWords t={t} />
        </section>
      ))
    }
    case 'ladder':
      return (['now', 'nextYear'] as const).map(time => (
        <section key={time}>
          <h2>{t(`ladder.${time}`)}</h2>
          <ol>
            {LADDER_STEPS.map(step => (
              <li key={step}>
                <Question
                  words={say(inPlainWords(of[time][step]))}
                  labels={[t('answer.yes'), t('answer.no')]}
                  then={t(`paper.then.${step}`)}
                />
              </li>
            ))}
          </ol>
        </section>
      ))
    case 'scan':
    case 'check':
      return of.dimensions.map(({ key, name, items }) => (
        <section key={key}>
          <h2>{say(name)}</h2>
          {items.map(item => (
            <Question
              key={item.key}
              words={say(inPlainWords(item))}
              labels={(item.options ?? of.scale).map(option => say(option.label))}
            />
          ))}
          <OwnWords t={t} />
        </section>
      ))
  }
}

const Choose = ({ data, sheet, context }: { readonly data: PaperData; readonly sheet: Sheet; readonly context: PageContext }) => {
  const { t } = instrumentTexts(context.lang)
  return (
    <FilterForm
      action={pathsIn(data.place).paper()}
      values={{ soort: sheet.of.key, schrift: sheet.lang }}
      label={t('paper.choose')}
    >
      <Select
        name="soort"
        label={t('paper.which')}
        empty={false}
        options={data.list.offered.map(({ content }) => ({ value: content.key, label: sayText(content.title, context.lang) }))}
      />
      <Select
        name="schrift"
        label={t('paper.language')}
        empty={false}
        options={UI_LANGUAGES.map(value => ({ value, label: languageName(value) }))}
      />
      <Button look="secondary">{t('paper.show')}</Button>
    </FilterForm>
  )
}

/** A questionnaire on paper, in the language of the person: for who has no phone, or rather writes. */
export const viewPaper = (data: PaperData, context: PageContext): string => {
  const { place, list } = data
  const { t } = instrumentTexts(context.lang)
  const asked = list.offered.find(({ content }) => content.key === context.query['soort']) ?? list.offered[0]
  const lang = UI_LANGUAGES.find(each => each === context.query['schrift']) ?? context.lang
  const sheet = asked === undefined ? undefined : { of: questionnaireOf(asked), lang, t: instrumentTexts(lang).t }
  return renderPage(
    <AppPage context={context} title={t('paper.title')} scripts={['print-page.js']}>
      <Breadcrumbs
        items={[
          { href: deskPaths.dossier(place.participantId), label: list.callName },
          { href: pathsIn(place).overview(), label: t('title') },
        ]}
      />
      {sheet === undefined ? null : (
        <>
          <Choose data={data} sheet={sheet} context={context} />
          <div className="op-sheet__how">
            <Paragraph soft>{t('paper.how')}</Paragraph>
            <print-page data-label={t('paper.print')} />
          </div>
          <div className="op-sheet op-paper" lang={lang} dir={directionOf(lang)}>
            <header>
              <h1>{sayIn(sheet.of.title, lang).words}</h1>
              <p>{sayIn(sheet.of.about, lang).words}</p>
              <p className="op-paper__name">
                {sheet.t('paper.name')} <span className="op-paper__line" />
              </p>
            </header>
            <Parts {...sheet} />
          </div>
        </>
      )}
    </AppPage>,
  )
}

export const paperPage = page<PaperData>({
  id: 'desk.paperInstrument',
  path: ROUTES.dossier.paper(),
  who: WHO.dossier,
  load: async request => {
    const place = placeOf('dossier', request)
    if (!place.ok) return place
    const list = await request.run(listFilled, { participantId: place.value.participantId })
    return list.ok ? accept({ place: place.value, list: list.value }) : list
  },
  view: viewPaper,
})
