import type { ReactNode } from 'react'
import { refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { type Agreement, isPromiseOfOthers, type Reciprocity } from '#plans'
import {
  AppPage,
  Breadcrumbs,
  Details,
  EmptyState,
  LinkButton,
  Notice,
  PageHead,
  Paragraph,
  Quote,
  renderPage,
  sayCount,
  Section,
  Stack,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { getPlanSheet, type PlanSheet } from '../get-plan-sheet.ts'
import { type AgreementPart, PromiseCard } from './promise-card.tsx'
import { agreementTexts } from './texts.ts'

const Promises = ({
  title,
  none,
  agreements,
  part,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly agreements: readonly Agreement[]
  readonly part: AgreementPart
  readonly children?: ReactNode
}) => (
  <Section title={title}>
    {agreements.length === 0 ? <Paragraph soft>{none}</Paragraph> : children}
    {agreements.map(agreement => (
      <PromiseCard key={agreement.id} agreement={agreement} part={part} />
    ))}
  </Section>
)

const Giving = ({ gifts, part: { context, t } }: { readonly gifts: readonly Reciprocity[]; readonly part: AgreementPart }) =>
  gifts.length === 0 ? null : (
    <Section title={t('giving')}>
      <Paragraph soft>{t('givingWords')}</Paragraph>
      <Stack>
        {gifts.map(gift => (
          <div key={gift.id}>
            <Quote lang={gift.language}>{gift.words}</Quote>
            {gift.hoursPerWeek === undefined ? null : (
              <Paragraph soft>{t('hours', { hours: sayCount(gift.hoursPerWeek, context.lang) })}</Paragraph>
            )}
          </div>
        ))}
      </Stack>
    </Section>
  )

/** Over and done, for both: kept, or no longer in force. What was not kept stays in sight, for the talk about it. */
const isEarlier = ({ state }: Agreement): boolean => state === 'kept' || state === 'withdrawn'

export const viewMyAgreements = ({ plan, participantId }: PlanSheet, context: PageContext): string => {
  const { t } = agreementTexts(context.lang)
  const part: AgreementPart = { participantId, context, t }
  const current = plan.agreements.filter(agreement => !isEarlier(agreement))
  const earlier = plan.agreements.filter(isEarlier)
  const wasOvertaken = context.form !== undefined && context.form.refusal.code !== 'invalidInput'
  return renderPage(
    <AppPage context={context} title={t('title')}>
      {wasOvertaken ? <Notice kind="info">{t('changed')}</Notice> : null}
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      {plan.agreements.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={
            <LinkButton look="secondary" href={deskPaths.myPeople()}>
              {t('toPeople')}
            </LinkButton>
          }
        >
          {t('emptyWords')}
        </EmptyState>
      ) : (
        <>
          <Promises title={t('theirs')} none={t('theirsNone')} agreements={current.filter(isPromiseOfOthers)} part={part} />
          <Promises
            title={t('mine')}
            none={t('mineNone')}
            agreements={current.filter(agreement => !isPromiseOfOthers(agreement))}
            part={part}
          >
            <Paragraph soft>{t('mineTalk')}</Paragraph>
          </Promises>
        </>
      )}
      <Giving gifts={plan.reciprocity.filter(gift => !gift.archived)} part={part} />
      {earlier.length === 0 ? null : (
        <Details summary={t('earlier')}>
          <Stack>
            {earlier.map(agreement => (
              <PromiseCard key={agreement.id} agreement={agreement} part={part} />
            ))}
          </Stack>
        </Details>
      )}
    </AppPage>,
  )
}

export const myAgreementsPage = page<PlanSheet>({
  id: 'desk.myAgreements',
  path: deskPaths.myAgreements(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewMyAgreements,
})
