import type { AccessEntries } from '../access-entry.ts'

export const insightEntries: AccessEntries = {
  'insight.getAreaFigures': { kind: 'read', about: 'municipality', who: ['beleid'], needs: [], input: () => ({}) },
}
