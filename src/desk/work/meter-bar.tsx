import { type Gauge, NEAR_PERCENT } from '#plans'

const WIDTH = 400
const HEIGHT = 20

/** How full a limit is: a bar with a mark where it comes near. What it says stands in words beside it. */
export const MeterBar = ({ gauge, label }: { readonly gauge: Gauge; readonly label: string }) => {
  const percent = Math.min(100, gauge.percent ?? 0)
  const near = (WIDTH * NEAR_PERCENT) / 100
  return (
    <svg className={`op-meter op-meter--${gauge.level}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect className="op-meter__track" x="0" y="2" width={WIDTH} height={HEIGHT - 4} rx="8" />
      {percent === 0 ? null : (
        <rect className="op-meter__fill" x="0" y="2" width={Math.max(8, (WIDTH * percent) / 100)} height={HEIGHT - 4} rx="8" />
      )}
      {gauge.level === 'notSet' ? null : <line className="op-meter__mark" x1={near} x2={near} y1="0" y2={HEIGHT} />}
    </svg>
  )
}
