import { z } from 'zod'
import { dayIn, FilledId, type MembershipId, ParticipantId, type Refusal, refuse, type TenantId } from '#kernel'
import { memberNames } from '#organisations'
import { type Db, found } from '#platform'
import { isShipped, shippedNow, shippedVersion } from '../content/index.ts'
import type { PageOfAnswers } from '../domain/answers.ts'
import { Answers, type FilledInstrument, Said } from '../domain/filled.ts'
import type { FilledView } from '../domain/filled-view.ts'
import { ItemKey, type Questionnaire } from '../domain/questionnaire.ts'
import { findLoaded, listOffered } from '../storage/loaded.ts'

/** The version that was on the screen. */
export const Version = z.int().positive()
export const inDossier = { participantId: ParticipantId }
export const onFilled = { ...inDossier, filledId: FilledId, version: Version }
export const dossierOf = (input: { readonly participantId: ParticipantId }): ParticipantId => input.participantId

/** One page of the form; what it did not ask stays as it was. */
export const onePage = {
  asked: z.array(ItemKey).max(400).default([]),
  answers: Answers.default({}),
  marks: z.array(ItemKey).max(400).default([]),
  said: Said.default({}),
}
export const pageOf = ({ asked, answers, marks, said }: PageOfAnswers): PageOfAnswers => ({ asked, answers, marks, said })

/** The texts that were on the screen then: shipped, or loaded by the municipality. */
export const findQuestionnaire = async (
  db: Db,
  tenantId: TenantId,
  named: { readonly key: string; readonly version: number },
): Promise<Questionnaire | undefined> => {
  const shipped = shippedVersion(named.key, named.version)
  if (shipped !== undefined || isShipped(named.key)) return shipped
  const loaded = await findLoaded(db, tenantId, named)
  return loaded === undefined ? undefined : { ...loaded.content, version: loaded.version }
}

/** The texts of a filled instrument are always there: no version is ever taken away. */
export const questionnaireFor = async (
  db: Db,
  tenantId: TenantId,
  filled: Pick<FilledInstrument, 'key' | 'instrumentVersion'>,
): Promise<Questionnaire> =>
  found(await findQuestionnaire(db, tenantId, { key: filled.key, version: filled.instrumentVersion }), 'questionnaire')

/** What can be started now, the shipped ones first. */
export const offeredNow = async (db: Db, tenantId: TenantId): Promise<readonly Questionnaire[]> => {
  const loaded = await listOffered(db, tenantId)
  return [...shippedNow(), ...loaded.map(({ content, version }): Questionnaire => ({ ...content, version }))]
}

const viewOf = (filled: FilledInstrument, by: string): FilledView => ({
  filledId: filled.id,
  occasionId: filled.occasionId,
  key: filled.key,
  instrumentVersion: filled.instrumentVersion,
  kind: filled.kind,
  view: filled.view,
  state: filled.state,
  startedOn: dayIn(filled.startedAt),
  ...(filled.finishedOn === undefined ? {} : { finishedOn: filled.finishedOn }),
  by,
  answers: filled.answers,
  marks: filled.marks,
  said: filled.said,
  version: filled.version,
})

/** With the name of whoever began it. */
export const viewsOf = async (
  db: Db,
  tenantId: TenantId,
  filled: readonly FilledInstrument[],
): Promise<readonly FilledView[]> => {
  const ids: readonly MembershipId[] = [...new Set(filled.map(each => each.startedBy))]
  const names = ids.length === 0 ? new Map<MembershipId, { readonly name: string }>() : await memberNames(db, tenantId, ids)
  return filled.map(each => viewOf(each, names.get(each.startedBy)?.name ?? ''))
}

/** Somebody else changed it: the answer carries what stands there now. */
export const outdated = (current: FilledInstrument): Refusal<'versionConflict'> =>
  refuse('versionConflict', undefined, {
    current: { answers: current.answers, marks: current.marks, said: current.said, version: current.version },
  })
