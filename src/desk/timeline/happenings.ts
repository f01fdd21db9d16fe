import type { Slice } from '#kernel'

/** What a reader may want to see apart. */
export const HAPPENING_KINDS = ['talks', 'plan', 'agreements', 'places', 'trajectory', 'instruments', 'money', 'person'] as const
export type HappeningKind = (typeof HAPPENING_KINDS)[number]

interface Group {
  readonly kind: HappeningKind
  /** Without it the reader does not learn that it happened. */
  readonly slice: Slice
  readonly useCases: readonly string[]
}

const named = (module: string, verbs: readonly string[]): readonly string[] => verbs.map(verb => `${module}.${verb}`)

/** Every command in a dossier, under what a reader calls it; a test walks the registry and fails for one that is not here. */
export const HAPPENINGS: readonly Group[] = [
  { kind: 'talks', slice: 'notes', useCases: named('contacts', ['addNote', 'amendNote']) },
  {
    kind: 'talks',
    slice: 'appointments',
    useCases: named('contacts', [
      'planAppointment',
      'moveAppointment',
      'markAppointment',
      'followReview',
      'handOverDiary',
      'giveBackDiary',
    ]),
  },
  {
    kind: 'plan',
    slice: 'plan',
    useCases: named('plans', [
      'addWish',
      'amendWish',
      'archiveWish',
      'restoreWish',
      'setPractical',
      'addGoal',
      'amendGoal',
      'reachGoal',
      'archiveGoal',
      'reopenGoal',
      'focusGoal',
      'moveGoal',
      'noteUnmetWish',
      'resolveUnmetWish',
      'addStep',
      'addSteps',
      'amendStep',
      'moveStep',
      'removeStep',
      'answerStep',
      'answerTogether',
      'undoAnswer',
      'addSmallerStep',
      'splitStep',
      'giveRecognition',
      'chooseRecognition',
      'chooseGoalRecognition',
      'undoRecognitionChoice',
      'undoGoalRecognitionChoice',
      'handOutRecognition',
      'takeBackRecognition',
    ]),
  },
  {
    kind: 'agreements',
    slice: 'plan',
    useCases: named('plans', [
      'addAgreement',
      'amendAgreement',
      'closeAgreement',
      'reopenAgreement',
      'markPromise',
      'unmarkPromise',
      'addReciprocity',
      'amendReciprocity',
      'archiveReciprocity',
      'restoreReciprocity',
    ]),
  },
  {
    kind: 'places',
    slice: 'placements',
    useCases: named('plans', ['placeAtOffer', 'endPlacement', 'cancelPlacement', 'takePlace', 'reinstatePlacement']),
  },
  {
    kind: 'instruments',
    slice: 'instruments',
    useCases: named('instruments', [
      'startFilling',
      'saveAnswers',
      'finishFilling',
      'amendFilled',
      'renewDraft',
      'discardFilling',
      'restoreFilling',
    ]),
  },
  {
    kind: 'places',
    slice: 'placements',
    useCases: named('plans', [
      'addWorkPlacement',
      'amendWorkPlacement',
      'extendWorkPlacement',
      'endWorkPlacement',
      'cancelWorkPlacement',
      'reinstateWorkPlacement',
      'handleMoment',
      'reopenMoment',
    ]),
  },
  {
    kind: 'money',
    slice: 'money',
    useCases: named('plans', [
      'recordPayment',
      'amendPayment',
      'withdrawPayment',
      'restorePayment',
      'payAtOwnPlace',
      'withdrawOwnPayment',
      'restoreOwnPayment',
    ]),
  },
  {
    kind: 'trajectory',
    slice: 'referral',
    useCases: named('trajectories', [
      'sendReferral',
      'amendReferral',
      'withdrawReferral',
      'undoWithdrawal',
      'askBack',
      'answerQuestion',
      'rerouteReferral',
      'passOnReferral',
      'remindUnanswered',
      'acceptReferral',
      'rejectReferral',
    ]),
  },
  {
    kind: 'trajectory',
    slice: 'trajectory',
    useCases: [
      ...named('trajectories', [
        'activateTrajectory',
        'movePhase',
        'pauseTrajectory',
        'resumeTrajectory',
        'amendTrajectory',
        'changeCoordinator',
        'endTrajectory',
        'takeBackChange',
        'planReview',
        'moveReview',
        'putReviewOnHold',
        'resumeReview',
        'holdReview',
        'reopenReview',
        'cancelReview',
        'followAppointment',
      ]),
      'desk.planReviewTalk',
    ],
  },
  {
    kind: 'trajectory',
    slice: 'intake',
    useCases: named('trajectories', ['saveIntake', 'offerSupportFirst', 'continueIntake', 'restoreIntake']),
  },
  {
    kind: 'trajectory',
    slice: 'lifeAreas',
    useCases: named('trajectories', [
      'openLifeArea',
      'amendLifeArea',
      'closeLifeArea',
      'reopenLifeArea',
      'addLifeAreaNote',
      'amendLifeAreaNote',
      'removeLifeAreaNote',
      'restoreLifeAreaNote',
      'objectToLifeArea',
      'withdrawObjection',
      'answerObjection',
    ]),
  },
  { kind: 'trajectory', slice: 'plan', useCases: named('trajectories', ['writeReviewWord', 'writeAdviceWord']) },
  { kind: 'trajectory', slice: 'instruments', useCases: named('trajectories', ['showWebAtReview']) },
  {
    kind: 'trajectory',
    slice: 'advice',
    useCases: named('trajectories', [
      'saveAdvice',
      'sendAdvice',
      'amendAdvice',
      'withdrawAdvice',
      'undoAdviceWithdrawal',
      'decideAdvice',
    ]),
  },
  { kind: 'person', slice: 'contact', useCases: ['people.updateContact'] },
  { kind: 'person', slice: 'identity', useCases: named('people', ['registerParticipant', 'rectifyName', 'setCallName']) },
  {
    kind: 'person',
    slice: 'sharing',
    useCases: named('sharing', ['inviteParticipant', 'invitePaper', 'withdrawPaper', 'usePaperInvitation']),
  },
  {
    kind: 'person',
    slice: 'plan',
    useCases: named('people', ['tellStory', 'askCorrection', 'withdrawCorrection', 'answerCorrection']),
  },
]

const BY_USE_CASE = new Map(HAPPENINGS.flatMap(group => group.useCases.map(useCase => [useCase, group] as const)))

export const kindOf = (useCase: string): HappeningKind | undefined => BY_USE_CASE.get(useCase)?.kind

/** What a reader with these slices may hear of, all kinds or one. */
export const useCasesOf = (open: ReadonlySet<Slice>, kind: HappeningKind | undefined): readonly string[] =>
  HAPPENINGS.filter(group => open.has(group.slice) && (kind === undefined || group.kind === kind)).flatMap(
    group => group.useCases,
  )

/** The slices that decide. */
export const HAPPENING_SLICES: readonly Slice[] = [...new Set(HAPPENINGS.map(group => group.slice))]
