import { accept, ROLES } from '#kernel'
import type { Download, ModuleWeb } from '#platform'
import { exportOffers } from '../use-cases/list-offers.ts'
import { doublesPage } from './doubles.page.tsx'
import { editOfferPage, newOfferPage } from './edit-offer.page.tsx'
import { supplyForms } from './forms.ts'
import { importPage } from './import.page.tsx'
import { importsPage } from './imports.page.tsx'
import { offerPage } from './offer.page.tsx'
import { offersPage } from './offers.page.tsx'
import { supplyPaths } from './paths.ts'
import { asked } from './query.ts'

const exportDownload: Download = {
  id: 'supply.export',
  path: supplyPaths.exported(),
  who: ROLES.filter(role => role !== 'participant'),
  load: async request => {
    const language = request.lang === 'nl' ? 'nl' : 'en'
    const made = await request.run(exportOffers, { ...asked(request.query), language })
    if (!made.ok) return made
    return accept({ fileName: made.value.fileName, contentType: 'text/csv; charset=utf-8', body: made.value.csv })
  },
}

export const supplyWeb: ModuleWeb = {
  pages: [offersPage, newOfferPage, doublesPage, offerPage, editOfferPage, importsPage, importPage],
  forms: supplyForms,
  downloads: [exportDownload],
}
