import type { z } from 'zod'
import { accept, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { getIntake, listLifeAreas, type OpeningView } from '#trajectories'
import {
  AppPage,
  Breadcrumbs,
  Callout,
  Card,
  EmptyState,
  FreeText,
  LinkButton,
  PageHead,
  Quote,
  renderPage,
  Row,
  Rows,
  sayDate,
  Section,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type OpenT, openTexts } from './my-texts.ts'
import { sayLifeArea } from './texts.ts'

interface Data {
  readonly areas: z.infer<(typeof listLifeAreas)['output']>
  readonly intake: z.infer<(typeof getIntake)['output']>['intake']
}
interface Part {
  readonly context: PageContext
  readonly t: OpenT
}

const when = ({ state, until, closedOn }: OpeningView, { context: { today, lang }, t }: Part): string =>
  state === 'open'
    ? t('openUntil', { day: sayDate(until, today, lang) })
    : t('over', { day: sayDate(closedOn ?? until, today, lang) })

const Openings = ({
  openings,
  title,
  part,
}: {
  readonly openings: readonly OpeningView[]
  readonly title: string
  readonly part: Part
}) =>
  openings.length === 0 ? null : (
    <Section title={title}>
      <Rows label={title}>
        {openings.map(opening => (
          <Row
            key={opening.id}
            title={sayLifeArea(opening.area, part.context.lang)}
            href={deskPaths.myLifeArea(opening.id)}
            detail={
              <>
                <span className="op-line">{when(opening, part)}</span>{' '}
                <span className="op-line" dir="auto">
                  {opening.reason}
                </span>
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  )

/** What was written down together at the start: the own words first. */
const OwnIntake = ({ intake, part: { context, t } }: { readonly intake: NonNullable<Data['intake']>; readonly part: Part }) => (
  <Section title={t('intake')}>
    {intake.wish === '' ? null : (
      <Card title={t('wish')} level={3}>
        <Quote lang={intake.wishLanguage}>{intake.wish}</Quote>
      </Card>
    )}
    {intake.obstacles === '' ? null : (
      <Card title={t('obstacles')} level={3}>
        <FreeText>{intake.obstacles}</FreeText>
      </Card>
    )}
    {intake.state === 'supportFirst' ? (
      <Callout tone="orange" title={t('support')}>
        <FreeText>{intake.support}</FreeText>
        <p className="nl-paragraph">{t('lookAgain', { day: sayDate(intake.lookAgainOn, context.today, context.lang) })}</p>
      </Callout>
    ) : null}
  </Section>
)

/** Which life areas are open, why and until when; to read on all days, and to object to. */
export const viewMyLifeAreas = ({ areas, intake }: Data, context: PageContext): string => {
  const { t } = openTexts(context.lang)
  const part: Part = { context, t }
  return renderPage(
    <AppPage context={{ ...context, navigation: [] }} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      {areas.running.length === 0 ? (
        <EmptyState title={t('none')} action={<LinkButton href={deskPaths.my()}>{t('back')}</LinkButton>}>
          {t('noneWords')}
        </EmptyState>
      ) : null}
      <Openings openings={areas.running} title={t('open')} part={part} />
      <Openings openings={areas.past} title={t('before')} part={part} />
      {intake === undefined ? null : <OwnIntake intake={intake} part={part} />}
    </AppPage>,
  )
}

export const myLifeAreasPage = page<Data>({
  id: 'desk.myLifeAreas',
  path: deskPaths.myLifeAreas(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const [areas, intake] = await Promise.all([
      request.run(listLifeAreas, { participantId }),
      request.run(getIntake, { participantId }),
    ])
    if (!areas.ok) return areas
    return intake.ok ? accept({ areas: areas.value, intake: intake.value.intake }) : intake
  },
  view: viewMyLifeAreas,
})
