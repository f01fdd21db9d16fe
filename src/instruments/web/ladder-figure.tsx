import type { Lang } from '#ui'
import { type Rung, rungOf, RUNGS } from '../domain/ladder.ts'
import { figureTexts } from './figure-texts.ts'
import { type FigureView, lookOf, type LOOKS } from './figure-view.ts'

const STEP = { width: 78, rise: 30 } as const
const FLOOR = 262
const topOf = (rung: Rung): number => FLOOR - rung * STEP.rise
const leftOf = (rung: Rung): number => (rung - 1) * STEP.width + 4

/** Whose or of when, and on which rungs. */
export interface LadderStand {
  readonly label: string
  readonly current?: Rung | undefined
  readonly potential?: Rung | undefined
}
interface Stand extends LadderStand {
  readonly look: (typeof LOOKS)[number]
}

const Step = ({ rung, stands }: { readonly rung: Rung; readonly stands: readonly Stand[] }) => {
  const isHere = stands.some(({ current }) => current === rung)
  const canBe = stands.some(({ potential }) => potential === rung)
  const kind = isHere ? 'here' : canBe ? 'possible' : 'plain'
  return (
    <g>
      <rect
        className={`op-figure__step op-figure__step--${kind}`}
        x={leftOf(rung)}
        y={topOf(rung)}
        width={STEP.width - 4}
        height={FLOOR - topOf(rung)}
      />
      <text className="op-figure__rung" x={leftOf(rung) + STEP.width / 2 - 2} y={FLOOR - 10} textAnchor="middle" fontSize="15">
        {rung}
      </text>
    </g>
  )
}

/** A dot above the rung where somebody stands; an open one where somebody can be in a year. Two on one rung stand side by side. */
const Marker = ({
  stand: { look, current, potential },
  at,
  of,
}: {
  readonly stand: Stand
  readonly at: number
  readonly of: number
}) => {
  const aside = of < 2 ? 0 : at === 0 ? -14 : 14
  const mark = (rung: Rung, kind: 'current' | 'potential') => {
    const x = leftOf(rung) + STEP.width / 2 - 2 + aside
    const y = topOf(rung) - 14
    const name = `op-figure__stand op-figure__stand--${kind}`
    return look === 'one' ? (
      <circle className={name} cx={x} cy={y} r="9" />
    ) : (
      <rect className={name} x={x - 8.5} y={y - 8.5} width="17" height="17" />
    )
  }
  return (
    <g className={`op-figure__${look}`}>
      {potential === undefined || potential === current ? null : mark(potential, 'potential')}
      {current === undefined ? null : mark(current, 'current')}
    </g>
  )
}

/** Six steps up with where somebody stands; words beside it say the same. */
export const LadderDrawing = ({
  stands: drawn,
  lang,
  id = 'ladder',
}: {
  readonly stands: readonly LadderStand[]
  readonly lang: Lang
  readonly id?: string
}) => {
  const { t } = figureTexts(lang)
  const stands = drawn.map((stand, at): Stand => ({ ...stand, look: lookOf(at) }))
  const said = stands.flatMap(({ label: who, current, potential }) => [
    ...(current === undefined ? [] : [t('ladderStands', { who, rung: current })]),
    ...(potential === undefined ? [] : [t('ladderCan', { who, rung: potential })]),
  ])
  return (
    <svg
      className="op-figure"
      viewBox="0 46 472 220"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      focusable="false"
      direction="ltr"
    >
      <title id={`${id}-title`}>{t('ladder')}</title>
      <desc id={`${id}-about`}>{said.join('. ')}</desc>
      {RUNGS.map(rung => (
        <Step key={rung} rung={rung} stands={stands} />
      ))}
      {stands.map((stand, at) => (
        <Marker key={stand.label} stand={stand} at={at} of={stands.length} />
      ))}
    </svg>
  )
}

/** The same, from what was answered. */
export const LadderFigure = ({ views, ...drawing }: { readonly views: readonly FigureView[]; readonly lang: Lang }) => (
  <LadderDrawing
    {...drawing}
    stands={views.map(({ label, answers }) => ({
      label,
      current: rungOf(answers, 'now'),
      potential: rungOf(answers, 'nextYear'),
    }))}
  />
)
