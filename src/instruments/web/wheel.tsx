import type { ReactNode } from 'react'
import { sayArea, sayLaw } from '#ui'
import type { Lang } from '#ui'
import {
  GOALS,
  HUB,
  LAWS,
  segmentPath,
  SUPPLY,
  supplyPoint,
  WHEEL_SIZE,
  wordsLength,
  wordsPath,
} from '../domain/wheel-geometry.ts'
import type { Ring } from '../domain/wheel-geometry.ts'
import { fitLine, textWidth, wrapText } from '../domain/wheel-words.ts'
import type { WheelModel, WheelSegment } from '../domain/wheel.ts'
import { goalsHref, goalsName, helperLabel, lawsName, supplyHref, supplyName, wheelDescription } from './wheel-links.ts'
import type { WheelLinks } from './wheel-links.ts'
import { GoalDrawing, goalOnWheel, goalShown, Plus } from './wheel-goal.tsx'
import { wheelTexts } from './wheel-texts.ts'
import type { WheelTexts } from './wheel-texts.ts'

const AREA_SIZE = 13
const SUPPLY_SIZE = 13
const LAW_SIZE = 10.5
const NAME_RADIUS = 156

interface PartProps {
  readonly id: string
  readonly segment: WheelSegment
  readonly texts: WheelTexts
  readonly links: WheelLinks
}

/** A part of the wheel, as a link where it leads somewhere. */
const Part = ({
  href,
  name,
  children,
}: {
  readonly href: string | undefined
  readonly name: string
  readonly children: ReactNode
}) =>
  href === undefined ? (
    <g>{children}</g>
  ) : (
    <a className="op-wheel__link" href={href} aria-label={name}>
      {children}
    </a>
  )

/** Words along a curve; squeezed a little when the estimate says that they are too long. */
const CurvedWords = ({
  id,
  index,
  radius,
  size,
  kind,
  children,
}: {
  readonly id: string
  readonly index: number
  readonly radius: number
  readonly size: number
  readonly kind: string
  readonly children: string
}) => {
  const room = wordsLength(radius)
  const squeezed =
    textWidth(children, size) > room ? { textLength: Math.floor(room), lengthAdjust: 'spacingAndGlyphs' as const } : {}
  return (
    <>
      <path id={id} className="op-wheel__curve" d={wordsPath(index, radius, size * 0.7)} />
      <text className={`op-wheel__${kind}`} fontSize={size} textAnchor="middle">
        <textPath href={`#${id}`} startOffset="50%" {...squeezed}>
          {children}
        </textPath>
      </text>
    </>
  )
}

const drawn = (ring: Ring): readonly string[] => [0, 1, 2, 3, 4, 5].map(index => segmentPath(index, ring))
const GROUNDS = { goals: drawn(GOALS), supply: drawn(SUPPLY), laws: drawn(LAWS) }

const Ground = ({
  index,
  ring,
  full,
}: {
  readonly index: number
  readonly ring: keyof typeof GROUNDS
  readonly full?: boolean
}) => <path className={full === true ? `op-wheel__${ring}--full` : `op-wheel__${ring}`} d={GROUNDS[ring][index]} />

const GoalsPart = ({ id, segment, texts, links }: PartProps) => {
  const { index, area } = segment
  const full = segment.goals.length > 0
  const own = goalsHref(segment, links)
  const href = own ?? links.inList?.(area)
  const name = sayArea(area, texts.lang)
  const words = goalOnWheel(segment, texts)
  return (
    <Part href={href} name={goalsName(segment, texts, own !== undefined, [name, ...goalShown(words)])}>
      <Ground index={index} ring="goals" full={full} />
      <CurvedWords
        id={`${id}-area-${index}`}
        index={index}
        radius={NAME_RADIUS}
        size={AREA_SIZE}
        kind={full ? 'area--full' : 'area'}
      >
        {name}
      </CurvedWords>{' '}
      <GoalDrawing index={index} words={words} />
    </Part>
  )
}

const supplyLine = (segment: WheelSegment, texts: WheelTexts): string => {
  const [first, ...others] = segment.supply
  const tail = others.length === 0 ? '' : ` +${others.length}`
  const room = wordsLength((SUPPLY.inner + SUPPLY.outer) / 2) - textWidth(tail, SUPPLY_SIZE)
  return `${fitLine(first === undefined ? '' : helperLabel(first, texts), room, SUPPLY_SIZE)}${tail}`
}

