import { recognitionFrom } from './agreed-fields.tsx'
import type { FieldError, FormFields } from '#platform'
import { ROWS } from './parts.ts'

type Typed = Pick<FormFields, 'text' | 'optional' | 'number'>

const readStep = (fields: Typed, prefix: string) => {
  const { text, optional } = fields
  return {
    title: text(`${prefix}title`),
    language: optional('language'),
    who: optional(`${prefix}who`),
    whoName: optional(`${prefix}whoName`),
    plannedOn: optional(`${prefix}plannedOn`),
    plannedAt: optional(`${prefix}plannedAt`),
    place: optional(`${prefix}place`),
    plannedOnAsSaid: optional(`${prefix}plannedOnAsSaid`),
    helpWhat: optional(`${prefix}helpWhat`),
    helpFrom: optional(`${prefix}helpFrom`),
    ...recognitionFrom(fields, prefix),
  }
}

/** One step as typed. */
export const stepFrom = (fields: Typed) => readStep(fields, '')

/** What somebody types; who does it and the kind of recognition are chosen already when the row is empty. */
const TYPED = [
  ...(['title', 'whoName', 'plannedOnAsSaid', 'plannedOn', 'plannedAt', 'place', 'helpWhat', 'helpFrom'] as const),
  ...(['recognitionWords', 'recognitionEuros'] as const),
] as const

const isTyped = (fields: Typed, row: number): boolean => TYPED.some(name => fields.text(`steps.${row}.${name}`).trim() !== '')

/** How many rows stand open: up to the last one in which something was typed. */
export const lastTyped = (fields: Typed): number => Math.max(1, ...ROWS.filter(row => isTyped(fields, row)).map(row => row + 1))

/** The rows in which something was typed, so that a day without a step is asked about and not lost; and errors of the list put back on the row where it was typed. */
export const rowsOf = (fields: Typed) => {
  const rows = ROWS.filter(row => isTyped(fields, row))
  return {
    steps: rows.map(row => readStep(fields, `steps.${row}.`)),
    errorsOn: (errors: readonly FieldError[]): readonly FieldError[] =>
      errors.map(error => {
        if (error.field === 'steps') return { ...error, field: 'steps.0.title', code: 'required' }
        const [, place, name] = /^steps\.(\d+)\.(\w+)$/.exec(error.field) ?? []
        return place === undefined || name === undefined
          ? error
          : { ...error, field: `steps.${rows[Number(place)] ?? 0}.${name}` }
      }),
  }
}
