import { type FilledView, LadderFigure, type Questionnaire, rungOf, ScaleFigure, WebFigure } from '#instruments'
import { DataTable } from '#ui'
import { nameOf, type Reader, sayAnswer, sayText } from './say.tsx'

export interface ShownView {
  readonly label: string
  readonly filled: Pick<FilledView, 'answers'>
}

/** The drawing of one or two views. */
export const Figure = ({
  questionnaire,
  views,
  reader,
}: {
  readonly questionnaire: Questionnaire
  readonly views: readonly ShownView[]
  readonly reader: Reader
}) => {
  const { lang } = reader.context
  const drawn = views.slice(0, 2).map(({ label, filled }) => ({ label, answers: filled.answers }))
  switch (questionnaire.kind) {
    case 'web':
      return <WebFigure web={questionnaire} views={drawn} lang={lang} />
    case 'ladder':
      return <LadderFigure views={drawn} lang={lang} />
    case 'scan':
    case 'check':
      return <ScaleFigure questionnaire={questionnaire} views={drawn} lang={lang} />
  }
}

/** Which mark is whose: a round dot and a full line, a square and dashes. */
export const Legend = ({ views }: { readonly views: readonly Pick<ShownView, 'label'>[] }) =>
  views.length < 2 ? null : (
    <ul className="op-legend">
      {views.slice(0, 2).map(({ label }, at) => (
        <li key={label}>
          <span className={at === 0 ? 'op-legend__mark op-legend__mark--one' : 'op-legend__mark op-legend__mark--other'} />
          {label}
        </li>
      ))}
    </ul>
  )

interface Line {
  readonly key: string
  readonly name: string
  readonly cells: readonly string[]
}

const rungLines = (views: readonly ShownView[], { context, t }: Reader, questionnaire: Questionnaire & { kind: 'ladder' }) =>
  (['now', 'nextYear'] as const).map((time): Line => ({
    key: time,
    name: t(`ladder.${time}`),
    cells: views.map(({ filled }) => {
      const rung = rungOf(filled.answers, time)
      const about = rung === undefined ? undefined : questionnaire.rungs[rung - 1]
      return about === undefined
        ? t('answer.none')
        : t('ladder.rung', { rung: rung ?? 0, name: sayText(about.name, context.lang) })
    }),
  }))

const linesOf = (questionnaire: Questionnaire, views: readonly ShownView[], reader: Reader): readonly Line[] => {
  if (questionnaire.kind === 'ladder') return rungLines(views, reader, questionnaire)
  const keys =
    questionnaire.kind === 'web'
      ? questionnaire.dimensions.map(dimension => dimension.key)
      : questionnaire.dimensions.flatMap(dimension => dimension.items.map(item => item.key))
  return keys.map(key => {
    const name = nameOf(questionnaire, key)
    return {
      key,
      name: name === undefined ? key : sayText(name, reader.context.lang),
      cells: views.map(({ filled }) => sayAnswer(questionnaire, key, filled.answers[key], reader)),
    }
  })
}

/** What the drawing shows, in words. */
export const FigureTable = ({
  questionnaire,
  views,
  reader,
}: {
  readonly questionnaire: Questionnaire
  readonly views: readonly ShownView[]
  readonly reader: Reader
}) => {
  const { t } = reader
  const numeric = questionnaire.kind === 'web'
  return (
    <div className="op-figure-table">
      <DataTable
        caption={sayText(questionnaire.title, reader.context.lang)}
        columns={[
          { key: 'name', label: t('table.about'), rowHeader: true, cell: (line: Line) => line.name },
          ...views.map(({ label }, at) => ({ key: label, label, numeric, cell: (line: Line) => line.cells[at] ?? '' })),
        ]}
        rows={linesOf(questionnaire, views, reader)}
        keyOf={line => line.key}
      />
    </div>
  )
}
