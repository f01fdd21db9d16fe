export const referralsPath = (): string => '/aanmeldingen'
export const referralPath = (id: string): string => `/aanmeldingen/${id}`
