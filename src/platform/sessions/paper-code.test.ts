import { expect, test } from 'vitest'
import { createPaperCodes, groupedPaperCode, typedPaperCode } from './paper-code.ts'

const codes = createPaperCodes('x'.repeat(40))

test('a letter has always the same code, another letter and another installation another one', () => {
  const code = codes.codeOf('01890000-0000-7000-8000-000000000001')
  expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTWXYZ23456789]{10}$/)
  expect(codes.codeOf('01890000-0000-7000-8000-000000000001')).toBe(code)
  expect(codes.codeOf('01890000-0000-7000-8000-000000000002')).not.toBe(code)
  expect(createPaperCodes('y'.repeat(40)).codeOf('01890000-0000-7000-8000-000000000001')).not.toBe(code)
  expect(createPaperCodes('y'.repeat(40)).hashOf(code)).not.toEqual(codes.hashOf(code))
})

test('a thousand letters have a thousand codes', () => {
  expect(new Set(Array.from({ length: 1_000 }, (_, at) => codes.codeOf(String(at)))).size).toBe(1_000)
})

test.each(['ABCDE-23456', 'abcde 23456', ' abcde\u201123456 ', 'A B C D E 2 3 4 5 6'])('%j is read as it was meant', typed => {
  expect(typedPaperCode(typed)).toBe('ABCDE23456')
  expect(groupedPaperCode(typedPaperCode(typed))).toBe('ABCDE-23456')
})
