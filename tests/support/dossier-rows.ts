import type pg from 'pg'
import { type Bsn, newId, type ParticipantId, type TenantId } from '#kernel'
import { configureBsn } from '#people'
import { configurePaperCodes } from '#platform'
import { createBsnBox } from '../../src/people/bsn-box.ts'
import { DOSSIER_IDS, type DossierIds, type HouseIds } from './fixture.ts'

/** Rows as they are, past every use case: the world exists before anybody may look at it. */
export const insertRow = async (owner: pg.Pool, table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const columns = Object.keys(row)
  const values = columns.map((_, at) => `$${at + 1}`)
  await owner.query(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`, Object.values(row))
}

/** Stands in every text of that slice of that dossier; whoever finds it in an answer has read it. */
export const markOf = (slice: string, label: string): string => `MARK-${slice}-${label}`

export const BSNS: Readonly<Record<string, string>> = { A1: '111222333', A2: '123456782', B1: '223456780' }
export const TEST_SECRET = 'a secret for tests only, long enough'
configureBsn(TEST_SECRET)
configurePaperCodes(TEST_SECRET)

export interface DossierSetting {
  readonly tenantId: TenantId
  readonly label: string
  readonly house: HouseIds
  /** Coordinates, and wrote the note. */
  readonly coordinator: string
  readonly sender: string
  readonly today: string
  readonly tomorrow: string
  readonly yesterday: string
}

export const newDossierIds = (): DossierIds =>
  Object.fromEntries(DOSSIER_IDS.map(name => [name, newId<string>()])) as unknown as DossierIds

type Put = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>

const putPerson = async (put: Put, ids: DossierIds, { tenantId, label }: DossierSetting): Promise<void> => {
  const mark = (slice: string) => markOf(slice, label)
  await put('participant', { call_name: mark('name') })
  await put('participant_identity', {
    surname: mark('identity'),
    birth_date: '1988-04-12',
    folded_name: `mark name ${label} mark identity ${label}`.toLowerCase(),
  })
  await put('participant_contact', { address: mark('contact'), phone: '0612345678', preferences: mark('contact') })
  const bsn = BSNS[label] as Bsn | undefined
  if (bsn === undefined) return
  const box = createBsnBox(TEST_SECRET)
  const sealed = box.seal(tenantId, ids.participantId as ParticipantId, bsn)
  await put('participant_bsn', { bsn_encrypted: sealed, bsn_hash: box.hash(tenantId, bsn) })
}

const putReferrals = async (put: Put, ids: DossierIds, setting: DossierSetting): Promise<void> => {
  const { label, house, sender, coordinator, today, tomorrow, yesterday } = setting
  const words = markOf('referral', label)
  const referral = (id: string, state: string, to: string, more: object = {}) =>
    put('referral', {
      id,
      state,
      trajectory_type: 'socialActivation',
      law: 'participatiewet',
      to_organisation_id: to,
      from_membership_id: sender,
      reason: words,
      wish_as_said: words,
      sent_at: `${yesterday}T09:00:00Z`,
      answer_by: tomorrow,
      ...more,
    })
  const answered = { answered_at: `${yesterday}T12:00:00Z`, answered_by: coordinator }
  await referral(ids.acceptedReferral, 'accepted', house.welfare, { ...answered, trajectory_id: ids.trajectory })
  await referral(ids.sentReferral, 'sent', house.asked)
  await referral(ids.questionedReferral, 'questioned', house.asked, { question: words })
  await referral(ids.withdrawnReferral, 'withdrawn', house.otherWelfare)
  const trajectory = (id: string, state: string, more: object = {}) =>
    put('trajectory', {
      id,
      referral_id: ids.acceptedReferral,
      type: 'socialActivation',
      law: 'participatiewet',
      state,
      organisation_id: house.welfare,
      coordinator_id: coordinator,
      started_on: yesterday,
      ...more,
    })
  await trajectory(ids.trajectory, 'active')
  await trajectory(ids.intakeTrajectory, 'intake')
  const changed = (id: string, action: string, fields: object) =>
    put('trajectory_version', {
      ...{ trajectory_id: id, version: 1, action, reason: '', fields: JSON.stringify({ state: 'active', ...fields }) },
      ...{ replaced_at: `${yesterday}T12:00:00Z`, replaced_by: coordinator },
    })
  const pause = { paused_on: yesterday, return_on: tomorrow, pause_reason: 'health', resumes_to: 'active' }
  await trajectory(ids.pausedTrajectory, 'paused', { ...pause, pause_words: markOf('trajectory', label), version: 2 })
  await changed(ids.pausedTrajectory, 'pause', { pausedOn: null, returnOn: null, pauseReason: null, resumesTo: null })
  await trajectory(ids.endedTrajectory, 'ended', { ended_on: yesterday, end_reason: 'staysActive', version: 2 })
  await changed(ids.endedTrajectory, 'end', { endedOn: null, endReason: null })
  await put('review', { id: ids.review, trajectory_id: ids.trajectory, planned_on: today, state: 'planned' })
  const held = { planned_on: yesterday, state: 'held', held_on: yesterday }
  await put('review', { id: ids.heldReview, trajectory_id: ids.trajectory, ...held })
}

const putPlan = async (put: Put, ids: DossierIds, { label, coordinator, today }: DossierSetting): Promise<void> => {
  const words = markOf('plan', label)
  const by = { written_by: coordinator, said_on: today }
  await put('wish', { id: ids.wish, kind: 'wish', words, ...by })
  await put('wish', { id: ids.archivedWish, kind: 'wish', words, archived_at: `${today}T08:00:00Z`, ...by })
  await put('practical', { remarks: words })
  const goal = (id: string, state: string, more: object = {}) =>
    put('goal', { id, state, area: 'contacts', title: words, ...more })
  const chosen = { recognition_before: JSON.stringify({ kind: 'card', words }) }
  await goal(ids.goal, 'open', { wish_id: ids.wish, ...chosen })
  await goal(ids.reachedGoal, 'reached', { closed_on: today })
  await goal(ids.goalWithUnmetWish, 'open', { position: 2 })
  await goal(newId<string>(), 'open', { position: 1 })
  const step = (id: string, position: number, state: string, more: object = {}) =>
    put('step', {
      id,
      position,
      state,
      goal_id: ids.goal,
      title: words,
      who: 'participant',
      recognition_kind: 'compliment',
      ...more,
    })
  const answer = { answered_at: `${today}T08:00:00Z`, answered_by: coordinator, own_words: words }
  await step(ids.step, 0, 'open', chosen)
  await step(ids.secondStep, 1, 'open')
  await step(ids.doneStep, 2, 'done', answer)
  await step(ids.failedStep, 3, 'didNotWork', answer)
  const given = { given_at: `${today}T08:00:00Z`, given_by: coordinator }
  await put('recognition_given', { id: newId<string>(), step_id: ids.doneStep, kind: 'compliment', words, ...given })
  await put('recognition_given', { id: ids.recognition, step_id: ids.failedStep, kind: 'card', words, ...given })
  const handed = { handed_on: today, handed_by: coordinator }
  await put('recognition_given', {
    id: ids.handedRecognition,
    goal_id: ids.goalWithUnmetWish,
    kind: 'card',
    words,
    ...given,
    ...handed,
  })
  const unmet = { area: 'contacts', words, what_lacks: words, noted_on: today, noted_by: coordinator }
  await put('unmet_wish', { id: newId<string>(), goal_id: ids.goalWithUnmetWish, ...unmet })
  const agreement = (id: string, state: string, text: string, forMunicipality: boolean) =>
    put('agreement', {
      ...{ id, state, words: text, promised_by: 'coach', for_municipality: forMunicipality },
      ...{ made_on: today, made_by: coordinator },
    })
  await agreement(ids.agreement, 'open', markOf('agreements', label), true)
  await agreement(ids.keptAgreement, 'kept', words, false)
  const says = { side: 'guide', outcome: 'kept', words, said_on: today, said_by: coordinator }
  await put('agreement_said', { agreement_id: ids.keptAgreement, ...says })
  await put('reciprocity', { id: ids.reciprocity, words, ...by })
  await put('reciprocity', { id: ids.archivedReciprocity, words, archived_at: `${today}T08:00:00Z`, ...by })
}

const putReviews = async (put: Put, ids: DossierIds, { label, coordinator, yesterday }: DossierSetting): Promise<void> => {
  const words = markOf('plan', label)
  const written = { written_by: coordinator, written_at: `${yesterday}T12:00:00Z` }
  await put('review_result', { review_id: ids.heldReview, goes_on: words, changes: words, hold_reason: words, ...written })
  const word = { id: newId<string>(), words, language: 'nl', written_as: 'asSaid', ...written }
  await put('own_word', { ...word, review_id: ids.heldReview })
  const chosen = { chosen_as: 'person', chosen_by: coordinator, chosen_at: `${yesterday}T12:00:00Z` }
  await put('review_web', { review_id: ids.heldReview, shows: true, ...chosen })
}

/** What the person says, and the letter with which the person comes in. */
const putOwnVoice = async (put: Put, ids: DossierIds, { label, coordinator, today, tomorrow }: DossierSetting): Promise<void> => {
  const words = markOf('plan', label)
  await put('participant_story', { words, language: 'nl', told_at: `${today}T08:00:00Z` })
  await put('correction', {
    ...{ id: ids.correction, about: 'other', words, language: 'nl', state: 'asked', asked_at: `${today}T08:00:00Z` },
  })
  await put('paper_invitation', {
    ...{ id: ids.paperInvitation, membership_id: coordinator, code_hash: Buffer.from(ids.paperInvitation), language: 'nl' },
    ...{ made_by: coordinator, made_at: `${today}T08:00:00Z`, expires_on: tomorrow },
  })
}

const putAdvices = async (put: Put, ids: DossierIds, { label, coordinator, yesterday }: DossierSetting): Promise<void> => {
  const written = { written_by: coordinator, written_at: `${yesterday}T12:00:00Z` }
  const sent = { sent_at: `${yesterday}T13:00:00Z`, sent_by: coordinator }
  const advice = (id: string, state: string, trajectoryId: string, words: string, more: object = {}) =>
    put('advice', {
      ...{ id, state, trajectory_id: trajectoryId, direction: 'end', end_reason: 'other', ...written },
      ...{ summary: words, growth: words, because: words, ...more },
    })
  const words = markOf('sent_advice', label)
  await advice(ids.draftAdvice, 'draft', ids.intakeTrajectory, markOf('advice', label))
  await advice(ids.sentAdvice, 'sent', ids.trajectory, words, sent)
  await advice(ids.withdrawnAdvice, 'withdrawn', ids.pausedTrajectory, words, { ...sent, withdrawal_reason: words })
  const replaced = { replaced_at: `${yesterday}T14:00:00Z`, replaced_by: coordinator }
  const fields = JSON.stringify({ because: words })
  await put('advice_version', { advice_id: ids.withdrawnAdvice, version: 1, fields, reason: words, ...replaced })
  const own = { id: newId<string>(), trajectory_id: ids.trajectory, words, written_as: 'asSaid', for_municipality: true }
  await put('own_word', { ...own, ...written })
}

const putContacts = async (put: Put, ids: DossierIds, setting: DossierSetting): Promise<void> => {
  const { label, house, coordinator, today, tomorrow, yesterday } = setting
  const placement = (id: string, offer: string, state: string, more: object = {}) =>
    put('placement', {
      ...{ id, offer_id: offer, offer_organisation_id: house.partner, area: 'contacts', state, since: yesterday },
      ...{ made_by: coordinator, reasons: JSON.stringify([{ code: markOf('placements', label) }]), ...more },
    })
  await placement(ids.placement, house.offerOfPlacement, 'placed')
  await placement(ids.waitingPlacement, house.offerOfWaiting, 'waiting', { waiting_since: `${yesterday}T09:00:00Z` })
  await placement(ids.endedPlacement, house.offerOfEnded, 'ended', { until: today, outcome: 'stayed', outcome_words: '' })
  const written = { kind: 'conversation', happened_on: today, written_at: `${today}T08:00:00Z`, written_by: coordinator }
  await put('note', { id: ids.note, words: markOf('notes', label), ...written })
  const appointment = (id: string, startsAt: string, reviewId: string | null = null) =>
    put('appointment', {
      ...{ id, membership_id: coordinator, kind: 'conversation', starts_at: startsAt, minutes: 60 },
      ...{ place: markOf('appointments', label), state: 'planned', review_id: reviewId },
    })
  await appointment(newId<string>(), `${tomorrow}T12:00:00Z`, ids.review)
  await appointment(ids.appointment, `${tomorrow}T09:00:00Z`)
  await appointment(ids.pastAppointment, `${yesterday}T09:00:00Z`)
}

const putInstruments = async (put: Put, ids: DossierIds, { label, coordinator, today }: DossierSetting): Promise<void> => {
  const said = JSON.stringify({ body: { words: markOf('instruments', label), language: 'nl' } })
  const filled = (id: string, state: string, more: object = {}) =>
    put('filled_instrument', {
      ...{ id, state, occasion_id: newId<string>(), instrument_key: 'web', instrument_version: 1, kind: 'web', view: 'together' },
      ...{ answers: JSON.stringify({ body: 5 }), said, started_at: `${today}T08:00:00Z`, started_by: coordinator, ...more },
    })
  await filled(ids.draftInstrument, 'draft')
  await filled(ids.finishedInstrument, 'finished', { finished_on: today })
  await filled(ids.discardedInstrument, 'discarded')
}

const putIntake = async (put: Put, ids: DossierIds, { label, coordinator, today, tomorrow }: DossierSetting): Promise<void> => {
  const said = markOf('intake', label)
  const replaced = { replaced_at: `${today}T08:00:00Z`, replaced_by: coordinator }
  await put('intake', { trajectory_id: ids.trajectory, state: 'talking', wish: said, obstacles: said })
  await put('intake_version', {
    trajectory_id: ids.trajectory,
    version: 0,
    fields: { state: 'talking', wish: said },
    ...replaced,
  })
  const support = { support: said, look_again_on: tomorrow }
  await put('intake', { trajectory_id: ids.intakeTrajectory, state: 'supportFirst', ...support })
  const words = markOf('lifeAreas', label)
  const opening = { reason: words, opened_on: today, opened_by: coordinator, until: tomorrow }
  await put('life_area', { id: ids.lifeArea, area: 'finances', ...opening })
  await put('life_area', { id: ids.closedLifeArea, area: 'housing', closed_on: today, ...opening })
  await put('life_area', { id: ids.objectedLifeArea, area: 'health', objection: words, objected_on: today, ...opening })
  const note = { area: 'finances', words, written_at: `${today}T08:00:00Z`, written_by: coordinator }
  await put('life_area_note', { id: ids.lifeAreaNote, ...note })
  await put('life_area_note', { id: ids.removedLifeAreaNote, removed_at: `${today}T09:00:00Z`, ...note })
  await put('life_area_version', { of_id: ids.lifeAreaNote, area: 'finances', version: 0, words, ...replaced })
}

const putWorkAndMoney = async (put: Put, ids: DossierIds, setting: DossierSetting): Promise<void> => {
  const { label, house, coordinator, today } = setting
  const at = `${today}T08:00:00Z`
  const payment = (id: string, state: string, more: object = {}) =>
    put('allowance_payment', {
      ...{ id, state, organisation_name: markOf('money', label), paid_on: today, amount_cents: 100, kind: 'allowance' },
      ...{ words: markOf('money', label), entered_by: coordinator, entered_at: at, ...more },
    })
  await payment(ids.payment, 'paid')
  await payment(ids.withdrawnPayment, 'withdrawn')
  await payment(ids.ownPayment, 'paid', { organisation_id: house.partner, by_payer: true })
  await payment(ids.withdrawnOwnPayment, 'withdrawn', { organisation_id: house.partner, by_payer: true })
  await put('allowance_payment_version', {
    ...{ payment_id: ids.payment, version: 99, fields: '{}', why: markOf('money', label) },
    ...{ replaced_at: at, replaced_by: coordinator },
  })
  const work = (id: string, state: string, more: object = {}) =>
    put('work_placement', {
      ...{ id, state, kind: 'participationPlace', workplace: markOf('placements', label), starts_on: today },
      ...{ handled: ['premium-1'], made_by: coordinator, created_at: at, ...more },
    })
  await work(ids.workPlacement, 'agreed')
  await work(ids.endedWorkPlacement, 'ended', { ends_on: today, ended_on: today, outcome: 'stayed' })
}

/** A dossier in which every slice says something. */
export const putDossier = async (owner: pg.Pool, setting: DossierSetting): Promise<DossierIds> => {
  const ids = newDossierIds()
  const put: Put = (table, row) =>
    insertRow(owner, table, { tenant_id: setting.tenantId, participant_id: ids.participantId, ...row })
  await putPerson(put, ids, setting)
  await putReferrals(put, ids, setting)
  await putPlan(put, ids, setting)
  await putReviews(put, ids, setting)
  await putAdvices(put, ids, setting)
  await putContacts(put, ids, setting)
  await putWorkAndMoney(put, ids, setting)
  await putOwnVoice(put, ids, setting)
  await putInstruments(put, ids, setting)
  await putIntake(put, ids, setting)
  return ids
}
