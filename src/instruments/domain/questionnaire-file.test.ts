import { expect, test } from 'vitest'
import { aScan } from '../test-kit.ts'
import { readQuestionnaireFile } from './questionnaire-file.ts'

const { version: _version, ...content } = aScan()
const written = JSON.stringify(content, null, 2)
const problems = (text: string) => {
  const read = readQuestionnaireFile(text)
  return read.ok ? [] : read.details?.['problems']
}
const lineWith = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length

test('a whole questionnaire is read', () => {
  expect(readQuestionnaireFile(written)).toEqual({ ok: true, value: content })
})

test('what is no JSON is said with its line', () => {
  const text = written.replace('"licence"', 'licence')
  expect(problems(text)).toEqual([{ line: lineWith(text, 'licence'), field: '', code: 'json' }])
  expect(problems('')).toEqual([{ line: 1, field: '', code: 'json' }])
  expect(problems(`${written} }`)).toMatchObject([{ code: 'json' }])
  expect(problems('['.repeat(5_000))).toMatchObject([{ code: 'json' }])
})

test('each field that does not fit is said with its line', () => {
  const text = written.replace('"nl": "Hoe gaat het met money?"', '"de": "Wie geht es?"')
  expect(problems(text)).toEqual([
    { line: lineWith(text, '"text": {\n            "de"'), field: 'dimensions.1.items.0.text.nl', code: 'required' },
    { line: lineWith(text, '"de"'), field: 'dimensions.1.items.0.text.de', code: 'unknownField' },
  ])
})

test('a key that is used twice, or that is no key, and a kind that does not exist', () => {
  expect(problems(written.replace('"key": "money"', '"key": "home"'))).toMatchObject([
    { field: 'dimensions.1.items.0.key', code: 'keyTwice' },
  ])
  expect(problems(written.replace('"key": "test-scan"', '"key": "Test Scan!"'))).toMatchObject([{ field: 'key', code: 'key' }])
  expect(problems(written.replace('"kind": "scan"', '"kind": "exam"'))).toMatchObject([{ field: 'kind', code: 'choice' }])
})
