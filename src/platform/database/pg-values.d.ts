declare module 'pg/lib/utils.js' {
  /** A value as the text or bytes in which a statement's parameter travels. */
  export const prepareValue: (value: unknown) => string | Buffer | null
}
