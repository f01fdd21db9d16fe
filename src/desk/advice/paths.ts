import type { AdviceId, ParticipantId, TrajectoryId } from '#kernel'
import { deskPaths } from '../web/paths.ts'

type Id = ParticipantId | string
type Advice = AdviceId | string

/** Addresses behind the advice: of the coach, of the municipality, of the person. */
export const advicePaths = {
  one: deskPaths.advice,
  save: (id: Id) => `${deskPaths.advice(id)}/bewaren`,
  send: (id: Id) => `${deskPaths.advice(id)}/versturen`,
  amend: (id: Id, adviceId: Advice) => `${deskPaths.advice(id)}/${adviceId}/aanpassen`,
  withdraw: (id: Id, adviceId: Advice) => `${deskPaths.advice(id)}/${adviceId}/intrekken`,
  undoWithdrawal: (id: Id, adviceId: Advice) => `${deskPaths.advice(id)}/${adviceId}/toch-versturen`,
  ownWord: (id: Id) => `${deskPaths.advice(id)}/eigen-woorden`,
  print: (id: Id) => `${deskPaths.advice(id)}/afdrukken`,
  sent: () => '/adviezen',
  sentOf: (filter: string, page = 1) =>
    `/adviezen${filter === 'sent' && page === 1 ? '' : `?staat=${filter}${page === 1 ? '' : `&pagina=${page}`}`}`,
  sentOne: (adviceId: Advice) => `/adviezen/${adviceId}`,
  sentPrint: (adviceId: Advice) => `/adviezen/${adviceId}/afdrukken`,
  decide: (adviceId: Advice) => `/adviezen/${adviceId}/besluit`,
  my: () => '/mijn/advies',
  myPrint: () => '/mijn/advies/afdrukken',
  myOwnWord: (trajectoryId: TrajectoryId | string) => `/mijn/advies/${trajectoryId}`,
} as const
