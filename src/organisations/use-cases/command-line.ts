import { randomBytes } from 'node:crypto'
import { type MembershipId, newId, type OrganisationId, type Refusal, type TenantId } from '#kernel'
import { hashToken, type Runner, type SystemActor } from '#platform'
import { listMembers } from './list-members.ts'
import { listOrganisations } from './list-organisations.ts'
import { addMember } from './add-member.ts'
import { createApiToken } from './create-api-token.ts'
import { setUpMunicipality } from './set-up-municipality.ts'

/** What was asked on the command line cannot be done; the message says why, in one sentence. */
export class CommandLineError extends Error {}

export interface KnownMunicipality {
  readonly tenantId: TenantId
  readonly slug: string
  readonly name: string
}

/** What the composition root hands in: the runner, and the municipalities of this installation. */
export interface CommandLineParts {
  readonly runner: Runner
  readonly municipalities: () => Promise<readonly KnownMunicipality[]>
}

const actorIn = (tenantId: TenantId): SystemActor => ({ role: 'system', tenantId, name: 'command line' })

const wordsOf = (refusal: Refusal): string =>
  refusal.code === 'duplicate'
    ? 'There is an account for this role and place already.'
    : `This does not fit: ${refusal.field ?? refusal.code}${refusal.code === 'invalidInput' ? '' : ` (${refusal.code})`}.`

const valueOf = <T>(decision: { readonly ok: true; readonly value: T } | Refusal): T => {
  if (decision.ok) return decision.value
  throw new CommandLineError(wordsOf(decision))
}

const municipalityFor = (known: readonly KnownMunicipality[], asked: string | undefined): KnownMunicipality => {
  const fits = asked === undefined ? known : known.filter(one => one.slug === asked || one.name === asked)
  if (fits.length === 1 && fits[0] !== undefined) return fits[0]
  const names = known.map(one => one.slug).join(', ')
  throw new CommandLineError(
    known.length === 0 ? 'There is no municipality yet: name one that has to be made.' : `Name the municipality: ${names}.`,
  )
}

export interface NewUser {
  readonly email: string
  readonly name: string
  readonly role: string
  /** Slug or name; may be left out when there is one. */
  readonly municipality?: string | undefined
  /** Makes the municipality when it is not there. */
  readonly makeMunicipality?: boolean
  readonly organisation?: string | undefined
}

/** `user create`: an account, and a mail with where to choose a password. The first one may bring the municipality along. */
export const userCreate = async (
  { runner, municipalities }: CommandLineParts,
  user: NewUser,
): Promise<{ readonly memberId: MembershipId; readonly municipality: string }> => {
  const known = await municipalities()
  const isNew = user.makeMunicipality === true && !known.some(one => [one.slug, one.name].includes(user.municipality ?? ''))
  if (isNew && user.municipality === undefined) throw new CommandLineError('Name the municipality that has to be made.')
  const tenantId = isNew ? newId<TenantId>() : municipalityFor(known, user.municipality).tenantId
  if (isNew) valueOf(await runner.run(setUpMunicipality, actorIn(tenantId), { name: user.municipality }))
  const organisationId = await organisationFor(runner, tenantId, user.organisation)
  const { email, name, role } = user
  const { memberId } = valueOf(await runner.run(addMember, actorIn(tenantId), { email, name, role, organisationId }))
  return { memberId, municipality: user.municipality ?? municipalityFor(known, undefined).name }
}

const organisationFor = async (
  runner: Runner,
  tenantId: TenantId,
  name: string | undefined,
): Promise<OrganisationId | undefined> => {
  if (name === undefined) return undefined
  const { organisations } = valueOf(await runner.run(listOrganisations, actorIn(tenantId), {}))
  const found = organisations.find(one => one.name.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found.id
  throw new CommandLineError(
    `There is no organisation "${name}". Known: ${organisations.map(one => one.name).join(', ') || 'none'}.`,
  )
}

export interface NewToken {
  /** Sign-in of the member in whose name the program works. */
  readonly email: string
  readonly municipality?: string | undefined
  readonly role?: string | undefined
  readonly name?: string | undefined
  readonly days?: number | undefined
}

/** `token create`: a bearer token, to be shown once; the database keeps its hash only. */
export const tokenCreate = async (
  { runner, municipalities }: CommandLineParts,
  asked: NewToken,
): Promise<{ readonly token: string; readonly expiresAt: string }> => {
  const known = await municipalities()
  const within = asked.municipality === undefined ? known : [municipalityFor(known, asked.municipality)]
  const places = await Promise.all(
    within.map(async ({ tenantId, name }) => {
      const { members } = valueOf(await runner.run(listMembers, actorIn(tenantId), {}))
      return members.map(member => ({ ...member, tenantId, municipality: name }))
    }),
  )
  const email = asked.email.trim().toLowerCase()
  const fits = places.flat().filter(one => one.active && one.email === email && (asked.role ?? one.role) === one.role)
  const [member, another] = fits
  if (member === undefined) throw new CommandLineError(`Nobody with an open account signs in as ${email}.`)
  if (another !== undefined) {
    const choices = fits.map(one => `${one.municipality}: ${one.role}`).join('; ')
    throw new CommandLineError(`${email} works at several places (${choices}): name the municipality and the role.`)
  }
  const token = `opstap_${randomBytes(32).toString('base64url')}`
  const input = { memberId: member.id, tokenHash: hashToken(token), name: asked.name ?? 'command line', days: asked.days }
  const { expiresAt } = valueOf(await runner.run(createApiToken, actorIn(member.tenantId), input))
  return { token, expiresAt }
}
