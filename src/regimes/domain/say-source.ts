import inEnglish from './sources.en.json' with { type: 'json' }

const ENGLISH = new Map<string, string>(Object.entries(inEnglish))

/** Where a limit that came along stands; what the municipality typed itself stays as it was typed. */
export const saySource = (source: string, lang: string): string => (lang === 'nl' ? source : (ENGLISH.get(source) ?? source))
