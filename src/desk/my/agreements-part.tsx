import { dayIn } from '#kernel'
import { type Agreement, type Plan, PROMISERS } from '#plans'
import { Badge, Card, Paragraph, Row, Rows, sayDate, Section } from '#ui'
import type { PlanPart } from './plan-part.ts'
import { OwnWords } from './step-card.tsx'

const stands = (agreement: Agreement, { t, context }: PlanPart): string | undefined => {
  if (agreement.state !== 'open') return t(`plan.${agreement.state}`)
  return agreement.until === undefined
    ? undefined
    : t('plan.until', { day: sayDate(agreement.until, context.today, context.lang) })
}

/** Promises of every side, each under who made it. */
export const AgreementsPart = ({ plan, part }: { readonly plan: Plan; readonly part: PlanPart }) => {
  const { t } = part
  if (plan.agreements.length === 0) return null
  const sides = PROMISERS.flatMap(side => {
    const promises = plan.agreements.filter(agreement => agreement.promisedBy === side)
    const names = side === 'other' ? [...new Set(promises.map(promise => promise.promisedByName ?? ''))] : ['']
    return names.map(name => ({
      side,
      name,
      promises: promises.filter(promise => side !== 'other' || (promise.promisedByName ?? '') === name),
    }))
  }).filter(({ promises }) => promises.length > 0)
  return (
    <Section title={t('plan.agreements')} id="afspraken">
      <Paragraph soft>{t('plan.agreementsWords')}</Paragraph>
      {sides.map(({ side, name, promises }) => (
        <Card key={side + name} level={3} title={t(`plan.promised.${side}`, { name })}>
          <Rows>
            {promises.map(promise => (
              <Row
                key={promise.id}
                title={<OwnWords words={promise.words} />}
                detail={stands(promise, part)}
                end={promise.forMunicipality ? <Badge>{t('plan.forMunicipality')}</Badge> : undefined}
              />
            ))}
          </Rows>
        </Card>
      ))}
    </Section>
  )
}

/** What was given for steps, newest first. */
export const ReceivedPart = ({ plan, part }: { readonly plan: Plan; readonly part: PlanPart }) => {
  const { t, context } = part
  const steps = new Map(plan.goals.flatMap(goal => goal.steps).map(step => [step.id, step]))
  const received = plan.recognitions.filter(given => given.kind !== 'none' && (given.kind !== 'compliment' || given.words !== ''))
  if (received.length === 0) return null
  return (
    <Section title={t('plan.received')} id="waardering">
      <Rows label={t('plan.received')}>
        {received.map(given => {
          const kind = t(`thanks.kind.${given.kind}`)
          const step = steps.get(given.stepId)
          return (
            <Row
              key={given.id}
              title={given.words === '' ? kind : <OwnWords words={given.words} />}
              detail={
                <>
                  {t('plan.receivedOn', { kind, day: sayDate(dayIn(new Date(given.givenAt)), context.today, context.lang) })}
                  {step === undefined ? null : (
                    <>
                      {', '}
                      <bdi>{t('plan.receivedFor', { step: step.title })}</bdi>
                    </>
                  )}
                </>
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
