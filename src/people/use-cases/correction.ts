import { z } from 'zod'
import { accept, CorrectionId, freeText, Language, ParticipantId, type TenantId } from '#kernel'
import { command, type Db, found } from '#platform'
import { mayAnswerCorrection, mayAskCorrection } from '../access.ts'
import {
  type Correction,
  CorrectionOutcome,
  CorrectionPart,
  decideAnswer,
  decideWithdrawal,
  type OpenCorrection,
  type Story,
} from '../domain/own-voice.ts'
import {
  findStory,
  insertCorrection,
  listCorrections,
  listOpenCorrections,
  lockCorrection,
  saveCorrection,
} from '../storage/own-voice.ts'

const inDossier = { participantId: ParticipantId }
const onCorrection = { ...inDossier, correctionId: CorrectionId, version: z.coerce.number().int().positive() }
const output = z.object({ correctionId: CorrectionId, version: z.int().positive() })

export const askCorrection = command({
  name: 'people.askCorrection',
  summary: 'The person asks, in own words, to correct what the person cannot change (AVG, article 16)',
  input: z.object({ ...inDossier, about: CorrectionPart, words: freeText(4_000, 1), language: Language.default('nl') }),
  output,
  access: mayAskCorrection,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/corrections', status: 201 },
  run: async ({ db, tenantId, input, now, newId, record }) => {
    const { participantId, about, words, language } = input
    const correctionId = newId<CorrectionId>()
    await insertCorrection(db, { tenantId, participantId }, { id: correctionId, about, words, language, at: now })
    record({ entity: 'correction', id: correctionId, version: 1, fields: ['about', 'words'] })
    return accept({ correctionId, version: 1 })
  },
})

export const withdrawCorrection = command({
  name: 'people.withdrawCorrection',
  summary: 'The person takes back a question to correct something that was not answered yet',
  input: z.object(onCorrection),
  output,
  access: mayAskCorrection,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/corrections/{correctionId}/withdraw' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, correctionId, version } = input
    const scope = { tenantId, participantId }
    const allowed = decideWithdrawal(found(await lockCorrection(db, scope, correctionId), 'correction'), version)
    if (!allowed.ok) return allowed
    await saveCorrection(db, scope, correctionId, { state: 'withdrawn' })
    record({ entity: 'correction', id: correctionId, version: version + 1, fields: ['state'] })
    return accept({ correctionId, version: version + 1 })
  },
})

export const answerCorrection = command({
  name: 'people.answerCorrection',
  summary: 'Answers a question to correct something: changed, partly or not, and then why',
  input: z.object({ ...onCorrection, outcome: CorrectionOutcome, answer: freeText(4_000).default('') }),
  output,
  access: mayAnswerCorrection,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/corrections/{correctionId}/answer' },
  run: async ({ db, tenantId, memberId, input, now, record }) => {
    const { participantId, correctionId, outcome, answer, version } = input
    const scope = { tenantId, participantId }
    const correction = found(await lockCorrection(db, scope, correctionId), 'correction')
    const allowed = decideAnswer(correction, { outcome, answer, version })
    if (!allowed.ok) return allowed
    await saveCorrection(db, scope, correctionId, { state: 'answered', outcome, answer, at: now, by: memberId })
    record({ entity: 'correction', id: correctionId, version: version + 1, fields: ['outcome', 'answer'] })
    return accept({ correctionId, version: version + 1 })
  },
})

/** For another module's query that opened `plan`: the own story, and what was asked to be corrected, newest first. */
export const readOwnVoice = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<{ readonly story: Story | undefined; readonly corrections: readonly Correction[] }> => {
  const scope = { tenantId, participantId }
  const [story, corrections] = await Promise.all([findStory(db, scope), listCorrections(db, scope)])
  return { story, corrections }
}

/** For another module's query that opened `plan`: what these people asked to correct and was not answered, the oldest first. */
export const openCorrections = (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
): Promise<readonly OpenCorrection[]> => listOpenCorrections(db, tenantId, participantIds)
