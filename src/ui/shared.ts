import type { ReactNode } from 'react'

/**
 * A value for everything below it in the tree: `<Form value={…}>` gives it, `shared(Form)` asks for the nearest. A page is
 * written in one go, from the outside in, so the value of the moment is the nearest.
 */
export interface Shared<Value> {
  (props: { readonly value: Value; readonly children: ReactNode }): ReactNode
  /** The value here, while `write` writes what is below. */
  readonly around: <T>(value: Value, write: () => T) => T
  readonly here: () => Value
}

export const makeShared = <Value>(outside: Value): Shared<Value> => {
  let nearest = outside
  const around = <T>(value: Value, write: () => T): T => {
    const before = nearest
    nearest = value
    try {
      return write()
    } finally {
      nearest = before
    }
  }
  return Object.assign(({ children }: { readonly children: ReactNode }) => children, { around, here: () => nearest })
}

export const shared = <Value>(of: Shared<Value>): Value => of.here()

export const isShared = (component: unknown): component is Shared<unknown> =>
  typeof component === 'function' && 'around' in component
