import { LinkButton, Paragraph, Section } from '#ui'
import { RoleCards } from '../wheel/role-cards.tsx'
import { rolesOf } from '../wheel/roles.ts'
import { wheelPageTexts } from '../wheel/texts.ts'
import { deskPaths } from '../web/paths.ts'
import type { DossierPart } from './part.ts'

/** Who does what: follows from the plan, nobody types it. */
export const TeamCards = ({ part: { dossier, context } }: { readonly part: DossierPart }) => {
  const { t } = wheelPageTexts(context.lang)
  const members = dossier.team.map(({ membershipId, ...member }) => ({ key: membershipId, ...member }))
  const roles = rolesOf({
    callName: dossier.callName,
    plan: dossier.plan,
    placements: dossier.placements ?? [],
    coordinators: members.filter(member => member.coordinator),
    others: members.filter(member => !member.coordinator),
  })
  return (
    <Section
      title={t('roles.title')}
      id="wie"
      actions={
        dossier.plan === undefined ? undefined : (
          <LinkButton look="secondary" href={deskPaths.roles(dossier.participantId)}>
            {t('handOut')}
          </LinkButton>
        )
      }
    >
      {dossier.plan === undefined ? null : <Paragraph soft>{t('roles.source')}</Paragraph>}
      <RoleCards roles={roles} name={dossier.callName} t={t} />
    </Section>
  )
}
