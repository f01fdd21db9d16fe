/** Which of the six areas have a goal and which have supply, in the order in which they go round. */
export interface GlyphArea {
  readonly goal: boolean
  readonly supply: boolean
}
export type GlyphAreas = readonly GlyphArea[]

const SEGMENT = Math.PI / 3
const point = (radius: number, angle: number): string =>
  `${(24 + radius * Math.sin(angle)).toFixed(2)} ${(24 - radius * Math.cos(angle)).toFixed(2)}`

/** A ring segment between two radii, centred on the top and turned `index` × 60°. */
const ring = (index: number, inner: number, outer: number, gap: number): string => {
  const from = index * SEGMENT - SEGMENT / 2
  const to = from + SEGMENT
  const [innerGap, outerGap] = [gap / inner, gap / outer]
  return [
    `M${point(inner, from + innerGap)}`,
    `A${inner} ${inner} 0 0 1 ${point(inner, to - innerGap)}`,
    `L${point(outer, to - outerGap)}`,
    `A${outer} ${outer} 0 0 0 ${point(outer, from + outerGap)}Z`,
  ].join('')
}
const PATHS = [0, 1, 2, 3, 4, 5].map(i => ({ goal: ring(i, 6.5, 17, 0.25), supply: ring(i, 18, 23.5, 0.35) }))

/** The mark of the product: a wheel with three goals and four kinds of help. */
export const LOGO_AREAS: GlyphAreas = [
  { goal: false, supply: true },
  { goal: true, supply: true },
  { goal: true, supply: true },
  { goal: false, supply: false },
  { goal: true, supply: true },
  { goal: false, supply: false },
]

/** The participation wheel without words: where a person stands. Without `label` it is decoration. */
export const Glyph = ({
  areas = LOGO_AREAS,
  label,
  size = 'small',
}: {
  readonly areas?: GlyphAreas
  readonly label?: string | undefined
  readonly size?: 'logo' | 'small' | 'large'
}) => (
  <svg
    className={`op-glyph op-glyph--${size}`}
    viewBox="0 0 48 48"
    role={label === undefined ? undefined : 'img'}
    aria-label={label}
    aria-hidden={label === undefined ? true : undefined}
    focusable="false"
  >
    {PATHS.map((path, i) => (
      <g key={i}>
        <path className={areas[i]?.goal === true ? 'op-glyph__goal--full' : 'op-glyph__goal'} d={path.goal} />
        <path className={areas[i]?.supply === true ? 'op-glyph__supply--full' : 'op-glyph__supply'} d={path.supply} />
      </g>
    ))}
    <circle className="op-glyph__hub" cx="24" cy="24" r="5.5" />
  </svg>
)
