import { dayIn, refuse, WHEEL_AREAS } from '#kernel'
import { page, type PageContext } from '#platform'
import type { Recognition } from '#plans'
import {
  AppPage,
  Breadcrumbs,
  Card,
  defineTexts,
  EmptyState,
  Glyph,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  Section,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { getPlanSheet, type PlanSheet } from '../get-plan-sheet.ts'
import { OwnWords } from '../step-card.tsx'
import { myTexts } from '../texts.ts'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import { agreedOf, type Received, receivedOf } from './recognition.ts'

export const recognitionTexts = defineTexts({ nl, en, ar, name: 'my-recognition' })

const WHOLE_WHEEL = WHEEL_AREAS.map(() => ({ goal: true, supply: true }))

/** The words that people chose for it, else what kind it is. */
const What = ({ recognition, context }: { readonly recognition: Recognition; readonly context: PageContext }) =>
  recognition.words === '' ? (
    <>{myTexts(context.lang).t(`thanks.kind.${recognition.kind}`)}</>
  ) : (
    <OwnWords words={recognition.words} />
  )

const forWhat = ({ given, step }: Received, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const day = t('on', { day: sayDate(dayIn(new Date(given.givenAt)), context.today, context.lang) })
  if (step === undefined) return day
  return `${t(step.state === 'didNotWork' || step.state === 'notYet' ? 'tried' : 'done', { step: step.title })} · ${day}`
}

/** What was agreed and what was given: for trying as much as for doing. */
export const viewMyRecognition = ({ plan }: PlanSheet, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const agreed = agreedOf(plan)
  const received = receivedOf(plan)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} glyph={<Glyph areas={WHOLE_WHEEL} size="large" />} />
      <Section title={t('agreed')}>
        {agreed.length === 0 ? (
          <Paragraph soft>{t('agreedNone')}</Paragraph>
        ) : (
          agreed.map(step => (
            <Card key={step.id} tint="green">
              <p className="op-given__kind">
                <What recognition={step.recognition} context={context} />
              </p>
              <span className="op-soft">
                <bdi>{t('agreedFor', { step: step.title })}</bdi>
              </span>
            </Card>
          ))
        )}
      </Section>
      <Section title={t('given')}>
        {received.length === 0 ? (
          <EmptyState title={t('empty')} level={3} action={<LinkButton href={deskPaths.my()}>{t('toStep')}</LinkButton>}>
            {t('emptyWords')}
          </EmptyState>
        ) : (
          <Rows label={t('given')}>
            {received.map(each => (
              <Row
                key={each.given.id}
                title={<What recognition={each.given} context={context} />}
                detail={<bdi>{forWhat(each, context)}</bdi>}
              />
            ))}
          </Rows>
        )}
      </Section>
    </AppPage>,
  )
}

export const myRecognitionPage = page<PlanSheet>({
  id: 'desk.myRecognition',
  path: deskPaths.myRecognition(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewMyRecognition,
})
