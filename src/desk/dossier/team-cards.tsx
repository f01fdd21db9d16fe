import { Card, Details, Link, LinkButton, Section } from '#ui'
import { roleName, roleWords } from '../wheel/role-cards.tsx'
import { type RoleLine, rolesOf } from '../wheel/roles.ts'
import { type WheelT, wheelPageTexts } from '../wheel/texts.ts'
import { deskPaths } from '../web/paths.ts'
import { type DossierPart, firstOf, isAskedFor } from './part.ts'

/** People at a glance; what somebody does beyond the first lines is on the page of who does what. */
const PEOPLE = 3
const TASKS = 1

interface PeopleProps {
  readonly roles: readonly RoleLine[]
  readonly part: DossierPart
  readonly t: WheelT
}

const People = ({ roles, part: { dossier, t: say }, t }: PeopleProps) => (
  <ul className="op-people">
    {roles.map(role => (
      <li key={role.key}>
        <p className="op-who">
          <strong dir="auto">{roleName(role, t)}</strong>
          <span className="op-soft">
            {roleWords(role, dossier.callName, t)}
            {role.from === undefined || role.from === '' ? null : (
              <>
                {' · '}
                <bdi>{role.from}</bdi>
              </>
            )}
          </span>
          {role.tasks.length === 0 ? null : (
            <span>
              {role.tasks.slice(0, TASKS).map(task => (
                <bdi key={task.words} lang={task.language}>
                  {task.words}
                </bdi>
              ))}{' '}
              {role.tasks.length <= TASKS ? null : (
                <Link href={`${deskPaths.wheel(dossier.participantId)}#wie`}>
                  {say('team.more', { count: role.tasks.length - TASKS })}
                  <span className="op-unseen">: {roleName(role, t)}</span>
                </Link>
              )}
            </span>
          )}
        </p>
      </li>
    ))}
  </ul>
)

/** Who does what: follows from the plan, nobody types it. */
export const TeamCards = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, context } = part
  const { t } = wheelPageTexts(context.lang)
  const members = dossier.team.map(({ membershipId, ...member }) => ({ key: membershipId, ...member }))
  const roles = rolesOf({
    callName: dossier.callName,
    plan: dossier.plan,
    placements: dossier.placements ?? [],
    coordinators: members.filter(member => member.coordinator),
    others: members.filter(member => !member.coordinator),
  })
  // One more beside them takes no more place than the fold.
  const [first, more] = firstOf(roles, roles.length === PEOPLE + 1 ? roles.length : PEOPLE)
  return (
    <Section
      title={t('roles.title')}
      id="wie"
      actions={
        dossier.plan === undefined ? undefined : (
          <LinkButton look="quiet" href={deskPaths.roles(dossier.participantId)} label={t('handOut')}>
            {part.t('team.paper')}
          </LinkButton>
        )
      }
    >
      <Card>
        <People roles={first} part={part} t={t} />
        {more.length === 0 ? null : (
          <Details summary={part.t('team.others', { count: more.length })} open={isAskedFor(part, 'wie')}>
            <People roles={more} part={part} t={t} />
          </Details>
        )}
      </Card>
    </Section>
  )
}
