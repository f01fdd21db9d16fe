import { allow, ROLES } from '#platform'

export const mayReadOwnPlaces = allow({ to: 'see for whom one works', who: ROLES })

export const mayReadOrganisations = allow({
  to: 'see which organisations work in the municipality',
  who: ROLES.filter(role => role !== 'participant'),
})

/** Accounts are the municipality's own; nothing of a dossier opens with this. */
export const mayManageMembers = allow({ to: 'give colleagues an account and end it', who: ['beheer'] })
export const mayManageOrganisations = allow({ to: 'add an organisation', who: ['beheer'] })
/** Before there is anybody: from the command line only. */
export const maySetUp = allow({ to: 'set up a municipality', who: [] })

/** Participants choose where their code goes; what staff sign in with is given by who manages accounts. */
export const mayChooseOwnAddress = allow({ to: 'choose with which address or number one signs in', who: ['participant'] })
