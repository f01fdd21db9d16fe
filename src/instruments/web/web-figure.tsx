import type { Lang } from '#ui'
import { type OfKind, sayIn } from '../domain/questionnaire.ts'
import { cornerPoint, gradePoint, joinedDots, labelPlace, pathThrough, type Point, WEB } from '../domain/web-geometry.ts'
import { wrapText } from '../domain/wheel-words.ts'
import { figureTexts } from './figure-texts.ts'
import { type FigureView, lookOf } from './figure-view.ts'

type Web = OfKind<'web'>

const LABEL = 15
const LINE = 17

const Ground = ({ corners }: { readonly corners: number }) => {
  const ring = (share: number): string =>
    pathThrough(
      Array.from({ length: corners }, (_, corner) => gradePoint(corner, corners, share, { from: 1, to: 4 })),
      true,
    )
  return (
    <g>
      {[4, 3, 2, 1].map(share => (
        <path key={share} className="op-figure__ring" d={ring(share)} />
      ))}
      {Array.from({ length: corners }, (_, corner) => (
        <path key={corner} className="op-figure__spoke" d={pathThrough([WEB.centre, cornerPoint(corner, corners)], false)} />
      ))}
    </g>
  )
}

const Corner = ({ name, corner, corners }: { readonly name: string; readonly corner: number; readonly corners: number }) => {
  const { x, y, anchor } = labelPlace(corner, corners)
  const lines = wrapText(name, anchor === 'middle' ? 240 : 100, LABEL, 3)
  const up = corner === 0 ? (lines.length - 1) * LINE : ((lines.length - 1) * LINE) / 2
  return (
    <text className="op-figure__name" textAnchor={anchor} fontSize={LABEL}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={Math.round(y - up + at * LINE + LABEL / 3)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The number beside its dot; of two views the second stands on the other side. */
const Dot = ({ dot, grade, look }: { readonly dot: Point; readonly grade: number; readonly look: 'one' | 'other' }) => (
  <g className={`op-figure__${look}`}>
    {look === 'one' ? (
      <circle className="op-figure__dot" cx={dot.x} cy={dot.y} r="6" />
    ) : (
      <rect className="op-figure__dot" x={dot.x - 5.5} y={dot.y - 5.5} width="11" height="11" />
    )}
    <text
      className="op-figure__grade"
      x={look === 'one' ? dot.x + 10 : dot.x - 10}
      y={look === 'one' ? dot.y - 6 : dot.y + 16}
      textAnchor={look === 'one' ? 'start' : 'end'}
      fontSize="14"
    >
      {grade}
    </text>
  </g>
)

const Shape = ({ web, view, at }: { readonly web: Web; readonly view: FigureView; readonly at: number }) => {
  const corners = web.dimensions.length
  const look = lookOf(at)
  const dots = web.dimensions.map(({ key }, corner) => {
    const grade = view.answers[key]
    return grade === undefined ? undefined : { key, grade, ...gradePoint(corner, corners, grade, web.grades) }
  })
  return (
    <g>
      <g className={`op-figure__${look}`}>
        <path className="op-figure__shape" d={joinedDots(dots)} />
      </g>
      {dots.map(dot => (dot === undefined ? null : <Dot key={dot.key} dot={dot} grade={dot.grade} look={look} />))}
    </g>
  )
}

/** The web: grades by dimension with the dots joined. A drawing to talk about; a table beside it says the same. */
export const WebFigure = ({
  web,
  views,
  lang,
  id = 'web',
}: {
  readonly web: Web
  readonly views: readonly FigureView[]
  readonly lang: Lang
  readonly id?: string
}) => {
  const { t } = figureTexts(lang)
  const [one, other] = views
  const title = sayIn(web.title, lang).words
  const nameOf = (at: number): string => {
    const dimension = web.dimensions[at]
    return dimension === undefined ? '' : sayIn(dimension.name, lang).words
  }
  const said = views.map(view => {
    const grades = web.dimensions.map(({ key }, at) => {
      const grade = view.answers[key]
      return grade === undefined ? t('noGrade', { name: nameOf(at) }) : t('grade', { name: nameOf(at), grade })
    })
    return `${view.label}. ${grades.join('. ')}.`
  })
  return (
    <svg
      className="op-figure"
      viewBox={`0 0 ${WEB.width} ${WEB.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      focusable="false"
      direction="ltr"
    >
      <title id={`${id}-title`}>
        {other === undefined
          ? t('web', { title, who: one?.label ?? '' })
          : t('webAnd', { title, one: one?.label ?? '', other: other.label })}
      </title>
      <desc id={`${id}-about`}>{said.join(' ')}</desc>
      <Ground corners={web.dimensions.length} />
      {web.dimensions.map(({ key }, corner) => (
        <Corner key={key} name={nameOf(corner)} corner={corner} corners={web.dimensions.length} />
      ))}
      {views.map((view, at) => <Shape key={view.label} web={web} view={view} at={at} />).toReversed()}
    </svg>
  )
}
