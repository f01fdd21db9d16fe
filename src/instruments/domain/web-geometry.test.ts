import { expect, test } from 'vitest'
import { cornerPoint, gradePoint, joinedDots, labelPlace, WEB } from './web-geometry.ts'

const GRADES = { from: 1, to: 10 }

test('the first corner is on top, the highest grade on the corner, the lowest not in the middle', () => {
  expect(cornerPoint(0, 6)).toEqual({ x: WEB.centre.x, y: WEB.centre.y - WEB.radius })
  expect(gradePoint(0, 6, 10, GRADES)).toEqual(cornerPoint(0, 6))
  expect(gradePoint(0, 6, 1, GRADES).y).toBeLessThan(WEB.centre.y)
})

test('names stand outside, on the side of their corner', () => {
  expect([0, 1, 2, 3, 4, 5].map(corner => labelPlace(corner, 6).anchor)).toEqual([
    'middle',
    'start',
    'start',
    'middle',
    'end',
    'end',
  ])
})

test('all dots make a round; with a gap only neighbours are joined', () => {
  const dot = (x: number) => ({ x, y: 0 })
  expect(joinedDots([dot(1), dot(2), dot(3)])).toBe('M1 0L2 0L3 0Z')
  expect(joinedDots([dot(1), undefined, dot(3), dot(4)])).toBe('M3 0L4 0L1 0')
  expect(joinedDots([dot(1), undefined, dot(3), undefined])).toBe('')
  expect(joinedDots([undefined, undefined])).toBe('')
})
