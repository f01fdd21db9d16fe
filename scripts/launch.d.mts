/** With what Node runs the server: its memory is bounded. */
export declare const serverFlags: (env?: Readonly<Record<string, string | undefined>>) => string[]
