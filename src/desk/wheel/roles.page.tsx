import { page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, DataTable, PageHead, Paragraph, renderPage, sayDate, Soft } from '#ui'
import { getPlanSheet, type PlanSheet } from '../my/get-plan-sheet.ts'
import { deskPaths } from '../web/paths.ts'
import { roleName, roleWords, Tasks } from './role-cards.tsx'
import { wheelPageTexts } from './texts.ts'
import { coachNameOf, rolesOfSheet } from './wheel-sheet.ts'

/** What fits on one sheet for one person. */
const MOST_TASKS = 4

/** To hand out: who does what, in words for everybody who is named. */
export const viewRoles = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = wheelPageTexts(context.lang)
  const { participantId, callName: name } = sheet
  const coach = coachNameOf(sheet)
  const title = t('sheet.title', { name })
  return renderPage(
    <AppPage context={context} title={title} width="narrow" scripts={['print-page.js']}>
      <Breadcrumbs
        items={[
          { href: deskPaths.dossier(participantId), label: name },
          { href: deskPaths.wheel(participantId), label: t('sheet.back') },
        ]}
      />
      <div className="op-sheet__how">
        <Paragraph soft>{t('sheet.how', { name })}</Paragraph>
        <print-page data-label={t('sheet.print')} />
      </div>
      <PageHead title={title} lead={t('sheet.intro', { name })} />
      <DataTable
        caption={title}
        rows={rolesOfSheet(sheet)}
        keyOf={role => role.key}
        columns={[
          {
            key: 'who',
            label: t('roles.who'),
            rowHeader: true,
            cell: role => (
              <>
                <span dir="auto">{roleName(role, t)}</span>
                {role.from === undefined || role.from === '' ? null : (
                  <>
                    <br />
                    <Soft>{role.from}</Soft>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'does',
            label: t('roles.does'),
            cell: role => (
              <>
                {roleWords(role, name, t)}
                <Tasks role={role} most={MOST_TASKS} />
              </>
            ),
          },
        ]}
      />
      <Paragraph>{coach === undefined ? t('sheet.wrongNobody') : t('sheet.wrong', { coach })}</Paragraph>
      <Paragraph soft>{t('sheet.made', { day: sayDate(sheet.madeOn, context.today, context.lang) })}</Paragraph>
    </AppPage>,
  )
}

export const rolesPage = page<PlanSheet>({
  id: 'desk.roles',
  path: deskPaths.roles(':participantId'),
  who: ['coach', 'workcoach'],
  load: ({ run, params }) => run(getPlanSheet, { participantId: params['participantId'] }),
  view: viewRoles,
})
