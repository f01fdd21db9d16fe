import { z } from 'zod'
import { MembershipId, OrganisationId, ParticipantId, ReferralId } from '#kernel'
import { listMembers, type Member } from '#organisations'
import type { Clock, Mailer, MailMessage, Reaction, Runner, ToldFact } from '#platform'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

interface Tools {
  readonly runner: Runner
  readonly mailer: Mailer
  readonly clock: Clock
}
type Letter = keyof typeof nl

/** Older facts are history (an import, the demo, a queue that stood still for days): nobody wants a mail about them. */
const NEWS_MS = 2 * 86_400_000

/** What a letter is about: a referral, or a trajectory in somebody's dossier. */
const About = z.object({
  organisationId: OrganisationId,
  referralId: ReferralId.optional(),
  participantId: ParticipantId.optional(),
  sentBy: MembershipId.optional(),
  coordinatorId: MembershipId.optional(),
})
type About = z.infer<typeof About>

/** Dutch first, English below it: an account's language says how its pages read, not what its owner can read. */
const write = (letter: Letter, { email }: Member, id: string): MailMessage => ({
  to: email,
  subject: nl[letter].subject,
  text: `${nl[letter].words}\n\n—\n\n${en[letter].words}`.replaceAll('{{id}}', id),
})

const mail =
  ({ runner, mailer, clock }: Tools, letter: Letter, isFor: (member: Member, about: About) => boolean): Reaction =>
  async (fact: ToldFact) => {
    if (clock.now().getTime() - fact.at.getTime() > NEWS_MS) return
    const about = About.parse(fact.payload)
    const found = await runner.run(listMembers, { role: 'system', tenantId: fact.tenantId, name: 'mail' }, {})
    if (!found.ok) throw new Error(`The members could not be read: ${found.code}`)
    const readers = found.value.members.filter(member => member.active && isFor(member, about))
    for (const reader of readers) await mailer.send(write(letter, reader, about.referralId ?? about.participantId ?? ''))
  }

const receiver = (member: Member, about: About): boolean =>
  member.organisationId === about.organisationId && (member.role === 'coach' || member.role === 'workcoach')
const sender = (member: Member, about: About): boolean => member.id === about.sentBy
const newCoordinator = (member: Member, about: About): boolean => member.id === about.coordinatorId

const both =
  (first: Reaction, second: Reaction): Reaction =>
  async fact => {
    await first(fact)
    await second(fact)
  }

/** Who referred hears what became of it, who has to answer hears that something waits; the mail itself names nobody. */
export const referralMail = (tools: Tools): Readonly<Record<string, Reaction>> => ({
  ReferralSent: mail(tools, 'referralSent', receiver),
  ReferralQuestioned: mail(tools, 'referralQuestioned', sender),
  ReferralQuestionAnswered: mail(tools, 'referralAnswered', receiver),
  ReferralAccepted: mail(tools, 'referralAccepted', sender),
  ReferralRejected: mail(tools, 'referralRejected', sender),
  ReferralPassedOn: mail(tools, 'referralPassedOn', sender),
  ReferralUnanswered: both(mail(tools, 'referralLate', receiver), mail(tools, 'referralLateSender', sender)),
  ReferralQuestionUnanswered: mail(tools, 'referralQuestionLate', sender),
  CoordinatorChanged: mail(tools, 'coordinatorChanged', newCoordinator),
})
