/** Bases that are no article of a law, as they stand in grants; whoever shows them says them in the reader's language. */
export const BY_AGREEMENT = 'afspraak met de deelnemer in het plan'
export const OWN_RIGHT = 'AVG, recht op inzage'
