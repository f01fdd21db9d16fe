import { type Decision, ParticipantId, refuse, accept } from '#kernel'
import type { PageRequest, Role } from '#platform'
import { deskPaths } from '../web/paths.ts'

/** Where somebody fills in or looks: in a dossier, or on the own pages. The same pages, said to another reader. */
export type PlaceKind = 'dossier' | 'own'
export interface Place {
  readonly kind: PlaceKind
  readonly participantId: ParticipantId
}

export const WHO: Readonly<Record<PlaceKind, readonly Role[]>> = { dossier: ['coach', 'workcoach'], own: ['participant'] }

const below = (base: string) => ({
  overview: (): string => base,
  start: (): string => `${base}/begin`,
  compare: (): string => `${base}/vergelijken`,
  paper: (): string => `${base}/papier`,
  result: (id: string): string => `${base}/${id}`,
  fill: (id: string): string => `${base}/${id}/invullen`,
  amend: (id: string): string => `${base}/${id}/wijzigen`,
  finish: (id: string): string => `${base}/${id}/klaar`,
  renew: (id: string): string => `${base}/${id}/nieuwe-versie`,
  discard: (id: string): string => `${base}/${id}/weg`,
  restore: (id: string): string => `${base}/${id}/terug`,
  toPlan: (id: string): string => `${base}/${id}/naar-plan`,
  addWish: (id: string): string => `${base}/${id}/naar-plan/wens`,
  addGoal: (id: string): string => `${base}/${id}/naar-plan/doel`,
})
export type InstrumentPaths = ReturnType<typeof below>

/** Addresses with their parameters, for pages and forms. */
export const ROUTES: Readonly<Record<PlaceKind, InstrumentPaths & { readonly id: string }>> = {
  dossier: { ...below(deskPaths.instruments(':participantId')), id: ':filledId' },
  own: { ...below(deskPaths.myQuestionnaires()), id: ':mineId' },
}

export const pathsIn = ({ kind, participantId }: Place): InstrumentPaths =>
  below(kind === 'own' ? deskPaths.myQuestionnaires() : deskPaths.instruments(participantId))

export const placeOf = (kind: PlaceKind, request: Pick<PageRequest, 'params' | 'actor'>): Decision<Place> => {
  const id = ParticipantId.safeParse(kind === 'own' ? request.actor?.participantId : request.params['participantId'])
  return id.success ? accept({ kind, participantId: id.data }) : refuse('notFound')
}

/** Of either kind of address. */
export const filledIdOf = (params: Readonly<Record<string, string>>): string => params['filledId'] ?? params['mineId'] ?? ''

export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  ).toString()
  return asked === '' ? path : `${path}?${asked}`
}

/** The name of a form in this place. */
export const formId = (name: string, kind: PlaceKind): string => `desk.${name}.${kind}`
