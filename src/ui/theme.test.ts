import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('assets/theme.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)')

const colours = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/--opstap-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))

const light = colours(lightCss)
const themes = { light, dark: { ...light, ...colours(darkCss) } }

/** Relative luminance and contrast by WCAG 2.2. */
const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['paper', 'surface', 'orange-tint', 'green-tint', 'stone-tint'] as const
const words: readonly (readonly [string, string])[] = [
  ...['ink', 'link', 'soft'].flatMap(word => GROUNDS.map(ground => [word, ground] as const)),
  ...['paper', 'surface'].map(ground => ['error', ground] as const),
  ['orange', 'orange-tint'],
  ['orange', 'surface'],
  ['green', 'green-tint'],
  ['green', 'surface'],
  ['stone', 'stone-tint'],
  ['stone', 'surface'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-confirm', 'confirm'],
  ['on-confirm', 'confirm-hover'],
  ['on-orange-fill', 'orange-fill'],
  ['on-orange-goal', 'orange-fill'],
  ['on-green-fill', 'green-fill'],
  ['on-hub', 'hub'],
  ['on-hub-soft', 'hub'],
]
/** Marks and edges that carry meaning without words. */
const marks: readonly (readonly [string, string])[] = [
  ['control-line', 'surface'],
  ['control-line', 'paper'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'orange-tint'],
  ['focus', 'orange-fill'],
  ['focus', 'green-fill'],
  ['focus', 'green-tint'],
  ['focus', 'stone-tint'],
  ['orange-mark', 'surface'],
  ['orange-mark', 'paper'],
  ['orange-mark', 'orange-tint'],
  ['wheel-dot', 'surface'],
  ['wheel-dot', 'orange-fill'],
  ['soft', 'orange-tint'],
  ['confirm', 'stone-tint'],
]

describe.each(['light', 'dark'] as const)('%s theme', scheme => {
  const theme = themes[scheme]
  const ratio = ([a, b]: readonly [string, string]): number => contrast(theme[a] ?? '#000000', theme[b] ?? '#000000')

  it.each(words)('%s on %s can be read (4.5:1)', (word, ground) => {
    expect(ratio([word, ground])).toBeGreaterThanOrEqual(4.5)
  })
  it.each(marks)('%s stands out on %s (3:1)', (mark, ground) => {
    expect(ratio([mark, ground])).toBeGreaterThanOrEqual(3)
  })
})
