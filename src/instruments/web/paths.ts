/** Addresses of this module's own pages. */
export const instrumentsPaths = {
  manage: (): string => '/beheer/instrumenten',
  preview: (key: string, version: number): string => `/beheer/instrumenten?bekijk=${key}.${version}#bekijk`,
  offer: (key: string, version: number | string): string => `/beheer/instrumenten/${key}/${version}/aanbieden`,
  withdraw: (key: string, version: number | string): string => `/beheer/instrumenten/${key}/${version}/stoppen`,
} as const
