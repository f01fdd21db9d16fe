import type { HTMLAttributes } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'print-page': HTMLAttributes<HTMLElement>
    }
  }
}
