import type { Refusal, RefusalCode } from '#kernel'
import type { FieldError } from '../use-case/input.ts'

/** RFC 9457 problem details, as the Dutch API Design Rules ask. */
export interface Problem {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly code: string
  readonly errors?: readonly FieldError[]
  readonly current?: unknown
  /** With `duplicate`: what it looks like. */
  readonly candidates?: unknown
}

const PROBLEMS: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string; readonly detail: string }>> = {
  invalidInput: { status: 400, title: 'Invalid input', detail: 'One or more fields do not fit; see errors.' },
  notSignedIn: { status: 401, title: 'Not signed in', detail: 'Sign in or send a valid token.' },
  notFound: { status: 404, title: 'Not found', detail: 'This does not exist, or you have no access to it.' },
  versionConflict: {
    status: 409,
    title: 'Changed meanwhile',
    detail: 'Somebody else changed this; current holds the present text.',
  },
  notPossibleNow: { status: 409, title: 'Not possible now', detail: 'The present state does not allow this.' },
  alreadyDone: { status: 409, title: 'Already done', detail: 'This was done before.' },
  full: { status: 409, title: 'Full', detail: 'There is no place left.' },
  duplicate: { status: 409, title: 'Looks like a duplicate', detail: 'Something like this exists already.' },
  tooMany: { status: 429, title: 'Too many requests', detail: 'Try again later.' },
}

export const statusOf = (code: RefusalCode): number => PROBLEMS[code].status

/** The code of what is wrong with one field, when the decision named a reason. */
export const reasonOf = (refusal: Refusal): string => {
  const reason = refusal.details?.['reason']
  return typeof reason === 'string' ? reason : 'invalid'
}

/** Unknown and not allowed give the same bytes: nothing of the refusal's details goes out with a 404. */
export const problemOf = (refusal: Refusal): Problem => {
  const base = { ...PROBLEMS[refusal.code], code: refusal.code }
  if (refusal.code === 'notFound' || refusal.code === 'notSignedIn') return base
  return {
    ...base,
    ...(Array.isArray(refusal.details?.['errors']) ? { errors: refusal.details['errors'] } : {}),
    ...(refusal.code === 'invalidInput' && refusal.details?.['errors'] === undefined
      ? { errors: [{ field: refusal.field ?? '', code: reasonOf(refusal), params: {} }] }
      : {}),
    ...(refusal.details?.['current'] === undefined ? {} : { current: refusal.details['current'] }),
    ...(refusal.details?.['candidates'] === undefined ? {} : { candidates: refusal.details['candidates'] }),
  }
}

export const plainProblem = (status: number, title: string, detail: string, code: string): Problem => ({
  status,
  title,
  detail,
  code,
})
