/** Names of the built files by the name they are asked for; set once when the server starts. */
let built: Readonly<Record<string, string>> = {}

/** The manifest of the build: `main.css` → `/assets/main.4f2a.css`. */
export const registerAssets = (manifest: Readonly<Record<string, string>>): void => {
  built = manifest
}
export const assetPath = (name: string): string => built[name] ?? `/assets/${name}`
