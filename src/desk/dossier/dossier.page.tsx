import { WheelFigure, wheelModel } from '#instruments'
import { accept, Law } from '#kernel'
import { page, type PageContext } from '#platform'
import { wheelInput } from '#plans'
import { AppPage, Callout, Columns, LinkButton, PageHead, Paragraph, renderPage, sayDate, Stack } from '#ui'
import { partPath } from '../conversation/parts.ts'
import { StandingNote } from '../progress/standing-note.tsx'
import { deskPaths } from '../web/paths.ts'
import { Agreements } from './agreements.tsx'
import { Ahead } from './ahead.tsx'
import type { Dossier } from './dossier.ts'
import { getDossier } from './get-dossier.ts'
import { getSuggestion, type Suggestion } from './get-suggestion.ts'
import { ClosedGoals, GoalCards } from './goal-card.tsx'
import { createKeptSuggestions } from './kept-suggestions.ts'
import { PersonCard } from './person-card.tsx'
import { Activation } from './person-forms.tsx'
import type { DossierPart } from './part.ts'
import { DossierTabs } from './tabs.tsx'
import { TeamCards } from './team-cards.tsx'
import { dossierTexts } from './texts.ts'
import { DossierTimeline } from './timeline.tsx'

const aboveTitle = ({ dossier, context, t }: DossierPart): string | undefined => {
  const [trajectory] = dossier.trajectories
  if (trajectory === undefined) return undefined
  const { label } = trajectory
  return t('above', {
    label: context.lang === 'en' ? label.en : label.nl,
    day: sayDate(trajectory.startedOn, context.today, context.lang),
    organisation: trajectory.organisationName,
  })
}

interface DossierData {
  readonly dossier: Dossier
  readonly suggestion: Suggestion | undefined
}

const WheelOf = ({ part: { dossier, context } }: { readonly part: DossierPart }) => {
  if (dossier.plan === undefined) return null
  return (
    <div className="op-sticky">
      <WheelFigure
        model={wheelModel(
          wheelInput(dossier.callName, dossier.plan, dossier.placements ?? [], {
            coachName: dossier.team.find(member => member.coordinator)?.name,
            law: Law.optional()
              .catch(undefined)
              .parse(dossier.trajectories.find(({ state }) => state !== 'ended')?.law),
          }),
        )}
        lang={context.lang}
        size="brief"
        links={{
          goals: (_area, goals) => `#goal-${goals[0]?.id ?? ''}`,
          addGoal: area => partPath(dossier.participantId, 'goal', { gebied: area }),
          supply: (_area, supply) => (supply.length === 0 ? undefined : '#wie'),
        }}
      />
    </div>
  )
}

/** Who guided until a warm hand-over reads the plan along until a day; everything else is of who guides now. */
const ReadsAlong = ({ part: { dossier, t } }: { readonly part: DossierPart }) => (
  <Callout title={t('along.title', { name: dossier.callName })} level={2}>
    <Paragraph>{t('along.words')}</Paragraph>
    <LinkButton look="secondary" href={deskPaths.print(dossier.participantId)}>
      {t('along.plan')}
    </LinkButton>
  </Callout>
)

const NotShared = ({ part: { dossier, t } }: { readonly part: DossierPart }) => (
  <Callout title={t('notShared.title', { name: dossier.callName })} level={2}>
    {t('notShared.words')}
  </Callout>
)

/** What was shared: all of it with who guides; the plan alone with who guided until a warm hand-over; the name with a colleague. */
const reachOf = ({ plan, notes }: Dossier): 'all' | 'plan' | 'name' => {
  if (plan === undefined) return 'name'
  return notes === undefined ? 'plan' : 'all'
}

export const viewDossier = ({ dossier, suggestion }: DossierData, context: PageContext): string => {
  const { t } = dossierTexts(context.lang)
  const part: DossierPart = { dossier, suggestion, context, t }
  const reach = reachOf(dossier)
  const shared = reach === 'all'
  return renderPage(
    <AppPage context={context} title={dossier.callName}>
      <PageHead
        above={aboveTitle(part)}
        title={`${dossier.callName} ${dossier.surname}`}
        actions={
          shared ? (
            <>
              <LinkButton look="secondary" href={deskPaths.print(dossier.participantId)}>
                {t('print')}
              </LinkButton>
              <LinkButton href={deskPaths.conversation(dossier.participantId)}>{t('talk')}</LinkButton>
            </>
          ) : undefined
        }
      />
      {shared ? <DossierTabs participantId={dossier.participantId} current="dossier" context={context} /> : null}
      <StandingNote dossier={dossier} context={context} />
      {shared ? <PersonCard part={part} /> : null}
      {shared ? (
        <Columns>
          <WheelOf part={part} />
          <Stack>
            <Activation part={part} />
            <GoalCards part={part} />
            <ClosedGoals part={part} />
          </Stack>
        </Columns>
      ) : null}
      {reach === 'plan' ? <ReadsAlong part={part} /> : null}
      {reach === 'name' ? <NotShared part={part} /> : null}
      <TeamCards part={part} />
      {shared ? (
        <div className="op-columns op-dossier-now">
          <DossierTimeline part={part} />
          <Ahead part={part} />
          <Agreements part={part} />
        </div>
      ) : null}
    </AppPage>,
  )
}

const suggestions = createKeptSuggestions()

export const dossierPage = page<DossierData>({
  id: 'desk.dossier',
  path: deskPaths.dossier(':participantId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const about = { participantId: request.params['participantId'] }
    const dossier = await request.run(getDossier, about)
    if (!dossier.ok) return dossier
    // A colleague may open the dossier but not the plan: then there is nothing to suggest.
    const { plan, placements } = dossier.value
    if (plan === undefined || placements === undefined) return accept({ dossier: dossier.value, suggestion: undefined })
    const key = suggestions.key(request.actor?.membershipId ?? '', request.today, dossier.value)
    const last = suggestions.find(key)
    if (last !== undefined) return accept({ dossier: dossier.value, suggestion: last.suggestion })
    const suggested = await request.run(getSuggestion, about)
    if (suggested.ok) suggestions.keep(key, suggested.value.suggestion)
    return accept({ dossier: dossier.value, suggestion: suggested.ok ? suggested.value.suggestion : undefined })
  },
  view: viewDossier,
})
