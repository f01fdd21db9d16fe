import { writeFileSync } from 'node:fs'
import { accessEntries } from '../tests/support/entries/index.ts'
import { matrixDocument } from '../tests/support/matrix-document.ts'

// The page that shows who may do what, from the table that the tests prove.
writeFileSync(new URL('../docs/access-matrix.md', import.meta.url), matrixDocument(accessEntries))
