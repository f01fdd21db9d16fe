import type { ReactNode } from 'react'
import type { ParticipantId } from '#kernel'
import type { PageContext } from '#platform'
import { AppPage, defineTexts, LinkButton, Paragraph, Tabs } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const togetherTexts = defineTexts({ nl, en })

/** Large and calm, for two people at one screen: the person's own pages, without anything of the coach's. */
export const TogetherFrame = ({
  context,
  participantId,
  name,
  current,
  children,
}: {
  readonly context: PageContext
  readonly participantId: ParticipantId
  readonly name: string
  readonly current: 'step' | 'plan'
  readonly children: ReactNode
}) => {
  const { t } = togetherTexts(context.lang)
  const tabs = [
    { href: deskPaths.together(participantId), label: t('step'), current: current === 'step' },
    { href: deskPaths.togetherPlan(participantId), label: t('plan'), current: current === 'plan' },
  ]
  return (
    <AppPage context={context} title={t('title', { name })} width="conversation" readAloud>
      <Paragraph soft>{t('lead', { name })}</Paragraph>
      <Tabs label={t('tabs')} tabs={tabs} />
      <div className="op-together">{children}</div>
      <LinkButton look="quiet" href={deskPaths.conversation(participantId)}>
        {t('back')}
      </LinkButton>
    </AppPage>
  )
}
