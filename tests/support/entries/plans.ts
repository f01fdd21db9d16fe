import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'

const own = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs: ['plan:write'],
  input,
})
const self = (input: AccessEntry['input']): AccessEntry => ({ ...own(input), who: ['participant'] })
const guide = (input: AccessEntry['input']): AccessEntry => ({ ...own(input), who: COACHES })
const places = (input: AccessEntry['input']): AccessEntry => ({
  ...guide(input),
  needs: ['plan:write', 'placements:write', 'sharing:write'],
})
const step = { title: 'Even langs de tuin lopen', recognitionKind: 'compliment' } as const

export const plansEntries: AccessEntries = {
  'plans.getPlan': {
    kind: 'read',
    about: 'dossier',
    who: COACHES_AND_PARTICIPANT,
    needs: ['plan'],
    input: ({ participantId }) => ({ participantId }),
  },
  'plans.addWish': own(({ participantId }) => ({ participantId, words: 'Ik wil werken met planten.' })),
  'plans.amendWish': own(({ participantId, wish }) => ({ participantId, wishId: wish, words: 'Anders.', version: 1 })),
  'plans.archiveWish': own(({ participantId, wish }) => ({ participantId, wishId: wish, version: 1 })),
  'plans.restoreWish': own(({ participantId, archivedWish }) => ({ participantId, wishId: archivedWish, version: 1 })),
  'plans.setPractical': guide(({ participantId }) => ({ participantId, version: 1, dayParts: ['2-morning'] })),
  'plans.addGoal': guide(({ participantId, wish }) => ({
    participantId,
    wishId: wish,
    title: 'Mensen ontmoeten',
    area: 'contacts',
  })),
  'plans.amendGoal': guide(({ participantId, goal, wish }) => ({
    participantId,
    goalId: goal,
    wishId: wish,
    title: 'Mensen zien',
    area: 'contacts',
    version: 1,
  })),
  'plans.reachGoal': guide(({ participantId, goal }) => ({ participantId, goalId: goal, version: 1 })),
  'plans.archiveGoal': guide(({ participantId, goal }) => ({ participantId, goalId: goal, version: 1, reason: 'notNow' })),
  'plans.reopenGoal': guide(({ participantId, reachedGoal }) => ({ participantId, goalId: reachedGoal, version: 1 })),
  'plans.focusGoal': guide(({ participantId, goalWithUnmetWish }) => ({ participantId, goalId: goalWithUnmetWish })),
  'plans.moveGoal': guide(({ participantId, goalWithUnmetWish }) => ({
    participantId,
    goalId: goalWithUnmetWish,
    direction: 'up',
  })),
  'plans.noteUnmetWish': guide(({ participantId, goal }) => ({ participantId, goalId: goal, whatLacks: 'Een tuin.' })),
  'plans.resolveUnmetWish': guide(({ participantId, goalWithUnmetWish }) => ({ participantId, goalId: goalWithUnmetWish })),
  'plans.addStep': guide(({ participantId, goal }) => ({ participantId, goalId: goal, ...step })),
  'plans.addSteps': guide(({ participantId, goal }) => ({ participantId, goalId: goal, steps: [step, step] })),
  'plans.amendStep': guide(({ participantId, step: stepId }) => ({ participantId, stepId, version: 1, ...step })),
  'plans.moveStep': guide(({ participantId, step: stepId }) => ({ participantId, stepId, direction: 'down' })),
  'plans.removeStep': guide(({ participantId, step: stepId }) => ({ participantId, stepId, version: 1 })),
  'plans.answerStep': own(({ participantId, step: stepId }) => ({ participantId, stepId, version: 1, answer: 'done' })),
  'plans.undoAnswer': own(({ participantId, doneStep }) => ({ participantId, stepId: doneStep, version: 1 })),
  'plans.addSmallerStep': own(({ participantId, failedStep }) => ({ participantId, stepId: failedStep, ...step })),
  'plans.splitStep': own(({ participantId, step: stepId }) => ({ participantId, stepId, titles: ['Langs lopen', 'Kijken'] })),
  'plans.giveRecognition': guide(({ participantId, doneStep }) => ({ participantId, stepId: doneStep, words: 'Mooi!' })),
  'plans.addAgreement': guide(({ participantId }) => ({ participantId, promisedBy: 'coach', words: 'Ik bel dinsdag.' })),
  'plans.amendAgreement': guide(({ participantId, agreement }) => ({
    participantId,
    agreementId: agreement,
    version: 1,
    promisedBy: 'coach',
    words: 'Ik bel woensdag.',
  })),
  'plans.closeAgreement': guide(({ participantId, agreement }) => ({
    participantId,
    agreementId: agreement,
    version: 1,
    outcome: 'kept',
  })),
  'plans.reopenAgreement': guide(({ participantId, keptAgreement }) => ({
    participantId,
    agreementId: keptAgreement,
    version: 1,
  })),
  'plans.markPromise': self(({ participantId, agreement }) => ({
    participantId,
    agreementId: agreement,
    version: 1,
    outcome: 'notKept',
    words: 'Er belde niemand.',
  })),
  'plans.unmarkPromise': self(({ participantId, agreement }) => ({ participantId, agreementId: agreement, version: 1 })),
  'plans.addReciprocity': own(({ participantId }) => ({ participantId, words: 'Ik kook voor de buurt.', hoursPerWeek: 2 })),
  'plans.amendReciprocity': own(({ participantId, reciprocity }) => ({
    participantId,
    reciprocityId: reciprocity,
    version: 1,
    words: 'Ik bak voor de buurt.',
  })),
  'plans.archiveReciprocity': own(({ participantId, reciprocity }) => ({
    participantId,
    reciprocityId: reciprocity,
    version: 1,
  })),
  'plans.restoreReciprocity': own(({ participantId, archivedReciprocity }) => ({
    participantId,
    reciprocityId: archivedReciprocity,
    version: 1,
  })),
  'plans.listMunicipalAgreements': {
    kind: 'read',
    about: 'dossier',
    who: ['serviceplein'],
    needs: ['name', 'agreements'],
    everywhere: { serviceplein: ['name', 'agreements'] },
    input: ({ participantId }) => ({ participantId }),
  },
  'plans.listPlacements': {
    kind: 'read',
    about: 'dossier',
    who: COACHES_AND_PARTICIPANT,
    needs: ['placements'],
    input: ({ participantId }) => ({ participantId }),
  },
  'plans.placeAtOffer': places(({ participantId, goal, house }) => ({ participantId, goalId: goal, offerId: house.offer })),
  'plans.endPlacement': places(({ participantId, placement }) => ({
    participantId,
    placementId: placement,
    version: 1,
    outcome: 'stayed',
  })),
  'plans.cancelPlacement': places(({ participantId, placement }) => ({ participantId, placementId: placement, version: 1 })),
  'plans.takePlace': places(({ participantId, waitingPlacement }) => ({
    participantId,
    placementId: waitingPlacement,
    version: 1,
  })),
  'plans.reinstatePlacement': places(({ participantId, endedPlacement }) => ({
    participantId,
    placementId: endedPlacement,
    version: 1,
  })),
}
