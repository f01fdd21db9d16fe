import { Card, Columns } from '#ui'
import type { RoleLine } from './roles.ts'
import type { WheelT } from './texts.ts'

/** What somebody is here for, in a few words. */
export const roleWords = (role: RoleLine, name: string, t: WheelT, own = false): string => {
  if (own) {
    if (role.waiting === true) return t('roles.own.waiting')
    if (role.kind === 'self' || role.kind === 'offer' || role.kind === 'volunteer') return t(`roles.own.${role.kind}`)
  }
  if (role.waiting === true) return t('roles.waiting', { name })
  switch (role.kind) {
    case 'self':
      return t('roles.self')
    case 'coach':
      return t('roles.coach')
    case 'team':
      return t('roles.team')
    case 'offer':
      return t('roles.offer', { name })
    case 'volunteer':
      return t('roles.volunteer', { name })
    case 'network':
      return t('roles.network')
    case 'municipality':
      return t('roles.municipalityDoes')
  }
}

export const roleName = (role: RoleLine, t: WheelT): string =>
  role.kind === 'municipality' ? t('roles.municipality') : role.name

export const Tasks = ({ role, most }: { readonly role: RoleLine; readonly most?: number }) =>
  role.tasks.length === 0 ? null : (
    <ul className="op-tasks">
      {role.tasks.slice(0, most).map((task, i) => (
        <li key={`${task.words}-${i}`}>
          <bdi lang={task.language}>{task.words}</bdi>
        </li>
      ))}
    </ul>
  )

/** Who does what: a card for everybody, with what they do in the words of the plan. */
export const RoleCards = ({
  roles,
  name,
  t,
  own = false,
}: {
  readonly roles: readonly RoleLine[]
  readonly name: string
  readonly t: WheelT
  /** The person reads it. */
  readonly own?: boolean
}) => (
  <Columns kind="thirds">
    {roles.map(role => (
      <Card key={role.key}>
        <p className="op-who">
          <strong>
            <bdi>{roleName(role, t)}</bdi>
          </strong>
          <span className="op-soft">
            {roleWords(role, name, t, own)}
            {role.from === undefined || role.from === '' ? null : (
              <>
                {' · '}
                <bdi>{role.from}</bdi>
              </>
            )}
          </span>
        </p>
        <Tasks role={role} />
      </Card>
    ))}
  </Columns>
)
