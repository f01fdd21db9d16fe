/** What a traced field can hold; null = nothing stood there. */
export type Stood = string | boolean | null

type Fields<Field extends string> = Readonly<Partial<Record<Field, string | boolean | undefined>>>
export type StoodBefore<Field extends string> = Readonly<Partial<Record<Field, Stood>>>

/** Of the fields that differ, what stood before. */
export const replaced = <Field extends string>(
  fields: readonly Field[],
  before: Fields<Field>,
  after: Fields<Field>,
): StoodBefore<Field> => {
  const stood = (from: Fields<Field>, field: Field): Stood => from[field] ?? null
  const changed = fields.filter(field => stood(before, field) !== stood(after, field))
  return Object.fromEntries(changed.map(field => [field, stood(before, field)])) as StoodBefore<Field>
}

export interface TracedChange<Field extends string> {
  readonly field: Field
  readonly was: Stood
  readonly became: Stood
}

interface Replaced<Field extends string> {
  readonly version: number
  readonly before: StoodBefore<Field>
}

/** Every change, newest first, with what stood before and what came in its place. */
export const tellChanges = <Field extends string, Entry extends Replaced<Field>>(
  fields: readonly Field[],
  now: Fields<Field>,
  versions: readonly Entry[],
): readonly (Entry & { readonly changes: readonly TracedChange<Field>[] })[] => {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  return newestFirst.map((entry, i) => ({
    ...entry,
    changes: fields
      .filter(field => entry.before[field] !== undefined)
      .map(field => {
        const later = newestFirst.slice(0, i).findLast(candidate => candidate.before[field] !== undefined)
        return {
          field,
          was: entry.before[field] ?? null,
          became: later === undefined ? (now[field] ?? null) : (later.before[field] ?? null),
        }
      }),
  }))
}
