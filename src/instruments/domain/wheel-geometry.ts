/** The wheel in a square of 480 × 480; angles clockwise from the top. */
export const WHEEL_SIZE = 480
const CENTRE = WHEEL_SIZE / 2
const SEGMENT = Math.PI / 3
/** Half of the gap between two segments. */
const GAP = 2

export interface Ring {
  readonly inner: number
  readonly outer: number
}
export const HUB = 52
export const GOALS: Ring = { inner: 57, outer: 170 }
export const SUPPLY: Ring = { inner: 174, outer: 216 }
export const LAWS: Ring = { inner: 220, outer: 238 }

export interface Point {
  readonly x: number
  readonly y: number
}
const rounded = (n: number): number => Math.round(n * 100) / 100
const at = (radius: number, angle: number): Point => ({
  x: rounded(CENTRE + radius * Math.sin(angle)),
  y: rounded(CENTRE - radius * Math.cos(angle)),
})
const say = ({ x, y }: Point): string => `${x} ${y}`

const middle = (index: number): number => index * SEGMENT
/** In the lower half words are turned, so that they read from left to right there too. */
export const isLower = (index: number): boolean => Math.cos(middle(index)) < -0.01

/** The outline of one segment of a ring. */
export const segmentPath = (index: number, { inner, outer }: Ring): string => {
  const [from, to] = [middle(index) - SEGMENT / 2, middle(index) + SEGMENT / 2]
  const [a, b] = [GAP / inner, GAP / outer]
  return [
    `M${say(at(inner, from + a))}`,
    `A${inner} ${inner} 0 0 1 ${say(at(inner, to - a))}`,
    `L${say(at(outer, to - b))}`,
    `A${outer} ${outer} 0 0 0 ${say(at(outer, from + b))}Z`,
  ].join('')
}

/** The curve that words in the middle of a band of this height stand on. */
export const wordsPath = (index: number, radius: number, height: number): string => {
  const [from, to] = [middle(index) - SEGMENT / 2, middle(index) + SEGMENT / 2]
  if (isLower(index)) {
    const r = rounded(radius + height / 2)
    return `M${say(at(r, to))}A${r} ${r} 0 0 0 ${say(at(r, from))}`
  }
  const r = rounded(radius - height / 2)
  return `M${say(at(r, from))}A${r} ${r} 0 0 1 ${say(at(r, to))}`
}

/** How long words on a curve may be. */
export const wordsLength = (radius: number): number => radius * SEGMENT - 18

const TWO_DEGREES = Math.PI / 90
/** Beside the hub a goal stands a little nearer to it and off the middle, away from the turned name and the hub's edge. */
const GOAL_TURN = [0, -TWO_DEGREES, TWO_DEGREES, 0, -TWO_DEGREES, TWO_DEGREES] as const
/** Where the goal of a segment stands. */
export const goalPoint = (index: number): Point => at(index % 3 === 0 ? 108 : 104, middle(index) + (GOAL_TURN[index] ?? 0))
export const supplyPoint = (index: number): Point => at((SUPPLY.inner + SUPPLY.outer) / 2, middle(index))

/** The middle of each dot in a row of `count`, around `centre`. */
export const dotPoints = (count: number, centre: Point, distance: number): readonly Point[] =>
  Array.from({ length: count }, (_, i) => ({ x: rounded(centre.x + (i - (count - 1) / 2) * distance), y: centre.y }))
