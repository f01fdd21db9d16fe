import { accept, dayIn, refuse, WHEEL_AREAS } from '#kernel'
import { page, type PageContext } from '#platform'
import { listRecognitionOptions, type Recognition, type RecognitionOption } from '#plans'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Card,
  EmptyState,
  Glyph,
  LinkButton,
  Notice,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  Section,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { isolate, withCapital } from '../say.ts'
import { getPlanSheet, type PlanSheet } from '../get-plan-sheet.ts'
import { OwnWords } from '../step-card.tsx'
import { myPaths } from '../my-paths.ts'
import { myTexts } from '../texts.ts'
import { CHOICE_FORMS, ChooseCard } from './choose.tsx'
import { agreedOf, type Choosable, choosableOf, isSaid, type Received, receivedOf } from './recognition.ts'
import { recognitionTexts } from './texts.ts'

const WHOLE_WHEEL = WHEEL_AREAS.map(() => ({ goal: true, supply: true }))

/** The words that people chose for it, else what kind it is. */
const What = ({ recognition, context }: { readonly recognition: Recognition; readonly context: PageContext }) =>
  recognition.words === '' ? (
    <>{withCapital(myTexts(context.lang).t(`thanks.kind.${recognition.kind}`), context.lang)}</>
  ) : (
    <OwnWords words={withCapital(recognition.words, context.lang)} />
  )

const forWhat = ({ given, step }: Received, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const day = t('on', { day: sayDate(dayIn(new Date(given.givenAt)), context.today, context.lang) })
  if (step === undefined) return day
  return `${t(step.state === 'didNotWork' || step.state === 'notYet' ? 'tried' : 'done', { step: isolate(step.title, context.lang) })} · ${day}`
}

export type MyRecognition = PlanSheet & {
  readonly options: readonly RecognitionOption[]
  /** Of what the person chooses now. */
  readonly choosing?: Choosable | undefined
}

/** A button came too late: said calmly, beside what stands there now. What was typed stays in sight. */
const Overtaken = ({ context, shown }: { readonly context: PageContext; readonly shown: boolean }) => {
  const { form } = context
  if (form === undefined || shown) return null
  const { t } = recognitionTexts(context.lang)
  const typed = form.fields.text('recognitionWords')
  return (
    <Notice kind="info">
      {t('changed')} {typed === '' ? null : <OwnWords words={typed} />}
    </Notice>
  )
}

const Agreed = ({ about, context }: { readonly about: Choosable; readonly context: PageContext }) => {
  const { t } = recognitionTexts(context.lang)
  return (
    <Card tint="green" id={`kies-${about.id}`}>
      <p className="op-given__kind">
        <What recognition={about.recognition} context={context} />
      </p>
      <span className="op-soft">
        <bdi>{t(about.kind === 'step' ? 'agreedFor' : 'agreedForGoal', { step: about.title })}</bdi>
      </span>
      <Actions>
        <LinkButton
          look="secondary"
          href={myPaths.chooseFor(about.kind, about.id)}
          label={`${t('choose.again')}: ${about.title}`}
        >
          {t('choose.again')}
        </LinkButton>
      </Actions>
    </Card>
  )
}

/** What has no recognition yet that is worth saying. */
const ToChoose = ({ open, context }: { readonly open: readonly Choosable[]; readonly context: PageContext }) => {
  const { t } = recognitionTexts(context.lang)
  return open.length === 0 ? null : (
    <Section title={t('choose.more')}>
      <Paragraph soft>{t('choose.moreWords')}</Paragraph>
      <Rows label={t('choose.more')}>
        {open.map(about => (
          <Row
            key={about.id}
            title={<OwnWords words={about.title} lang={about.language} />}
            href={myPaths.chooseFor(about.kind, about.id)}
            detail={t(`choose.open.${about.kind}`)}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** What was agreed, what may be chosen and what was given: for trying as much as for doing. */
export const viewMyRecognition = ({ plan, options, choosing, participantId }: MyRecognition, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const choosable = choosableOf(plan)
  const agreed = agreedOf(plan)
  const received = receivedOf(plan)
  const isChoice = choosing !== undefined && context.form?.id === CHOICE_FORMS[choosing.kind]
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Overtaken context={context} shown={isChoice} />
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} glyph={<Glyph areas={WHOLE_WHEEL} size="large" />} />
      {choosing === undefined ? null : (
        <ChooseCard about={choosing} options={options} participantId={participantId} context={context} />
      )}
      <Section title={t('agreed')}>
        {agreed.length === 0 ? (
          <Paragraph soft>{t(choosable.length === 0 ? 'agreedNone' : 'agreedChoose')}</Paragraph>
        ) : (
          agreed.map(about => <Agreed key={about.id} about={about} context={context} />)
        )}
      </Section>
      <ToChoose open={choosable.filter(({ recognition }) => !isSaid(recognition))} context={context} />
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

/** After a refused form the address has the id as a parameter. */
const chosenIn = ({ query, params }: Pick<PageContext, 'query' | 'params'>): string | undefined =>
  params['stepId'] ?? params['goalId'] ?? query['stap'] ?? query['doel']

export const myRecognitionPage = page<MyRecognition>({
  id: 'desk.myRecognition',
  path: deskPaths.myRecognition(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    const [sheet, list] = await Promise.all([
      request.run(getPlanSheet, { participantId }),
      request.run(listRecognitionOptions, {}),
    ])
    if (!sheet.ok) return sheet
    if (!list.ok) return list
    const asked = chosenIn(request)
    const choosing = choosableOf(sheet.value.plan).find(({ id }) => id === asked)
    return accept({ ...sheet.value, options: list.value.options, choosing })
  },
  view: viewMyRecognition,
})
