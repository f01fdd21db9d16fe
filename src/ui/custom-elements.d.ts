import type { HTMLAttributes, ReactNode } from 'react'

interface ElementAttributes extends HTMLAttributes<HTMLElement> {
  readonly children?: ReactNode
}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'draft-keeper': ElementAttributes
      'read-aloud': ElementAttributes
      'shortcut-switch': ElementAttributes
    }
  }
}
