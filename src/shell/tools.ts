import { createHmac } from 'node:crypto'
import type { AnyPage, Actor } from '#platform'
import type { RequestOfPage, ShellTools } from '#ui'
import { homeFor } from './navigation.ts'
import { shellTexts } from './texts.ts'

const has = (pages: readonly AnyPage[], path: string, actor: Actor): boolean =>
  pages.some(page => page.path === path && page.who !== 'public' && page.who.includes(actor.role))

/** A note that is begun in somebody's dossier is about that person. */
const noteHref = (params: Readonly<Record<string, string>>): string =>
  params['participantId'] === undefined ? '/notitie' : `/notitie?deelnemer=${encodeURIComponent(params['participantId'])}`

/** Search box, note button and account links of the frame: each only where its page exists for this role. */
export const toolsFor = (
  pages: readonly AnyPage[],
  secret: string,
  context: RequestOfPage & { readonly actor?: unknown; readonly params?: Readonly<Record<string, string>> },
): ShellTools => {
  const actor = context.actor as Actor | undefined
  if (actor === undefined) return { homeHref: '/' }
  return {
    homeHref: homeFor(pages, actor.role),
    signOutAction: '/afmelden',
    // Drafts in the browser are wiped at sign-out; after a session that ran out, only the same person can read them again.
    draftKey: createHmac('sha256', secret).update(`draft\0${actor.userId}\0${actor.membershipId}`).digest('base64'),
    ...(has(pages, '/deelnemers', actor) ? { search: { action: '/deelnemers' } } : {}),
    ...(has(pages, '/notitie', actor)
      ? { note: { href: noteHref(context.params ?? {}), label: shellTexts(context.lang).t('note') } }
      : {}),
    ...(has(pages, '/account', actor) ? { accountHref: '/account' } : {}),
  }
}
