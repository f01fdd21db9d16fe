import { z } from 'zod'
import { FilledId, ParticipantId, refuse } from '#kernel'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadInstruments } from '../access.ts'
import { type FilledInstrument, isShownTo, speaksFor } from '../domain/filled.ts'
import { FilledView, textsOf, VersionedTexts } from '../domain/filled-view.ts'
import { listFilledOf } from '../storage/filled.ts'
import { findQuestionnaire, offeredNow, viewsOf } from './parts.ts'

const isLive = ({ state }: FilledInstrument): boolean => state !== 'discarded'

export const FilledList = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  /** What can be started now. */
  offered: z.array(VersionedTexts),
  /** Oldest first: what is finished, and the drafts of whoever asks. */
  filled: z.array(FilledView),
  /** The texts of everything in `filled`. */
  texts: z.array(VersionedTexts),
})
export type FilledList = Readonly<z.infer<typeof FilledList>>

export const listFilled = query({
  name: 'instruments.listFilled',
  summary: 'What was filled in for the conversation, and what can be filled in now',
  input: z.object({ participantId: ParticipantId }),
  output: FilledList,
  access: mayReadInstruments,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/instruments' },
  run: async ({ db, tenantId, actor, input }) => {
    const { participantId } = input
    const [known, offered, all] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      offeredNow(db, tenantId),
      listFilledOf(db, { tenantId, participantId }),
    ])
    const shown = all.filter(filled => isLive(filled) && isShownTo(actor.role, filled))
    const versions = new Map(shown.map(({ key, instrumentVersion: version }) => [`${key} ${version}`, { key, version }]))
    const [filled, texts] = await Promise.all([
      viewsOf(db, tenantId, shown),
      Promise.all([...versions.values()].map(named => findQuestionnaire(db, tenantId, named))),
    ])
    return {
      participantId,
      callName: found(known.get(participantId), 'participant'),
      offered: offered.map(textsOf),
      filled: [...filled],
      texts: texts.flatMap(each => (each === undefined ? [] : [textsOf(each)])),
    }
  },
})

export const FilledDetail = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  filled: FilledView,
  texts: VersionedTexts,
  /** The other views of the same occasion. */
  beside: z.array(FilledView),
  /** Other occasions of the same instrument, oldest first: to compare with. */
  others: z.array(FilledView),
  /** Whether whoever asks may change this view. */
  speaks: z.boolean(),
  /** A newer version of the questionnaire than the one that this was filled with. */
  newer: z.int().positive().optional(),
})
export type FilledDetail = Readonly<z.infer<typeof FilledDetail>>

export const getFilled = query({
  name: 'instruments.getFilled',
  summary: 'One filled instrument with its texts, the other views beside it, and earlier ones to compare with',
  input: z.object({ participantId: ParticipantId, filledId: FilledId }),
  output: FilledDetail,
  access: mayReadInstruments,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/instruments/{filledId}' },
  run: async ({ db, tenantId, actor, input }) => {
    const { participantId, filledId } = input
    const [known, offered, all] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      offeredNow(db, tenantId),
      listFilledOf(db, { tenantId, participantId }),
    ])
    const shown = all.filter(filled => isLive(filled) && isShownTo(actor.role, filled))
    const mine = shown.find(filled => filled.id === filledId)
    if (mine === undefined) return refuse('notFound')
    const same = shown.filter(filled => filled.id !== filledId && filled.key === mine.key && filled.state === 'finished')
    const [texts, [filled], beside, others] = await Promise.all([
      findQuestionnaire(db, tenantId, { key: mine.key, version: mine.instrumentVersion }),
      viewsOf(db, tenantId, [mine]),
      viewsOf(
        db,
        tenantId,
        same.filter(each => each.occasionId === mine.occasionId),
      ),
      viewsOf(
        db,
        tenantId,
        same.filter(each => each.occasionId !== mine.occasionId),
      ),
    ])
    const now = offered.find(each => each.key === mine.key)
    return {
      participantId,
      callName: found(known.get(participantId), 'participant'),
      filled: found(filled, 'filled instrument'),
      texts: textsOf(found(texts, 'questionnaire')),
      beside: [...beside],
      others: [...others],
      speaks: speaksFor(actor.role, mine.view),
      ...(now !== undefined && now.version > mine.instrumentVersion ? { newer: now.version } : {}),
    }
  },
})
