import { z } from 'zod'
import { accept, type Decision, lineText, MembershipId, OrganisationId, refuse, ROLES, type Role, UserId } from '#kernel'

export const STAFF_ROLES = ROLES.filter(role => role !== 'participant')
export const StaffRole = z.enum(STAFF_ROLES)

/** As accounts are known: lower case, so that one person has one account. */
export const EmailAddress = z.string().trim().toLowerCase().max(200).pipe(z.email()).brand<'EmailAddress'>()
export type EmailAddress = z.infer<typeof EmailAddress>
export const MemberName = lineText(120)
export const AccountLanguage = z.enum(['nl', 'en', 'ar'])

export const Member = z.object({
  id: MembershipId,
  userId: UserId,
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  functionTitle: z.string().optional(),
  organisationId: OrganisationId.optional(),
  organisationName: z.string().optional(),
  active: z.boolean(),
  version: z.int().positive(),
})
export type Member = z.infer<typeof Member>

/** Their work hangs on an organisation: its trajectories, its offers. */
const NEED_ORGANISATION: readonly Role[] = ['coach', 'partner']
export const decidePlace = (role: Role, organisationId: OrganisationId | undefined): Decision<undefined> =>
  organisationId === undefined && NEED_ORGANISATION.includes(role)
    ? refuse('invalidInput', 'organisationId', { reason: 'required' })
    : accept(undefined)

interface Change {
  readonly member: Pick<Member, 'id' | 'active' | 'version'>
  readonly by: MembershipId
  readonly version: number
}

/** Nobody shuts the door behind themselves: there is always somebody left to open it. */
export const decideDisable = ({ member, by, version }: Change): Decision<undefined> => {
  if (member.id === by) return refuse('notPossibleNow', undefined, { state: 'self' })
  if (!member.active) return refuse('alreadyDone')
  return member.version === version ? accept(undefined) : refuse('versionConflict', undefined, { current: member })
}

export const decideEnable = ({ member, version }: Omit<Change, 'by'>): Decision<undefined> => {
  if (member.active) return refuse('alreadyDone')
  return member.version === version ? accept(undefined) : refuse('versionConflict', undefined, { current: member })
}
