import { ROLES } from '#kernel'
import type { AccessEntries, AccessEntry } from './access-entry.ts'

const wordOf = (entry: AccessEntry, role: (typeof ROLES)[number]): string => {
  if (!entry.who.includes(role)) return '–'
  if (entry.only === 'offering' && role === 'partner') return 'own offers'
  if (entry.about === 'municipality') return 'yes'
  if (role === 'participant') return 'own'
  const wide: readonly string[] = entry.everywhere?.[role] ?? []
  if (entry.needs.length > 0 && entry.needs.every(need => wide.includes(need.replace(':write', '')))) return 'all'
  if (entry.only === 'asked') return 'asked'
  if (entry.only === 'coordinating') return 'coordinating'
  if (entry.only === 'author') return 'author'
  return 'shared'
}

const rowOf = ([name, entry]: readonly [string, AccessEntry]): string => {
  const needs = [...entry.needs, ...(entry.shows ?? []).map(slice => `(${slice})`)].join(', ') || '–'
  return `| \`${name}\` | ${entry.kind} | ${ROLES.map(role => wordOf(entry, role)).join(' | ')} | ${needs} |`
}

/** The table as a page to read; tests/integration/access-matrix.test.ts proves every cell of it. */
export const matrixDocument = (entries: AccessEntries): string =>
  [
    '# Who may do what',
    '',
    'Made by `npm run access-matrix` from `tests/support/entries`, which is written by hand and apart from the code.',
    '`tests/integration/access-matrix.test.ts` tries every role on every use case in every standing towards a dossier: own,',
    'colleague in the same organisation, one slice shared, asked by a referral, partner of a placement, access that ended or',
    'has not begun, other organisation, other municipality. What is not named here is refused, with the same bytes as',
    'something that does not exist.',
    '',
    '- **all**: for everybody in the own municipality, by the task of the role',
    '- **shared**: where the slices in the last column were opened to this member or organisation (coordinator, share, referral)',
    '- **asked**: the same, and only the organisation that the referral was sent to',
    '- **coordinating**: the same, and only who coordinates that one trajectory',
    '- **author**: the same, and only who wrote it',
    '- **own**: the own dossier',
    '- **yes**: the municipality’s own records, nobody’s dossier',
    '- **–**: refused',
    '',
    'Slices: `plan` opens reading, `plan:write` writing; `(plan)` is shown where it was opened and left out where not.',
    '',
    `| Use case | | ${ROLES.join(' | ')} | Slices |`,
    `|---|---|${ROLES.map(() => '---|').join('')}---|`,
    ...Object.entries(entries).map(rowOf),
    '',
  ].join('\n')
