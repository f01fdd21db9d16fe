import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'

const read = (needs: AccessEntry['needs'], input: AccessEntry['input']): AccessEntry => ({
  kind: 'read',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs,
  input,
})
const guide = (needs: AccessEntry['needs'], input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs,
  input,
})
const pays = (input: AccessEntry['input']): AccessEntry => guide(['name', 'identity', 'money:write'], input)
const works = (input: AccessEntry['input']): AccessEntry => guide(['placements:write'], input)
/** For whom somebody comes to: the organisation behind the offer, and nobody else. */
const payer = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'municipality',
  who: ['partner'],
  needs: [],
  only: 'offering',
  input,
})

export const workAndMoneyEntries: AccessEntries = {
  'plans.getAllowance': read(['name', 'identity', 'money'], ({ participantId }) => ({ participantId })),
  'plans.foreseeAllowance': read(['name', 'identity', 'money'], ({ participantId }) => ({
    ...{ participantId, perTimeCents: 500, timesPerMonth: 4 },
  })),
  'plans.recordPayment': pays(({ participantId, today }) => ({
    ...{ participantId, paidOn: today, amountCents: 500, kind: 'allowance', organisationName: 'Voetbalclub' },
  })),
  'plans.amendPayment': pays(({ participantId, payment, today }) => ({
    ...{ participantId, paymentId: payment, version: 1 },
    ...{ paidOn: today, amountCents: 600, kind: 'allowance', organisationName: 'Voetbalclub' },
  })),
  'plans.withdrawPayment': pays(({ participantId, payment }) => ({ participantId, paymentId: payment, version: 1 })),
  'plans.restorePayment': pays(({ participantId, withdrawnPayment }) => ({
    ...{ participantId, paymentId: withdrawnPayment, version: 1 },
  })),
  'plans.payAtOwnPlace': payer(({ placement, today }) => ({
    ...{ placementId: placement, paidOn: today, amountCents: 500, kind: 'allowance' },
  })),
  'plans.withdrawOwnPayment': payer(({ ownPayment }) => ({ paymentId: ownPayment, version: 1 })),
  'plans.restoreOwnPayment': payer(({ withdrawnOwnPayment }) => ({ paymentId: withdrawnOwnPayment, version: 1 })),
  'plans.listWorkPlacements': read(['placements'], ({ participantId }) => ({ participantId })),
  'plans.addWorkPlacement': works(({ participantId, today }) => ({
    ...{ participantId, kind: 'tryOut', workplace: 'Bakkerij', startsOn: today },
  })),
  'plans.amendWorkPlacement': works(({ participantId, workPlacement, today, tomorrow }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1 },
    ...{ workplace: 'Bakkerij', startsOn: today, endsOn: tomorrow },
  })),
  'plans.extendWorkPlacement': works(({ participantId, workPlacement, tomorrow }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1, endsOn: tomorrow },
  })),
  'plans.endWorkPlacement': works(({ participantId, workPlacement }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1, outcome: 'stayed' },
  })),
  'plans.cancelWorkPlacement': works(({ participantId, workPlacement }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1 },
  })),
  'plans.reinstateWorkPlacement': works(({ participantId, endedWorkPlacement }) => ({
    ...{ participantId, workPlacementId: endedWorkPlacement, version: 1 },
  })),
  'plans.handleMoment': works(({ participantId, workPlacement }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1, moment: 'review' },
  })),
  'plans.reopenMoment': works(({ participantId, workPlacement }) => ({
    ...{ participantId, workPlacementId: workPlacement, version: 1, moment: 'premium-1' },
  })),
}
