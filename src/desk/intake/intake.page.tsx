import { accept } from '#kernel'
import { page, type PageContext } from '#platform'
import { getIntake, listLifeAreas } from '#trajectories'
import { Callout, Card, Columns, EmptyState, LinkButton, Paragraph, renderPage, Stack } from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { Areas } from './areas-part.tsx'
import { History } from './history-part.tsx'
import type { IntakeData } from './intake-data.ts'
import { IntakeForm, IntakeWords } from './intake-form.tsx'
import { OfferSupport, SupportNow } from './support-part.tsx'
import { type IntakeT, intakeTexts } from './texts.ts'

/** Where a wish becomes a goal: what is written here does not go on the wheel by itself. */
const Onwards = ({ data, t }: { readonly data: IntakeData; readonly t: IntakeT }) => (
  <Card title={t('onwards.title')} tint="green">
    <Paragraph>{t('onwards.words')}</Paragraph>
    <LinkButton look="secondary" href={deskPaths.conversation(data.participantId)}>
      {t('onwards.go')}
    </LinkButton>
  </Card>
)

export const viewIntake = (data: IntakeData, context: PageContext): string => {
  const { t } = intakeTexts(context.lang)
  const { participantId, callName: name, trajectory, intake, own } = data
  const part = { data, context, t, trajectoryId: trajectory?.id ?? '' }
  return renderPage(
    <DossierFrame context={context} participantId={participantId} name={name} current="intake" title={t('title')}>
      <Paragraph soft>{t('lead', { name })}</Paragraph>
      {trajectory === undefined ? (
        <EmptyState
          title={t('noTrajectory')}
          action={<LinkButton href={deskPaths.dossier(participantId)}>{t('toDossier')}</LinkButton>}
        >
          {t('noTrajectoryWords')}
        </EmptyState>
      ) : (
        <>
          {own ? null : <Callout>{t('notOwn')}</Callout>}
          {intake === undefined ? null : <SupportNow {...part} intake={intake} mayWrite={own} />}
          <Columns kind="wide-first">
            <Stack>
              {own ? <IntakeForm {...part} /> : <IntakeWords intake={intake} t={t} />}
              {own && intake !== undefined && intake.state !== 'supportFirst' && trajectory.state === 'intake' ? (
                <Onwards {...part} />
              ) : null}
              <History {...part} />
            </Stack>
            <Stack>
              <Areas {...part} />
              {own && intake?.state !== 'supportFirst' && trajectory.state !== 'ended' ? <OfferSupport {...part} /> : null}
            </Stack>
          </Columns>
        </>
      )}
    </DossierFrame>,
  )
}

export const intakePage = page<IntakeData>({
  id: 'desk.intake',
  path: deskPaths.intake(':participantId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const about = { participantId: request.params['participantId'] }
    const [intake, areas] = await Promise.all([request.run(getIntake, about), request.run(listLifeAreas, about)])
    if (!intake.ok) return intake
    return areas.ok ? accept({ ...intake.value, running: areas.value.running, past: areas.value.past }) : areas
  },
  view: viewIntake,
})
