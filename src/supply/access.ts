import { ROLES } from '#kernel'
import { allow } from '#platform'

const STAFF = ROLES.filter(role => role !== 'participant')

export const maySeeSupply = allow({ to: 'see what people can take part in', who: STAFF })
export const mayManageSupply = allow({ to: 'add, change, confirm and merge offers', who: ['beheer'] })
export const mayConfirmSupply = allow({
  to: 'say that an offer is still right; a partner only of the own organisation',
  who: ['beheer', 'partner'],
})
export const mayImportSupply = allow({ to: 'take over a list of offers', who: ['beheer'] })
export const maySetPoints = allow({ to: 'import where postcodes are', who: ['beheer'] })
