import { BY_AGREEMENT, OWN_RIGHT } from '#sharing'
import type { MyT } from './texts.ts'

/** An agreement and the own right have words in each language; a law keeps its name. */
export const sayLegalBasis = (basis: string, t: MyT): string => {
  if (basis === BY_AGREEMENT) return t('access.byAgreement')
  return basis === OWN_RIGHT ? t('access.ownRight') : basis
}
