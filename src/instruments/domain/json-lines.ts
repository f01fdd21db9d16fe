/** Where each value of a JSON text stands, so that what is wrong can be said by line. */
export interface JsonLines {
  /** Line of the value at this path (`dimensions.2.items.0.text`), counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

interface Reading {
  readonly text: string
  at: number
  line: number
  readonly lines: Map<string, number>
}

/** The text is no JSON: on this line. */
export class BrokenJson extends Error {
  readonly line: number
  constructor(line: number) {
    super(`no JSON on line ${line}`)
    this.line = line
  }
}

const broken = ({ line }: Reading): never => {
  throw new BrokenJson(line)
}

const skipSpace = (reading: Reading): void => {
  for (let next = reading.text[reading.at]; next !== undefined && /\s/.test(next); next = reading.text[reading.at]) {
    if (next === '\n') reading.line += 1
    reading.at += 1
  }
}

const expect = (reading: Reading, sign: string): void => {
  skipSpace(reading)
  if (reading.text[reading.at] !== sign) broken(reading)
  reading.at += 1
}

const STRING = /"(?:[^"\\\n]|\\.)*"/y
const SIMPLE = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const take = (reading: Reading, pattern: RegExp): string => {
  skipSpace(reading)
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text)?.[0]
  if (found === undefined) return broken(reading)
  reading.at += found.length
  return found
}

const peek = (reading: Reading): string | undefined => {
  skipSpace(reading)
  return reading.text[reading.at]
}

const DEEPEST = 40

const readEach = (reading: Reading, end: '}' | ']', one: (index: number) => void): void => {
  reading.at += 1
  if (peek(reading) === end) {
    reading.at += 1
    return
  }
  for (let index = 0; ; index += 1) {
    one(index)
    if (peek(reading) !== ',') break
    reading.at += 1
  }
  expect(reading, end)
}

const readValue = (reading: Reading, path: readonly string[]): void => {
  const sign = peek(reading)
  reading.lines.set(path.join('.'), reading.line)
  if (path.length > DEEPEST) broken(reading)
  if (sign === '{')
    readEach(reading, '}', () => {
      const name = take(reading, STRING).slice(1, -1)
      expect(reading, ':')
      readValue(reading, [...path, name])
    })
  else if (sign === '[') readEach(reading, ']', index => readValue(reading, [...path, String(index)]))
  else take(reading, sign === '"' ? STRING : SIMPLE)
}

/** Throws `BrokenJson` at the first line that cannot be read. */
export const readJsonLines = (text: string): JsonLines => {
  const reading: Reading = { text, at: 0, line: 1, lines: new Map() }
  readValue(reading, [])
  if (peek(reading) !== undefined) broken(reading)
  return {
    lineOf: path => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = reading.lines.get(path.slice(0, length).map(String).join('.'))
        if (line !== undefined) return line
      }
      return 1
    },
  }
}
