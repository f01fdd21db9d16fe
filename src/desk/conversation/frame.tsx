import type { ReactNode } from 'react'
import { z } from 'zod'
import { wheelModel, WheelFigure } from '#instruments'
import type { PageContext } from '#platform'
import { wheelInput } from '#plans'
import { AppPage, Callout, errorMessage, ErrorSummary, FreeText, LinkButton, PageHead, Paragraph, renderPage } from '#ui'
import { BothTexts, type Differing } from '../web/both-texts.tsx'
import { deskPaths } from '../web/paths.ts'
import { hasSomething, type Part, partPath, PARTS, ROWS, startPath, type Talk } from './parts.ts'
import { type P, planTexts } from './plan-texts.ts'
import { type T, talkTexts } from './texts.ts'

/** What every part of the conversation gets. */
export interface PartProps {
  readonly talk: Talk
  readonly context: PageContext
  readonly t: T
  /** Words about goals, steps, recognition and agreements. */
  readonly p: P
}

const PartsNavigation = ({ talk, current, t }: { readonly talk: Talk; readonly current: Part; readonly t: T }) => (
  <nav className="op-talk-parts" aria-label={t('partsLabel')}>
    <ol>
      {PARTS.map(part => (
        <li
          key={part}
          className={hasSomething(talk, part) ? 'op-talk-parts__part op-talk-parts__part--filled' : 'op-talk-parts__part'}
        >
          <a href={partPath(talk.participantId, part)} aria-current={part === current ? 'step' : undefined}>
            <span className="op-talk-parts__dot" aria-hidden="true" />
            {t(`parts.${part}`)}
            {hasSomething(talk, part) ? <span className="op-unseen"> ({t('filled')})</span> : null}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

/** The wheel as it is now; its parts lead to where they can be talked about. `beside`: next to something else, so short on a phone. */
export const TalkWheel = ({ talk, context, beside }: Pick<PartProps, 'talk' | 'context'> & { readonly beside?: boolean }) => {
  const { participantId, callName, plan, placements } = talk
  return (
    <WheelFigure
      model={wheelModel(wheelInput(callName, plan, placements, { coachName: context.actor?.name }))}
      lang={context.lang}
      size={beside === true ? 'brief' : 'conversation'}
      links={{
        goals: (_area, goals) => partPath(participantId, 'steps', { doel: goals[0]?.id ?? '' }),
        addGoal: area => partPath(participantId, 'goal', { gebied: area }),
        supply: () => partPath(participantId, 'offers'),
        findSupply: area => {
          const goal = plan.goals.find(each => each.area === area && each.state === 'open')
          return goal === undefined ? undefined : deskPaths.findOffers(participantId, goal.id)
        },
      }}
    />
  )
}

const following = (part: Part): Part | undefined => PARTS[PARTS.indexOf(part) + 1]

const Onwards = ({ talk, part, t }: { readonly talk: Talk; readonly part: Part; readonly t: T }) => {
  const next = following(part)
  return (
    <nav className="op-talk__onwards" aria-label={t('next', { part: next === undefined ? '' : t(`parts.${next}`) })}>
      {next === undefined ? (
        <LinkButton href={deskPaths.dossier(talk.participantId)}>{t('summary.done')}</LinkButton>
      ) : (
        <LinkButton href={partPath(talk.participantId, next)} look="secondary">
          {part === 'practical' && !hasSomething(talk, part) ? t('skip') : t('next', { part: t(`parts.${next}`) })}
        </LinkButton>
      )}
      <LinkButton href={startPath(talk.participantId)} look="quiet">
        {t('back')}
      </LinkButton>
    </nav>
  )
}

/** Fields in which somebody writes sentences. */
const SENTENCES = [
  'title',
  'words',
  'terms',
  'ownWords',
  'reasonWords',
  'whatLacks',
  'whoName',
  'plannedOnAsSaid',
  'untilAsSaid',
  'place',
  'helpWhat',
  'helpFrom',
  'recognitionWords',
] as const
/** The same in a form with several steps. */
const TYPED = [...SENTENCES, ...ROWS.flatMap(row => SENTENCES.map(name => `steps.${row}.${name}`))]

/** The form is not there any more (somebody closed what it was about): what was typed still is. */
const KeptWords = ({ context }: { readonly context: PageContext }) => {
  const typed = TYPED.map(name => context.form?.fields.text(name) ?? '').filter(words => words !== '')
  const { t } = planTexts(context.lang)
  return typed.length === 0 ? null : (
    <Callout title={t('kept.title')} level={2}>
      <Paragraph>{t('kept.words')}</Paragraph>
      {typed.map(words => (
        <FreeText key={words}>{words}</FreeText>
      ))}
    </Callout>
  )
}

/** What somebody put away: a wish or gift has a flag, a goal or agreement a state. */
const isArchived = (current: unknown): boolean => {
  const read = z.object({ archived: z.boolean().optional(), state: z.string().optional() }).safeParse(current)
  return read.success && (read.data.archived === true || ['archived', 'reached', 'withdrawn'].includes(read.data.state ?? ''))
}

/** Reasons that the kit has no words for. */
const refusalWords = ({ form, lang }: PageContext): string | undefined => {
  if (form?.refusal.code === 'notFound') return planTexts(lang).t('kept.gone')
  const current = form?.refusal.details?.['current']
  if (form?.refusal.code === 'versionConflict' && isArchived(current)) return planTexts(lang).t('kept.archived')
  const state = form?.refusal.details?.['state']
  if (state === 'handedOut') return planTexts(lang).t('handedOut')
  if (form?.id === 'conversation.focusGoal' && form.refusal.code === 'alreadyDone') return planTexts(lang).t('focus.already')
  return form?.refusal.details?.['reason'] === 'atTheEnd' ? planTexts(lang).t('order.atTheEnd') : undefined
}

interface TalkPage {
  readonly part: Part | undefined
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

const TalkPage = ({
  talk,
  context,
  t,
  part,
  title,
  lead,
  children,
  refusal,
}: PartProps & TalkPage & { readonly refusal?: string | undefined }) => (
  <AppPage
    context={context}
    title={part === undefined ? t('title', { name: talk.callName }) : title}
    width="conversation"
    scripts={['plain-hint.js']}
  >
    {part === undefined ? null : <PartsNavigation talk={talk} current={part} t={t} />}
    <div className={part === undefined ? 'op-talk op-talk--start' : 'op-talk'}>
      <div className="op-talk__words">
        <PageHead above={part === undefined ? t('start.above') : t('title', { name: talk.callName })} title={title} lead={lead} />
        {refusal === undefined ? null : (
          <>
            <ErrorSummary errors={[{ message: refusal }]} />
            <KeptWords context={context} />
          </>
        )}
        {children}
        {part === undefined ? null : <Onwards talk={talk} part={part} t={t} />}
      </div>
      <div className="op-talk__wheel">
        <TalkWheel talk={talk} context={context} beside={part !== undefined} />
      </div>
    </div>
  </AppPage>
)

/** One part beside the wheel, one thing at a time. A refusal that no form on the page shows stands on top. */
export const renderTalk = (props: PartProps, page: TalkPage): string => {
  const { context } = props
  const html = renderPage(<TalkPage {...props} {...page} />)
  const [error] = context.form?.errors ?? []
  if (error === undefined || html.includes('class="op-error-summary"')) return html
  return renderPage(<TalkPage {...props} {...page} refusal={refusalWords(context) ?? errorMessage(error, context.lang)} />)
}

/** What the other person wrote, when two changed the same: typed text is still in the form below it. */
export const Conflict = ({
  t,
  leave,
  ...both
}: {
  readonly context: PageContext
  readonly t: T
  readonly formId: string
  readonly fields: (typed: (name: string) => string) => readonly Differing[]
  readonly leave: string
}) => <BothTexts {...both} leave={{ href: leave, label: t('conflict.leave') }} />

export const propsOf = (talk: Talk, context: PageContext): PartProps => ({
  talk,
  context,
  t: talkTexts(context.lang).t,
  p: planTexts(context.lang).t,
})
