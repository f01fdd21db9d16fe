import { deskPaths } from '../web/paths.ts'

export const payPath = (placementId: string): string => `${deskPaths.partner()}/wie/${placementId}/vergoeding`
export const ownPaymentPaths = {
  withdraw: (paymentId: string) => `${deskPaths.partner()}/vergoeding/${paymentId}/intrekken`,
  restore: (paymentId: string) => `${deskPaths.partner()}/vergoeding/${paymentId}/terug`,
} as const
