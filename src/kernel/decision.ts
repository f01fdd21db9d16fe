/**
 * An expected refusal is a value with a stable code (never an exception); `field` names the input it is about,
 * `details` carries what a message or a conflict page needs.
 */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly ok: false
  readonly code: Code
  readonly field?: string
  readonly details?: Readonly<Record<string, unknown>>
}
export interface Accepted<Value> {
  readonly ok: true
  readonly value: Value
}
export type Decision<Value, Code extends RefusalCode = RefusalCode> = Accepted<Value> | Refusal<Code>

/** Every refusal code of the product. A new code does not compile until `platform/http` maps it to a status. */
export type RefusalCode =
  | 'notFound' // unknown or not allowed: the same answer
  | 'invalidInput' // a field does not fit; `field` and `details.reason` say which and why
  | 'versionConflict' // somebody else changed it; `details.current` holds their text
  | 'notPossibleNow' // the state does not allow this; `details.state` says which state
  | 'alreadyDone' // the same thing was done before
  | 'full' // no place left
  | 'duplicate' // looks like something that exists; `details.candidates`
  | 'notSignedIn'
  | 'tooMany'

export const accept = <Value>(value: Value): Accepted<Value> => ({ ok: true, value })
export const refuse = <Code extends RefusalCode>(
  code: Code,
  field?: string,
  details?: Record<string, unknown>,
): Refusal<Code> => ({
  ok: false,
  code,
  ...(field === undefined ? {} : { field }),
  ...(details === undefined ? {} : { details }),
})

/** For the last branch of a switch over a union: fails to compile when a variant is forgotten. */
export const never = (value: never): never => {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`)
}
