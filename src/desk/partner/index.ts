import type { AnyForm, AnyPage, AnyUseCase } from '#platform'
import { listVisitors } from './list-visitors.ts'
import { confirmOwnOfferForm, partnerPage } from './partner.page.tsx'
import { payForms } from './pay-forms.ts'

export const partnerUseCases: readonly AnyUseCase[] = [listVisitors]
export const partnerPages: readonly AnyPage[] = [partnerPage]
export const partnerForms: readonly AnyForm[] = [confirmOwnOfferForm, ...payForms]
