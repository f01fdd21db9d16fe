/** Addresses of this module's pages. */
export const paths = {
  signIn: '/aanmelden',
  code: '/aanmelden/code',
  codeEntry: '/aanmelden/code/invullen',
  secondFactor: '/aanmelden/tweede-stap',
  setUpSecondFactor: '/account/tweede-factor',
  forgotten: '/aanmelden/wachtwoord-vergeten',
  newPassword: '/aanmelden/nieuw-wachtwoord',
  /** Where a letter leads. */
  paper: '/welkom',
  ownAddress: '/account/inloggen',
  confirmAddress: '/account/inloggen/code',
  signOut: '/afmelden',
  account: '/account',
  switchMembership: '/account/wissel',
  demoMail: '/demo/post',
  members: '/beheer/medewerkers',
  disableMember: (id: string) => `/beheer/medewerkers/${id}/uitzetten`,
  enableMember: (id: string) => `/beheer/medewerkers/${id}/aanzetten`,
  resetSecondFactor: (id: string) => `/beheer/medewerkers/${id}/nieuwe-telefoon`,
  organisations: '/beheer/organisaties',
} as const
