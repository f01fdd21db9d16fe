import { randomFillSync } from 'node:crypto'

/** A repeatable stream of numbers in [0, 1). */
export const seeded = (start: number): (() => number) => {
  let seed = start
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return seed / 4_294_967_296
  }
}

const pool = Buffer.alloc(8_192)
let used = pool.length
const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

/** A UUIDv7 of this moment: the same layout as the application's, an order of magnitude faster to make in bulk. */
export const fastId = (millis: number): string => {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const time = millis.toString(16).padStart(12, '0')
  const r = pool.subarray(used, used + 10)
  used += 10
  const [a = 0, b = 0, c = 0, d = 0] = r
  const tail = Array.from(r.subarray(4), byte => HEX[byte]).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${HEX[a]?.slice(1)}${HEX[b]}-${HEX[(c & 0x3f) | 0x80]}${HEX[d]}-${tail}`
}
