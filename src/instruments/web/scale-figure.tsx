import type { Lang } from '#ui'
import { sayIn, type ScaledQuestionnaire } from '../domain/questionnaire.ts'
import { fitLine } from '../domain/wheel-words.ts'
import { figureTexts } from './figure-texts.ts'
import { type FigureView, lookOf } from './figure-view.ts'

const ROW = 46
const LEFT = 16
const RIGHT = 464

interface Line {
  readonly key: string
  readonly name: string
  readonly values: readonly number[]
}

const linesOf = (questionnaire: ScaledQuestionnaire, lang: Lang): readonly Line[] =>
  questionnaire.dimensions.flatMap(dimension =>
    dimension.items.map(item => ({
      key: item.key,
      name: sayIn(dimension.items.length === 1 ? dimension.name : item.text, lang).words,
      values: (item.options ?? questionnaire.scale).map(option => option.value),
    })),
  )

const xOf = (value: number, values: readonly number[]): number => {
  const low = Math.min(...values)
  const high = Math.max(...values)
  return Math.round(LEFT + ((RIGHT - LEFT) * (value - low)) / Math.max(1, high - low))
}

const Row = ({ line, at, views }: { readonly line: Line; readonly at: number; readonly views: readonly FigureView[] }) => {
  const y = at * ROW + 34
  const xs = views.flatMap(view => {
    const value = view.answers[line.key]
    return value === undefined ? [] : [xOf(value, line.values)]
  })
  return (
    <g>
      <text className="op-figure__item" x="240" y={y - 14} textAnchor="middle" fontSize="14">
        {fitLine(line.name, 440, 14)}
      </text>
      <path className="op-figure__spoke" d={`M${LEFT} ${y}H${RIGHT}`} />
      {line.values.map(value => (
        <path key={value} className="op-figure__spoke" d={`M${xOf(value, line.values)} ${y - 4}v8`} />
      ))}
      {xs.length === 2 ? <path className="op-figure__between" d={`M${xs[0]} ${y}H${xs[1]}`} /> : null}
      {views.map((view, i) => {
        const value = view.answers[line.key]
        if (value === undefined) return null
        const x = xOf(value, line.values)
        return (
          <g className={`op-figure__${lookOf(i)}`} key={view.label}>
            {lookOf(i) === 'one' ? (
              <circle className="op-figure__dot" cx={x} cy={y} r="8" />
            ) : (
              <rect className="op-figure__dot" x={x - 5.5} y={y - 5.5} width="11" height="11" />
            )}
          </g>
        )
      })}
    </g>
  )
}

/** A line per question with a dot where each view stands; the table beside it says the same. */
export const ScaleFigure = ({
  questionnaire,
  views,
  lang,
  id = 'scale',
}: {
  readonly questionnaire: ScaledQuestionnaire
  readonly views: readonly FigureView[]
  readonly lang: Lang
  readonly id?: string
}) => {
  const { t } = figureTexts(lang)
  const lines = linesOf(questionnaire, lang)
  const [low] = questionnaire.scale
  const high = questionnaire.scale.at(-1)
  const label = (option: typeof low) => (option === undefined ? '' : sayIn(option.label, lang).words)
  return (
    <svg
      className="op-figure"
      viewBox={`0 0 480 ${lines.length * ROW + 8}`}
      role="img"
      aria-labelledby={`${id}-title`}
      focusable="false"
      direction="ltr"
    >
      <title id={`${id}-title`}>
        {t('scale', { title: sayIn(questionnaire.title, lang).words, low: label(low), high: label(high) })}
      </title>
      {lines.map((line, at) => (
        <Row key={line.key} line={line} at={at} views={views} />
      ))}
    </svg>
  )
}
