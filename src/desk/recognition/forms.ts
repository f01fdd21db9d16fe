import { type AnyForm, form, type PageRequest } from '#platform'
import { giveRecognition, handOutRecognition, takeBackRecognition } from '#plans'
import { sayMoney } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { recognitionPage } from './recognition.page.tsx'
import { recognitionTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const
const idOf = (request: PageRequest): string => request.params['participantId'] ?? ''
const words = (request: PageRequest) => recognitionTexts(request.lang).t

/** A kind in general, or a line of the municipality's list: that has an id. */
const chosenFrom = (choice: string | undefined) => (choice?.includes('-') === true ? { optionId: choice } : { kind: choice })

export const recognitionForms: readonly AnyForm[] = [
  form({
    id: 'desk.giveRecognition',
    path: deskPaths.recognition(':participantId'),
    who: WHO,
    useCase: giveRecognition,
    input: (fields, params) => ({
      ...params,
      stepId: fields.optional('stepId'),
      words: fields.text('words'),
      ...chosenFrom(fields.optional('kind')),
    }),
    done: (_, request) => ({
      to: deskPaths.recognition(idOf(request)),
      notice: { text: words(request)('give.done') },
    }),
    page: recognitionPage,
  }),
  form({
    id: 'desk.handOut',
    path: deskPaths.handOut(':participantId', ':recognitionId'),
    who: WHO,
    useCase: handOutRecognition,
    input: (fields, params) => ({
      ...params,
      version: fields.number('version'),
      handedOn: fields.optional('handedOn'),
      weighedOn: fields.optional('weighedOn'),
    }),
    done: ({ recognitionId, version, leftCents }, request) => ({
      to: deskPaths.recognition(idOf(request)),
      notice: {
        text:
          leftCents === undefined
            ? words(request)('done')
            : words(request)('doneLeft', { left: sayMoney(leftCents, request.lang) }),
        undo: {
          action: deskPaths.takeBackHandOut(idOf(request), recognitionId),
          label: words(request)('admin.undo'),
          fields: { version: String(version) },
        },
      },
    }),
    page: recognitionPage,
  }),
  form({
    id: 'desk.takeBackHandOut',
    path: deskPaths.takeBackHandOut(':participantId', ':recognitionId'),
    who: WHO,
    useCase: takeBackRecognition,
    input: (fields, params) => ({ ...params, version: fields.number('version') }),
    done: (_, request) => ({
      to: deskPaths.recognition(idOf(request)),
      notice: { text: words(request)('takenBack') },
    }),
    page: recognitionPage,
  }),
]
