/** Addresses of the pages with figures. */
export const insightPaths = {
  wheel: () => '/beleid/wiel',
} as const
