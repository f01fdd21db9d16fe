import { deskPaths } from '../web/paths.ts'

const under = (id: string, rest: string): string => `${deskPaths.work(id)}${rest}`

/** Addresses behind the page about work and what is paid for it. */
export const workPaths = {
  pay: (id: string) => under(id, '/vergoeding'),
  amendPayment: (id: string, paymentId: string) => under(id, `/vergoeding/${paymentId}`),
  withdrawPayment: (id: string, paymentId: string) => under(id, `/vergoeding/${paymentId}/intrekken`),
  restorePayment: (id: string, paymentId: string) => under(id, `/vergoeding/${paymentId}/terug`),
  newWork: (id: string) => under(id, '/nieuw'),
  /** The arrangement about what somebody does at a place of the supply. */
  newWorkAt: (id: string, placementId: string) => under(id, `/nieuw?plek=${placementId}`),
  workCard: (id: string, workId: string) => under(id, `#werk-${workId}`),
  amend: (id: string, workId: string) => under(id, `/plek/${workId}`),
  extend: (id: string, workId: string) => under(id, `/plek/${workId}/verlengen`),
  end: (id: string, workId: string) => under(id, `/plek/${workId}/stoppen`),
  cancel: (id: string, workId: string) => under(id, `/plek/${workId}/toch-niet`),
  reinstate: (id: string, workId: string) => under(id, `/plek/${workId}/herstel`),
  moment: (id: string, workId: string) => under(id, `/plek/${workId}/moment`),
  reopenMoment: (id: string, workId: string) => under(id, `/plek/${workId}/moment-terug`),
} as const
