/** The query of a page as input for a use case: what was left empty is not asked. */
export const asked = (query: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value.trim() !== ''))

/** Where a form on a filtered page goes back to; anything else than a plain filter is left out. */
export const backTo = (text: string): Readonly<Record<string, string>> =>
  /^[\w=&-]{0,200}$/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : {}

export const mayManage = (actor: { readonly role: string } | undefined): boolean => actor?.role === 'beheer'
