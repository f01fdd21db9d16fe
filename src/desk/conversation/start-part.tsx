import { isLive, openGoalsOf, remainingSteps, wishesOf } from '#plans'
import type { PageContext } from '#platform'
import { LinkButton, Row, Rows } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type PartProps, propsOf, renderTalk } from './frame.tsx'
import { hasSomething, nextPart, type Part, partPath, PARTS, type Talk } from './parts.ts'

const stateWords = ({ talk, t }: PartProps, part: Part): string => {
  const { plan, placements } = talk
  switch (part) {
    case 'wish':
      return t('start.state.wish', { count: wishesOf(plan).length })
    case 'practical':
      return t(plan.practical === undefined ? 'start.state.practicalEmpty' : 'start.state.practicalFull')
    case 'goal':
      return t('start.state.goal', { count: openGoalsOf(plan).length })
    case 'offers':
      return t('start.state.offers', { count: placements.filter(isLive).length })
    case 'steps':
      return t('start.state.steps', { count: openGoalsOf(plan).flatMap(remainingSteps).length })
    case 'agreements':
      return t('start.state.agreements', { count: plan.agreements.filter(agreement => agreement.state === 'open').length })
    case 'summary':
      return t('start.state.summary')
  }
}

/** The whole wheel, and where to go on. */
export const viewStart = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const next = nextPart(talk)
  const isFirst = !PARTS.some(part => hasSomething(talk, part))
  return renderTalk(props, {
    part: undefined,
    title: isFirst ? t('start.first', { name: talk.callName }) : t('start.again'),
    lead: t('start.lead'),
    children: (
      <>
        <LinkButton large href={partPath(talk.participantId, next)}>
          {isFirst ? t('start.begin') : t('start.go', { part: t(`parts.${next}`).toLowerCase() })}
        </LinkButton>
        <Rows label={t('partsLabel')}>
          {PARTS.map(part => (
            <Row
              key={part}
              glyph={<span className={hasSomething(talk, part) ? 'op-dot op-dot--large op-dot--done' : 'op-dot op-dot--large'} />}
              title={t(`parts.${part}`)}
              href={partPath(talk.participantId, part)}
              detail={stateWords(props, part)}
            />
          ))}
        </Rows>
        <LinkButton look="quiet" href={deskPaths.intake(talk.participantId)}>
          {t('start.intake')}
        </LinkButton>
        <LinkButton look="secondary" href={deskPaths.together(talk.participantId)}>
          {t('start.together')}
        </LinkButton>
        <LinkButton look="secondary" href={deskPaths.instruments(talk.participantId)}>
          {t('start.fillTogether')}
        </LinkButton>
        <LinkButton look="quiet" href={deskPaths.dossier(talk.participantId)}>
          {t('close')}
        </LinkButton>
      </>
    ),
  })
}
