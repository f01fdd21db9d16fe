import { Buffer } from 'node:buffer'
import { type AnyForm, form, type FormFields, type PageRequest } from '#platform'
import { IMPORT_COLUMNS } from '../domain/import/columns.ts'
import { addOffer } from '../use-cases/add-offer.ts'
import { applyImport } from '../use-cases/apply-import.ts'
import { cancelImport, reopenImport } from '../use-cases/cancel-import.ts'
import { amendOffer, archiveOffer, confirmOffer, restoreOffer } from '../use-cases/change-offer.ts'
import { correctImportRow } from '../use-cases/correct-import-row.ts'
import { decideImportRow } from '../use-cases/decide-import-row.ts'
import { askAgainAboutDouble, keepApart, mergeOffers, separateOffers } from '../use-cases/merge-offers.ts'
import { setImportMapping } from '../use-cases/set-import-mapping.ts'
import { startImport } from '../use-cases/start-import.ts'
import { doublesPage } from './doubles.page.tsx'
import { editOfferPage, newOfferPage } from './edit-offer.page.tsx'
import { importPage } from './import.page.tsx'
import { importsPage } from './imports.page.tsx'
import { typedOffer } from './offer-form.tsx'
import { offerPage } from './offer.page.tsx'
import { supplyPaths } from './paths.ts'
import { backTo } from './query.ts'
import { supplyTexts } from './texts.ts'

const who = ['beheer'] as const
const OFFER = ':offerId'
const IMPORT = ':importId'
const t = (request: PageRequest) => supplyTexts(request.lang).t
const versioned = (fields: FormFields, params: Readonly<Record<string, string>>) => ({
  ...params,
  version: fields.text('version'),
})
const undo = (action: string, request: PageRequest, fields: Readonly<Record<string, string>>) => ({
  action,
  label: t(request)('offer.undo'),
  fields,
})

const offerForms: readonly AnyForm[] = [
  form({
    id: 'supply.addOffer',
    path: supplyPaths.newOffer(),
    who,
    useCase: addOffer,
    input: fields => ({ ...typedOffer(fields), isAnother: fields.checked('isAnother') }),
    done: ({ offerId }, request) => ({
      to: supplyPaths.offer(offerId),
      notice: { text: t(request)('offer.added', { name: request.fields.text('name') }) },
    }),
    page: newOfferPage,
  }),
  form({
    id: 'supply.amendOffer',
    path: supplyPaths.editOffer(OFFER),
    who,
    useCase: amendOffer,
    input: (fields, params) => ({ ...versioned(fields, params), ...typedOffer(fields) }),
    done: ({ offerId }, request) => ({
      to: supplyPaths.offer(offerId),
      notice: { text: t(request)('offer.changed', { name: request.fields.text('name') }) },
    }),
    page: editOfferPage,
  }),
  form({
    id: 'supply.confirmOffer',
    path: supplyPaths.confirmOffer(OFFER),
    who,
    useCase: confirmOffer,
    input: (fields, params) => ({ ...versioned(fields, params), free: fields.number('free') }),
    done: ({ offerId }, request) => ({ to: supplyPaths.offer(offerId), notice: { text: t(request)('offer.thanks') } }),
    page: offerPage,
  }),
  form({
    id: 'supply.archiveOffer',
    path: supplyPaths.archiveOffer(OFFER),
    who,
    useCase: archiveOffer,
    input: versioned,
    done: ({ offerId, version }, request) => ({
      to: supplyPaths.offer(offerId),
      notice: {
        text: t(request)('offer.isArchived'),
        undo: undo(supplyPaths.restoreOffer(offerId), request, { version: `${version}` }),
      },
    }),
    page: offerPage,
  }),
  form({
    id: 'supply.restoreOffer',
    path: supplyPaths.restoreOffer(OFFER),
    who,
    useCase: restoreOffer,
    input: versioned,
    done: ({ offerId }, request) => ({ to: supplyPaths.offer(offerId), notice: { text: t(request)('offer.restoredNow') } }),
    page: offerPage,
  }),
  form({
    id: 'supply.separateOffers',
    path: supplyPaths.separateOffers(OFFER),
    who,
    useCase: separateOffers,
    input: (fields, params) => ({ ...versioned(fields, params), otherId: fields.text('otherId') }),
    done: ({ offerId }, request) => ({ to: supplyPaths.offer(offerId), notice: { text: t(request)('offer.separated') } }),
    page: offerPage,
  }),
]

