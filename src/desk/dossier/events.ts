import type { Dossier } from './dossier.ts'

/** Something that happened, from whichever module; `at` is an instant or a day, for sorting. */
export type DossierEvent =
  | { readonly kind: 'note'; readonly at: string; readonly note: NonNullable<Dossier['notes']>[number] }
  | { readonly kind: 'step'; readonly at: string; readonly step: AnsweredStep }
  | { readonly kind: 'appointment'; readonly at: string; readonly appointment: NonNullable<Dossier['appointments']>[number] }

type Step = NonNullable<Dossier['plan']>['goals'][number]['steps'][number]
export type AnsweredStep = Exclude<Step, { readonly state: 'open' }>

export const EVENT_FILTERS = ['all', 'notes', 'steps', 'appointments'] as const
export type EventFilter = (typeof EVENT_FILTERS)[number]
export const isEventFilter = (text: string): text is EventFilter => EVENT_FILTERS.some(known => known === text)

const KIND: Readonly<Record<Exclude<EventFilter, 'all'>, DossierEvent['kind']>> = {
  notes: 'note',
  steps: 'step',
  appointments: 'appointment',
}

/** Everything that happened, newest first; what was not shared is not in it. */
export const dossierEvents = (dossier: Dossier, filter: EventFilter = 'all'): readonly DossierEvent[] => {
  const steps =
    dossier.plan?.goals.flatMap(goal => goal.steps).filter((step): step is AnsweredStep => step.state !== 'open') ?? []
  const past = dossier.appointments?.filter(appointment => appointment.state === 'held' || appointment.state === 'missed') ?? []
  const events: readonly DossierEvent[] = [
    ...(dossier.notes ?? []).map((note): DossierEvent => ({ kind: 'note', at: note.writtenAt, note })),
    ...steps.map((step): DossierEvent => ({ kind: 'step', at: step.answeredAt, step })),
    ...past.map((appointment): DossierEvent => ({ kind: 'appointment', at: appointment.startsAt, appointment })),
  ]
  return events.filter(event => filter === 'all' || event.kind === KIND[filter]).toSorted((a, b) => b.at.localeCompare(a.at))
}
