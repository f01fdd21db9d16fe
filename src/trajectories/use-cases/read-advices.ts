import type { AdviceId, CalendarDay, ParticipantId, TenantId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import type { Db } from '#platform'
import { listAdviceVersions } from '../storage/advice-versions.ts'
import { listAdvicesOf, listAnsweredAdvices } from '../storage/advices.ts'
import { type AdviceView, type AmendmentView, membersIn, viewAdvice, viewAmendment } from './advice-view.ts'

/** The advices of a participant, newest first; needs the slice advice, or shows what was sent with the slice sent_advice. */
export const readAdviceViews = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly AdviceView[]> => {
  const [advices, organisations] = await Promise.all([
    listAdvicesOf(db, tenantId, participantId),
    organisationNames(db, tenantId),
  ])
  const members = await memberNames(db, tenantId, membersIn(advices))
  return advices.map(advice => viewAdvice(advice, { members, organisations }))
}

/** What was amended since sending, newest first. */
export const readAmendments = async (db: Db, tenantId: TenantId, adviceId: AdviceId): Promise<readonly AmendmentView[]> => {
  const versions = await listAdviceVersions(db, tenantId, adviceId)
  const members = await memberNames(
    db,
    tenantId,
    versions.map(version => version.replacedBy),
  )
  return versions.map(version => viewAmendment(version, members))
}

/** What the municipality answered since a day about these people; needs the slice advice. */
export const readAnswers = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
  since: CalendarDay,
): Promise<readonly AdviceView[]> => {
  const answered = await listAnsweredAdvices(db, tenantId, ids, since)
  return answered.map(advice => viewAdvice(advice, { members: new Map(), organisations: [] }))
}
