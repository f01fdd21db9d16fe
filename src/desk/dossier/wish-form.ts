import { form } from '#platform'
import { addWish } from '#plans'
import { undoing } from '../conversation/wish-forms.ts'
import { deskPaths } from '../web/paths.ts'
import { dossierPage } from './dossier.page.tsx'
import { dossierTexts } from './texts.ts'

/** Takes over what was said at the referral as the first wish, in the language in which it was said. */
export const takeOverWishForm = form({
  id: 'desk.takeOverWish',
  path: deskPaths.takeOverWish(':participantId'),
  who: ['coach', 'workcoach'],
  useCase: addWish,
  input: (fields, params) => ({ ...params, kind: 'wish', words: fields.text('words'), language: fields.optional('language') }),
  done: ({ wishId }, request) => ({
    to: `${deskPaths.dossier(request.params['participantId'] ?? '')}#over`,
    notice: {
      text: dossierTexts(request.lang).t('referral.taken'),
      undo: undoing(request, '/wens/:wishId/weghalen', { wishId }, { version: 1 }),
    },
  }),
  page: dossierPage,
})
