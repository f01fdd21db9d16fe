import { buildLexicon, LexiconFile, type Lexicon } from './lexicon.ts'
import dutch from './synonyms.nl.json' with { type: 'json' }

const shipped = LexiconFile.parse(dutch)

/** The shipped synonyms, with the files that a municipality adds (parse them with `LexiconFile`). */
export const dutchLexicon = (extra: readonly LexiconFile[] = []): Lexicon => buildLexicon([shipped, ...extra])