const SupplyPart = ({ id, segment, texts, links }: PartProps) => {
  const { index, supply, area } = segment
  const middle = (SUPPLY.inner + SUPPLY.outer) / 2
  const line = supplyLine(segment, texts)
  const own = supplyHref(segment, links)
  return (
    <Part href={own ?? links.inList?.(area)} name={supplyName(segment, texts, own !== undefined, [line])}>
      <Ground index={index} ring="supply" full={supply.length > 0} />
      {supply.length === 0 ? (
        <Plus {...supplyPoint(index)} />
      ) : (
        <CurvedWords id={`${id}-supply-${index}`} index={index} radius={middle} size={SUPPLY_SIZE} kind="helper">
          {line}
        </CurvedWords>
      )}
    </Part>
  )
}

/** All names where they fit, else the first and how many more. */
const lawLine = ({ laws }: WheelSegment, { lang }: WheelTexts): string => {
  const room = wordsLength((LAWS.inner + LAWS.outer) / 2)
  const names = laws.map(({ law }) => sayLaw(law, lang))
  const all = names.join(' · ')
  if (names.length < 2 || textWidth(all, LAW_SIZE) <= room) return fitLine(all, room, LAW_SIZE)
  const tail = ` +${names.length - 1}`
  return `${fitLine(names[0] ?? '', room - textWidth(tail, LAW_SIZE), LAW_SIZE)}${tail}`
}

const LawsPart = ({ id, segment, texts, links }: PartProps) => {
  const { index, laws, area } = segment
  const middle = (LAWS.inner + LAWS.outer) / 2
  const line = lawLine(segment, texts)
  return (
    <Part href={links.laws?.(area) ?? links.inList?.(area)} name={lawsName(segment, texts, line === '' ? [] : [line])}>
      <Ground index={index} ring="laws" />
      {laws.length === 0 ? null : (
        <CurvedWords id={`${id}-law-${index}`} index={index} radius={middle} size={LAW_SIZE} kind="law">
          {line}
        </CurvedWords>
      )}
    </Part>
  )
}

const Hub = ({ model }: { readonly model: WheelModel }) => {
  const size = Math.min(19, Math.max(10.5, 92 / (model.name.length * 0.58)))
  const lines = wrapText(model.sentence ?? '', 84, 10, 3)
  const top = WHEEL_SIZE / 2 + size * 0.35 - lines.length * 6.5
  return (
    <g>
      <circle className="op-wheel__hub" cx={WHEEL_SIZE / 2} cy={WHEEL_SIZE / 2} r={HUB} />
      <text
        className="op-wheel__name"
        x={WHEEL_SIZE / 2}
        y={Math.round(top * 10) / 10}
        fontSize={Math.round(size * 10) / 10}
        textAnchor="middle"
      >
        {fitLine(model.name, 94, size)}
      </text>
      {lines.map((line, i) => (
        <text
          key={i}
          className="op-wheel__sentence"
          x={WHEEL_SIZE / 2}
          y={Math.round(top + 15 + i * 12.5)}
          fontSize="10"
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}

export interface WheelProps {
  readonly model: WheelModel
  readonly lang: Lang
  /** Without links the wheel is one picture. */
  readonly links?: WheelLinks
  /** Unique on the page. */
  readonly id?: string
  /** A list beside it says the same: nothing is read twice. Only for a wheel without links. */
  readonly decorative?: boolean
  /** What the figure says, when that is not how far one person's plan is. */
  readonly about?: string | undefined
}

/** The participation wheel as a drawing, after Movisie's idea. */
export const Wheel = ({ model, lang, links = {}, id = 'wheel', decorative, about }: WheelProps) => {
  const texts = wheelTexts(lang)
  const interactive = Object.keys(links).length > 0
  const hidden = decorative === true && !interactive
  return (
    <svg
      className="op-wheel"
      viewBox={`0 0 ${WHEEL_SIZE} ${WHEEL_SIZE}`}
      role={hidden ? undefined : interactive ? 'group' : 'img'}
      aria-hidden={hidden ? true : undefined}
      aria-labelledby={hidden ? undefined : `${id}-title`}
      aria-describedby={hidden ? undefined : `${id}-about`}
      focusable="false"
    >
      <title id={`${id}-title`}>{texts.t('title', { name: model.name })}</title>
      <desc id={`${id}-about`}>{about ?? wheelDescription(model, texts)}</desc>
      <Hub model={model} />
      {model.segments.map(segment => {
        const part = { id, segment, texts, links }
        return (
          <g key={segment.area}>
            <GoalsPart {...part} />
            <SupplyPart {...part} />
            <LawsPart {...part} />
          </g>
        )
      })}
    </svg>
  )
}
