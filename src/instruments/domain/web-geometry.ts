/** Numbers of the drawing of a web, in its own units; the first corner is on top, and they go round with the clock. */
export const WEB = { width: 420, height: 300, centre: { x: 210, y: 148 }, radius: 108 } as const

export interface Point {
  readonly x: number
  readonly y: number
}

const round = (n: number): number => Math.round(n * 10) / 10

const at = (corner: number, corners: number, distance: number): Point => {
  const angle = (corner / corners) * 2 * Math.PI - Math.PI / 2
  return { x: round(WEB.centre.x + Math.cos(angle) * distance), y: round(WEB.centre.y + Math.sin(angle) * distance) }
}

/** Where a grade stands on its spoke; the lowest grade is not in the middle, so that it stays a shape. */
export const gradePoint = (
  corner: number,
  corners: number,
  grade: number,
  { from, to }: { readonly from: number; readonly to: number },
): Point => at(corner, corners, (WEB.radius * (grade - from + 1)) / (to - from + 1))

export const cornerPoint = (corner: number, corners: number): Point => at(corner, corners, WEB.radius)

export interface LabelPlace extends Point {
  readonly anchor: 'start' | 'middle' | 'end'
}
/** Beside the corner, outside the web. */
export const labelPlace = (corner: number, corners: number): LabelPlace => {
  const { x, y } = at(corner, corners, WEB.radius + 16)
  const side = x - WEB.centre.x
  return { x, y, anchor: Math.abs(side) < 8 ? 'middle' : side > 0 ? 'start' : 'end' }
}

export const pathThrough = (points: readonly Point[], closed: boolean): string =>
  points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}${closed ? 'Z' : ''}`

/** The dots that can be joined: the whole round when every corner has one, else each row of neighbours. */
export const joinedDots = (dots: readonly (Point | undefined)[]): string => {
  const given = dots.flatMap(dot => (dot === undefined ? [] : [dot]))
  if (given.length === dots.length) return pathThrough(given, true)
  const gap = dots.indexOf(undefined)
  const round = [...dots.slice(gap), ...dots.slice(0, gap)]
  const rows: Point[][] = []
  let row: Point[] = []
  for (const dot of [...round, undefined]) {
    if (dot !== undefined) row.push(dot)
    else {
      if (row.length > 1) rows.push(row)
      row = []
    }
  }
  return rows.map(points => pathThrough(points, false)).join('')
}
