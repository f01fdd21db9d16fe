/** Addresses of the pages with legal amounts and terms. */
export const regimesPaths = {
  limits: '/beheer/bedragen',
  limit: (key: string) => `/beheer/bedragen/${key}`,
  amend: (key: string, id: string) => `/beheer/bedragen/${key}/${id}/verbeteren`,
  withdraw: (key: string, id: string) => `/beheer/bedragen/${key}/${id}/intrekken`,
  restore: (key: string, id: string) => `/beheer/bedragen/${key}/${id}/terugzetten`,
} as const
