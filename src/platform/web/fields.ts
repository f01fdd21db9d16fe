import type { FormFields, UploadedFile } from './page.ts'

type Values = ReadonlyMap<string, readonly string[]>

/** Reads a posted form by name; nothing is trimmed or changed, the schemas do that. */
export const formFields = (values: Values, files: ReadonlyMap<string, UploadedFile> = new Map()): FormFields => {
  const text = (name: string): string => values.get(name)?.[0] ?? ''
  return {
    text,
    optional: name => (text(name).trim() === '' ? undefined : text(name)),
    list: name => values.get(name) ?? [],
    checked: name => text(name) !== '',
    number: name => {
      const typed = text(name).trim()
      return typed === '' ? undefined : Number(typed.replace(',', '.'))
    },
    file: name => files.get(name),
    has: name => values.has(name),
  }
}
