/** Thrown by a `get` in storage: the record is unknown, or behind a wall for this actor. Both read the same outside. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`Not found: ${what}`)
    this.name = 'NotFound'
  }
}

export const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new NotFound(what)
  return value
}
