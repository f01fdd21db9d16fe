import type { HTMLAttributes, ReactNode } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'plain-hint': HTMLAttributes<HTMLElement> & {
        readonly children?: ReactNode
        readonly 'data-start': string
        readonly 'data-long-sentence': string
        readonly 'data-long-word': string
        readonly 'data-passive': string
        readonly 'data-jargon': string
      }
    }
  }
}
