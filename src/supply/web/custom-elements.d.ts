import type { HTMLAttributes, ReactNode } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'progress-watch': HTMLAttributes<HTMLElement> & { readonly children?: ReactNode; readonly 'data-every'?: string }
    }
  }
}
