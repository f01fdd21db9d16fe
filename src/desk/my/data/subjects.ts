/** How everything that is known is told: subjects as a person thinks of them, each with its tables in the order in which they are read. */
export const SUBJECTS = [
  {
    key: 'you',
    tables: ['participant', 'participant_identity', 'participant_contact', 'participant_story', 'practical', 'correction'],
  },
  { key: 'plan', tables: ['wish', 'goal', 'step', 'recognition_given', 'reciprocity', 'unmet_wish'] },
  { key: 'agreements', tables: ['agreement', 'agreement_said', 'appointment'] },
  { key: 'places', tables: ['placement', 'work_placement', 'allowance_payment', 'allowance_payment_version'] },
  {
    key: 'trajectory',
    tables: [
      'referral',
      'referral_version',
      'trajectory',
      'trajectory_version',
      'intake',
      'intake_version',
      'life_area',
      'life_area_note',
      'life_area_version',
      'review',
      'review_result',
      'own_word',
      'review_web',
    ],
  },
  { key: 'questions', tables: ['filled_instrument', 'filled_instrument_earlier'] },
  { key: 'access', tables: ['access_grant', 'paper_invitation', 'access_line'] },
] as const
export type Subject = (typeof SUBJECTS)[number]['key'] | 'other'

/** A table that nobody gave a subject is told too, at the end. */
export const subjectOf = (table: string): Subject =>
  SUBJECTS.find(({ tables }) => tables.some(each => each === table))?.key ?? 'other'

export interface OfSubject<Told> {
  readonly subject: Subject
  readonly told: readonly Told[]
}

/** Per subject what there is to tell, in its order; a subject with nothing is left out. */
export const bySubject = <Told extends { readonly table: string }>(records: readonly Told[]): readonly OfSubject<Told>[] => {
  const order: readonly string[] = SUBJECTS.flatMap(({ tables }) => tables)
  const sorted = records.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  return [...SUBJECTS.map(({ key }) => key), 'other' as const]
    .map(subject => ({ subject, told: sorted.filter(({ table }) => subjectOf(table) === subject) }))
    .filter(({ told }) => told.length > 0)
}

/** What stands in columns of its own: the rest of a row is told behind it, so that a row stays one glance. */
const LEADING: Readonly<Record<string, readonly string[]>> = {
  correction: ['words', 'outcome', 'answer'],
  wish: ['words', 'kind', 'said_on'],
  goal: ['title', 'area', 'state', 'until'],
  step: ['title', 'goal_id', 'state', 'planned_on'],
  recognition_given: ['words', 'step_id', 'given_at'],
  reciprocity: ['words', 'said_on'],
  agreement: ['words', 'promised_by', 'until', 'state'],
  agreement_said: ['agreement_id', 'side', 'outcome', 'words'],
  appointment: ['starts_at', 'kind', 'state', 'place'],
  placement: ['offer_id', 'offer_organisation_id', 'state', 'since'],
  allowance_payment: ['paid_on', 'amount_cents', 'kind', 'organisation_name'],
  trajectory_version: ['replaced_at', 'action', 'reason'],
  life_area: ['area', 'reason', 'opened_on', 'closed_on'],
  life_area_note: ['life_area_id', 'words', 'written_at'],
  review: ['planned_on', 'state', 'held_on'],
  filled_instrument: ['instrument_key', 'view', 'finished_on', 'said'],
  filled_instrument_earlier: ['instrument_key', 'view', 'finished_on'],
  access_grant: ['ground', 'membership_id', 'organisation_id', 'valid_from', 'revoked_at'],
}
export const leadingColumns = (table: string): readonly string[] => LEADING[table] ?? []
