import type { Appointment, Note } from '#contacts'
import type { FinishedInstrument } from '#instruments'
import type { Payment, Placement, Plan, WorkPlacement } from '#plans'
import type { LifeAreaTold, ReasonTold, Referral, Review, TrajectoryReason } from '#trajectories'
import { sayMoney } from '#ui'

/** What something was about, in the words that are in the dossier, and why when somebody said why. */
export interface Subject {
  readonly entity: string
  readonly words: string
  readonly language?: string
  readonly why?: string
  /** A reason that was chosen from a list. */
  readonly code?: string
}

interface Read {
  readonly plan: Plan
  readonly placements: readonly Placement[]
  readonly works: readonly WorkPlacement[]
  readonly payments: readonly Payment[]
  readonly notes: readonly Note[]
  readonly appointments: readonly Appointment[]
  readonly referrals: readonly Referral[]
  readonly reviews: readonly Review[]
  readonly instruments: readonly FinishedInstrument[]
  readonly lifeAreas: readonly LifeAreaTold[]
  readonly reasons: readonly TrajectoryReason[]
  /** Of referrals and advices. */
  readonly told: readonly ReasonTold[]
}

type Entry = readonly [string, Subject]

const entry = (
  entity: string,
  id: string,
  words: string,
  more: { language?: string | undefined; why?: string | undefined } = {},
): Entry => [
  `${entity}/${id}`,
  {
    entity,
    words,
    ...(more.language === undefined ? {} : { language: more.language }),
    ...(more.why === undefined || more.why === '' ? {} : { why: more.why }),
  },
]

const LONG = 160
const short = (words: string): string => (words.length <= LONG ? words : `${words.slice(0, LONG).trimEnd()}…`)

const ofPlan = (plan: Plan): readonly Entry[] => [
  ...plan.wishes.map(wish => entry('wish', wish.id, wish.words, { language: wish.language })),
  ...plan.goals.map(goal =>
    entry('goal', goal.id, goal.title, {
      language: goal.language,
      why: goal.state === 'archived' ? goal.reasonWords : undefined,
    }),
  ),
  ...plan.goals.flatMap(goal =>
    goal.steps.map(step =>
      entry('step', step.id, step.title, {
        language: step.language,
        why: step.state === 'open' ? undefined : step.ownWords,
      }),
    ),
  ),
  ...plan.agreements.map(agreement => entry('agreement', agreement.id, agreement.words)),
  ...plan.reciprocity.map(given => entry('reciprocity', given.id, given.words, { language: given.language })),
  ...plan.unmetWishes.map(wish => entry('unmetWish', wish.id, wish.words, { why: wish.whatLacks })),
  ...plan.recognitions.map(recognition => entry('recognition', recognition.id, recognition.words)),
]

/** A trajectory is told by the version that came of what was done: each has a reason of its own. */
const ofReason = ({ trajectoryId, version, code, words }: TrajectoryReason): Entry => [
  `trajectory/${trajectoryId}/${version}`,
  { entity: 'trajectory', words: '', ...(words === '' ? {} : { why: words }), ...(code === undefined ? {} : { code }) },
]

/** A referral keeps the wish that it is about. */
const ofTold = ({ entity, id, version, words }: ReasonTold, referrals: readonly Referral[]): Entry => {
  const about = referrals.find(referral => referral.id === id)
  return [
    `${entity}/${id}/${version}`,
    {
      entity,
      words: about === undefined ? '' : short(about.wish),
      ...(about === undefined ? {} : { language: about.wishLanguage }),
      why: words,
    },
  ]
}

/** By entity and id, as the access line names them. */
export const subjectsOf = ({
  plan,
  placements,
  works,
  payments,
  notes,
  appointments,
  referrals,
  reviews,
  instruments,
  lifeAreas,
  reasons,
  told,
}: Read): ReadonlyMap<string, Subject> =>
  new Map([
    ...ofPlan(plan),
    ...placements.map(placement =>
      entry('placement', placement.id, `${placement.offerName}, ${placement.organisationName}`, {
        why: placement.state === 'ended' ? placement.outcomeWords : undefined,
      }),
    ),
    ...works.map(work =>
      entry('workPlacement', work.id, work.workplace, { why: work.state === 'ended' ? work.outcomeWords : undefined }),
    ),
    ...payments.map(({ id, amountCents, organisationName, words }) =>
      entry('payment', id, `${sayMoney(amountCents, 'nl')}, ${organisationName}`, { why: words }),
    ),
    ...notes.map(note => entry('note', note.id, short(note.words))),
    ...appointments.map(appointment => entry('appointment', appointment.id, appointment.startsAt.toISOString())),
    ...referrals.map(referral =>
      entry('referral', referral.id, short(referral.wish), { language: referral.wishLanguage, why: referral.rejectionReason }),
    ),
    ...reviews.map(review => entry('review', review.id, review.plannedOn)),
    ...lifeAreas.map(({ entity, id, area, reason }) => entry(entity, id, area, { why: reason })),
    ...reasons.map(ofReason),
    ...told.map(reason => ofTold(reason, referrals)),
    ...instruments.map(({ filledId, title }) => entry('filledInstrument', filledId, title.nl, { language: 'nl' })),
  ])