const doubleForms: readonly AnyForm[] = [
  form({
    id: 'supply.mergeOffers',
    path: supplyPaths.mergeOffers(OFFER),
    who,
    useCase: mergeOffers,
    input: (fields, params) => ({ ...versioned(fields, params), otherId: fields.text('otherId') }),
    done: ({ offerId, otherId, version }, request) => ({
      to: supplyPaths.doubles(),
      notice: {
        text: t(request)('doubles.merged'),
        undo: undo(supplyPaths.separateOffers(offerId), request, { otherId, version: `${version}` }),
      },
    }),
    page: doublesPage,
  }),
  form({
    id: 'supply.keepApart',
    path: supplyPaths.keepApart(OFFER),
    who,
    useCase: keepApart,
    input: (fields, params) => ({ ...params, otherId: fields.text('otherId') }),
    done: ({ offerId, otherId }, request) => ({
      to: supplyPaths.doubles(),
      notice: { text: t(request)('doubles.apart'), undo: undo(supplyPaths.askAgain(offerId), request, { otherId }) },
    }),
    page: doublesPage,
  }),
  form({
    id: 'supply.askAgain',
    path: supplyPaths.askAgain(OFFER),
    who,
    useCase: askAgainAboutDouble,
    input: (fields, params) => ({ ...params, otherId: fields.text('otherId') }),
    done: () => ({ to: supplyPaths.doubles() }),
    page: doublesPage,
  }),
]

const here = (importId: string, request: PageRequest & { readonly fields: FormFields }, anchor = ''): string =>
  `${supplyPaths.import(importId, backTo(request.fields.text('back')))}${anchor}`

const textsIn = (fields: FormFields) =>
  Object.fromEntries(
    IMPORT_COLUMNS.filter(column => fields.has(`texts.${column}`)).map(column => [column, fields.text(`texts.${column}`)]),
  )

const columnsIn = (fields: FormFields) =>
  Array.from({ length: Math.min(100, fields.number('columnCount') ?? 0) }, (_, at) => fields.optional(`columns.${at}`) ?? null)

/** Left out: not decided here. Empty: an earlier decision is taken back. */
const decided = (fields: FormFields, name: string) => (fields.has(name) ? (fields.optional(name) ?? null) : undefined)

const importForms: readonly AnyForm[] = [
  form({
    id: 'supply.startImport',
    path: supplyPaths.imports(),
    who,
    useCase: startImport,
    input: fields => {
      const file = fields.file('file')
      return {
        fileName: file?.fileName,
        file: file === undefined ? undefined : Buffer.from(file.bytes).toString('base64'),
        source: fields.optional('source'),
      }
    },
    done: ({ importId }) => ({ to: supplyPaths.import(importId) }),
    page: importsPage,
    // A file of 10 MB and what stands around it.
    bodyLimit: 11_000_000,
  }),
  form({
    id: 'supply.setMapping',
    path: supplyPaths.mapping(IMPORT),
    who,
    useCase: setImportMapping,
    input: (fields, params) => ({ ...versioned(fields, params), columns: columnsIn(fields) }),
    done: ({ importId }, request) => ({ to: supplyPaths.import(importId), notice: { text: t(request)('import.readAgainDone') } }),
    page: importPage,
  }),
  form({
    id: 'supply.correctRow',
    path: supplyPaths.correctRow(IMPORT),
    who,
    useCase: correctImportRow,
    input: (fields, params) => ({ ...versioned(fields, params), rowNumber: fields.text('rowNumber'), texts: textsIn(fields) }),
    done: ({ importId, rowNumber }, request) => ({
      to: here(importId, request, `#r${rowNumber}`),
      notice: { text: t(request)('import.corrected') },
    }),
    page: importPage,
  }),
  form({
    id: 'supply.decideRow',
    path: supplyPaths.decideRow(IMPORT),
    who,
    useCase: decideImportRow,
    input: (fields, params) => ({
      ...versioned(fields, params),
      rowNumber: fields.text('rowNumber'),
      decision: decided(fields, 'decision'),
      double: decided(fields, 'double'),
    }),
    done: ({ importId, rowNumber }, request) => ({
      to: here(importId, request, `#r${rowNumber}`),
      notice: { text: t(request)('import.decision') },
    }),
    page: importPage,
  }),
  form({
    id: 'supply.applyImport',
    path: supplyPaths.apply(IMPORT),
    who,
    useCase: applyImport,
    input: versioned,
    done: ({ importId, state }, request) => ({
      to: supplyPaths.import(importId),
      notice: { text: t(request)(state === 'applied' ? 'import.done' : 'import.started') },
    }),
    page: importPage,
  }),
  form({
    id: 'supply.cancelImport',
    path: supplyPaths.cancel(IMPORT),
    who,
    useCase: cancelImport,
    input: versioned,
    done: ({ importId, version }, request) => ({
      to: supplyPaths.imports(),
      notice: {
        text: t(request)('import.cancelled'),
        undo: undo(supplyPaths.reopen(importId), request, { version: `${version}` }),
      },
    }),
    page: importPage,
  }),
  form({
    id: 'supply.reopenImport',
    path: supplyPaths.reopen(IMPORT),
    who,
    useCase: reopenImport,
    input: versioned,
    done: ({ importId }, request) => ({ to: supplyPaths.import(importId), notice: { text: t(request)('import.reopened') } }),
    page: importPage,
  }),
]

export const supplyForms: readonly AnyForm[] = [...offerForms, ...doubleForms, ...importForms]
