import type { FormFields } from '#platform'

/** A box that is not ticked chooses nothing; putting away says so. */
export const webChosen = (fields: Pick<FormFields, 'optional'>): { readonly shows?: boolean } => {
  const chosen = fields.optional('shows')
  return chosen === undefined ? {} : { shows: chosen === 'yes' }
}

/** The fields that choose the other way round. */
export const webAgain = (shows: boolean, version: number): Record<string, string> => ({
  shows: shows ? 'no' : 'yes',
  version: String(version),
})
