import { describe, expect, it } from 'vitest'
import { defineTexts, missingTexts } from './i18n.ts'

const nl = {
  greeting: 'Dag {{name}}',
  steps_one: '{{count}} stap',
  steps_other: '{{count}} stappen',
  group: { title: 'Titel' },
} as const
const en = { greeting: 'Hello {{name}}', steps_one: '{{count}} step', steps_other: '{{count}} steps', group: { title: 'Title' } }
const ar = {
  greeting: 'مرحباً {{name}}',
  steps_two: 'خطوتان',
  steps_few: '{{count}} خطوات',
  steps_other: '{{count}} خطوة',
  group: { title: 'عنوان' },
}

describe('texts of a module', () => {
  const texts = defineTexts({ nl, en, ar })

  it('fill in values and never escape: React does that', () => {
    expect(texts('nl').t('greeting', { name: 'Jan & <Piet>' })).toBe('Dag Jan & <Piet>')
    expect(texts('en').t('group.title')).toBe('Title')
  })

  it('choose the plural form of the language', () => {
    expect(texts('nl').t('steps', { count: 1 })).toBe('1 stap')
    expect(texts('nl').t('steps', { count: 0 })).toBe('0 stappen')
    expect(texts('ar').t('steps', { count: 2 })).toBe('خطوتان')
    expect(texts('ar').t('steps', { count: 5 })).toBe('5 خطوات')
  })

  it('fall back to Dutch where a language is not given', () => {
    expect(defineTexts({ nl, en })('ar').t('group.title')).toBe('Titel')
  })

  it('fail when a given language lacks a key', () => {
    const { greeting } = ar
    expect(() => defineTexts({ nl, en, ar: { greeting } })).toThrow('Texts missing in ar: steps, group.title')
  })

  it('leave what is more than values to i18next', () => {
    const nested = { name: 'het wiel', shown: 'Dit is $t(name)' } as const
    expect(defineTexts({ nl: nested, en: { name: 'the wheel', shown: 'This is $t(name)' } })('en').t('shown')).toBe(
      'This is the wheel',
    )
  })

  it('count plural forms as one key', () => {
    expect(missingTexts(nl, { greeting: '', steps_many: '', group: {} })).toEqual(['group.title'])
  })
})
