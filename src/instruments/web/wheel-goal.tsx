import { dotPoints, goalPoint } from '../domain/wheel-geometry.ts'
import type { Point } from '../domain/wheel-geometry.ts'
import { wrapText } from '../domain/wheel-words.ts'
import type { WheelSegment } from '../domain/wheel.ts'
import type { WheelTexts } from './wheel-texts.ts'

const SIZE = 12.5
const LINE = 15
const WIDTH = 84
const MOST_DOTS = 7

/** What fits of an area's goals: the first one with its steps, and how many more there are. */
export interface GoalOnWheel {
  readonly lines: readonly string[]
  readonly done: number
  readonly total: number
  readonly more: string | undefined
}
export const goalOnWheel = ({ goals }: WheelSegment, { t }: WheelTexts): GoalOnWheel | undefined => {
  const [first, ...others] = goals
  if (first === undefined) return undefined
  return {
    lines: wrapText(first.title, WIDTH, SIZE, others.length > 0 ? 2 : 3),
    done: first.stepsDone,
    total: first.stepsTotal,
    more: others.length === 0 ? undefined : t('more', { count: others.length }),
  }
}

const stepsInFigures = ({ done, total }: GoalOnWheel): string | undefined =>
  total > MOST_DOTS ? `${done} / ${total}` : undefined

/** The words that can be seen, in their order. */
export const goalShown = (words: GoalOnWheel | undefined): readonly string[] =>
  words === undefined ? [] : [...words.lines, stepsInFigures(words), words.more].filter(text => text !== undefined)

const Line = ({
  kind,
  size = SIZE,
  x,
  y,
  children,
}: Point & {
  readonly kind: 'goal' | 'steps' | 'more'
  readonly size?: number
  readonly children: string
}) => (
  <>
    <text
      className={`op-wheel__${kind}`}
      x={x}
      y={y}
      fontSize={size}
      textAnchor="middle"
      direction={kind === 'steps' ? 'ltr' : undefined}
    >
      {children}
    </text>{' '}
  </>
)

const Dots = ({ words, x, y }: Point & { readonly words: GoalOnWheel }) =>
  dotPoints(words.total, { x, y }, 13).map((point, i) => (
    <circle
      key={point.x}
      className={i < words.done ? 'op-wheel__dot--done' : 'op-wheel__dot'}
      cx={point.x}
      cy={point.y}
      r="4.75"
    />
  ))

/** The invitation in an empty segment. */
export const Plus = ({ x, y }: Point) => <path className="op-wheel__plus" d={`M${x - 6} ${y}h12M${x} ${y - 6}v12`} />

export const GoalDrawing = ({ index, words }: { readonly index: number; readonly words: GoalOnWheel | undefined }) => {
  const { x, y } = goalPoint(index)
  if (words === undefined) return <Plus x={x} y={y} />
  const { lines, more } = words
  const steps = stepsInFigures(words)
  const stepRows = words.total > 0 ? 1 : 0
  const rows = lines.length + stepRows + (more === undefined ? 0 : 1)
  const rowAt = (row: number): number => Math.round((y - (rows * LINE) / 2 + row * LINE + 11) * 10) / 10
  return (
    <>
      {lines.map((line, i) => (
        <Line key={i} kind="goal" x={x} y={rowAt(i)}>
          {line}
        </Line>
      ))}
      {steps === undefined ? (
        <Dots words={words} x={x} y={rowAt(lines.length) - 3} />
      ) : (
        <Line kind="steps" x={x} y={rowAt(lines.length) + 1}>
          {steps}
        </Line>
      )}
      {more === undefined ? null : (
        <Line kind="more" size={11.5} x={x} y={rowAt(lines.length + stepRows) + 2}>
          {more}
        </Line>
      )}
    </>
  )
}
