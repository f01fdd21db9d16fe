import { remainingSteps } from '#plans'
import { Card, Columns, Section } from '#ui'
import type { DossierPart } from './part.ts'

interface RoleCard {
  readonly key: string
  readonly name: string
  readonly does: string
}

/** Who does what: follows from the plan, nobody types it. */
const roleCards = ({ dossier, t }: DossierPart): readonly RoleCard[] => {
  const name = dossier.callName
  const steps = dossier.plan?.goals.flatMap(remainingSteps) ?? []
  const own = steps.filter(step => step.who === 'participant' || step.who === 'together').length
  const helpers = steps.filter(step => step.who === 'other' && step.whoName !== undefined)
  const promises =
    dossier.plan?.agreements.filter(agreement => agreement.promisedBy === 'other' && agreement.state === 'open') ?? []
  const coordinators = dossier.team.filter(member => member.coordinator)
  const places = (dossier.placements ?? []).filter(placement => placement.state === 'placed' || placement.state === 'waiting')
  return [
    { key: 'self', name, does: own === 0 ? t('who.selfNone') : t('who.self', { count: own }) },
    ...coordinators.map(member => ({
      key: member.membershipId,
      name: member.name,
      does: [t('who.coordinator'), member.organisationName].filter(Boolean).join(', '),
    })),
    ...places.map(placement => ({
      key: placement.id,
      name: placement.offerName,
      does: t(placement.state === 'placed' ? 'who.offer' : 'who.queue', { name }),
    })),
    ...helpers.map(step => ({ key: step.id, name: step.whoName ?? '', does: t('who.helps', { step: step.title }) })),
    ...promises.map(agreement => ({ key: agreement.id, name: agreement.promisedByName ?? '', does: agreement.words })),
    { key: 'municipality', name: t('who.municipality'), does: t('who.municipalityDoes') },
  ]
}

export const TeamCards = ({ part }: { readonly part: DossierPart }) => (
  <Section title={part.t('who.title')} id="wie">
    <Columns kind="thirds">
      {roleCards(part).map(card => (
        <Card key={card.key}>
          <p className="op-who">
            <strong dir="auto">{card.name}</strong>
            <span className="op-soft">{card.does}</span>
          </p>
        </Card>
      ))}
    </Columns>
  </Section>
)
