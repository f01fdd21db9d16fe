/** The path of a Chromium on this machine, or undefined. CHROMIUM_PATH goes first. */
export declare const findChromium: (env?: Readonly<Record<string, string | undefined>>) => string | undefined

/** The path of a Chromium, installed first where this may be done; throws with what to do otherwise. */
export declare const ensureChromium: () => string
