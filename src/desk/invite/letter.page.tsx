import { accept, PaperInvitationId, ParticipantId, refuse } from '#kernel'
import { groupedPaperCode, page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, directionOf, isLang, type Lang, Paragraph, Qr, renderPage, sayWeekday } from '#ui'
import { getPaperLetter } from '#sharing'
import type { z } from 'zod'
import { paths as signIn } from '#organisations/paths'
import { deskPaths } from '../web/paths.ts'
import { inviteTexts, letterTexts } from './texts.ts'

type Letter = z.infer<typeof getPaperLetter.output> & { readonly participantId: string }

/** The address behind the QR code: the code goes along, so that only the birthday is asked. */
const scanAddress = (origin: string, { code, language }: Letter): string =>
  `${origin}${signIn.paper}?code=${code}&lang=${language}`

const Words = ({ letter, lang, context }: { readonly letter: Letter; readonly lang: Lang; readonly context: PageContext }) => {
  const { t } = letterTexts(lang)
  const { callName, code, expiresOn, givenBy } = letter
  const origin = context.origin ?? ''
  return (
    <article className="op-letter" lang={lang} dir={directionOf(lang)}>
      <h1>{t('title')}</h1>
      <p>{t('dear', { name: callName })}</p>
      <p>{t('what')}</p>
      <h2>{t('how')}</h2>
      <div className="op-letter__how">
        <ol>
          <li>
            {t('scan')}
            <br />
            {t('type')} <bdi className="op-letter__address">{`${origin.replace(/^https?:\/\//, '')}${signIn.paper}`}</bdi>{' '}
            {t('code')}
            <strong className="op-letter__code" dir="ltr">
              {groupedPaperCode(code)}
            </strong>
          </li>
          <li>{t('birthday')}</li>
          <li>{t('ready')}</li>
        </ol>
        <Qr text={scanAddress(origin, letter)} label={t('qr')} />
      </div>
      <p>
        <strong>{t('until', { day: sayWeekday(expiresOn, context.today, lang) })}</strong>
      </p>
      <p>{t('keep', { coach: `\u2068${givenBy.name}\u2069` })}</p>
      <p>
        {t('bye', { coach: `\u2068${givenBy.name}\u2069` })}
        <br />
        <bdi>{givenBy.organisationName}</bdi>
      </p>
    </article>
  )
}

/** One sheet (A4, or A5 when the printer has it) in the language of whoever gets it. */
export const viewLetter = (letter: Letter, context: PageContext): string => {
  const { t } = inviteTexts(context.lang)
  const name = letter.callName
  const lang: Lang = isLang(letter.language) ? letter.language : 'nl'
  return renderPage(
    <AppPage context={context} title={t('letterTitle', { name })} width="narrow" scripts={['print-page.js']}>
      <Breadcrumbs
        items={[
          { href: deskPaths.dossier(letter.participantId), label: name },
          { href: deskPaths.invite(letter.participantId), label: t('back', { name }) },
        ]}
      />
      <div className="op-sheet__how">
        <Paragraph soft>{t('how')}</Paragraph>
        <print-page data-label={t('printNow')} />
      </div>
      <Words letter={letter} lang={lang} context={context} />
    </AppPage>,
  )
}

export const letterPage = page<Letter>({
  id: 'desk.paperLetter',
  path: deskPaths.paperLetter(':participantId', ':paperInvitationId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    const invitationId = PaperInvitationId.safeParse(request.params['paperInvitationId'])
    if (!participantId.success || !invitationId.success) return refuse('notFound')
    const letter = await request.run(getPaperLetter, { participantId: participantId.data, invitationId: invitationId.data })
    return letter.ok ? accept({ ...letter.value, participantId: participantId.data }) : letter
  },
  view: viewLetter,
})
