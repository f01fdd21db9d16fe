import { clockTimeIn, refuse } from '#kernel'
import { form, page, type PageContext } from '#platform'
import { showWebAtReview, writeReviewWord } from '#trajectories'
import {
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  defineTexts,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  sayDay,
  sayTime,
  Section,
  Soft,
  Stack,
  TextArea,
} from '#ui'
import { isolate } from '../my/say.ts'
import { BothTexts } from '../web/both-texts.tsx'
import { deskPaths } from '../web/paths.ts'
import { getMyReview, type MyReview } from './get-my-review.ts'
import ar from './my.ar.json' with { type: 'json' }
import en from './my.en.json' with { type: 'json' }
import nl from './my.nl.json' with { type: 'json' }
import { reviewPaths } from './paths.ts'
import { dayOfInstant } from './read-reviews.ts'
import { webAgain, webChosen } from './web-fields.ts'

const texts = defineTexts({ nl, en, ar, name: 'my-review' })

interface Part {
  readonly my: MyReview
  readonly context: PageContext
  readonly t: ReturnType<typeof texts>['t']
}
type Next = NonNullable<MyReview['next']>

const whenWords = (next: Next, { context: { today, lang }, t }: Part): string => {
  if (next.standing === 'onHold') return t('onHold', { day: sayDay(next.holdUntil ?? next.plannedOn, today, lang) })
  if (next.startsAt !== undefined && next.standing !== 'overdue') {
    const time = sayTime(clockTimeIn(new Date(next.startsAt)), lang)
    return t('dayTime', { day: sayDay(dayOfInstant(next.startsAt), today, lang), time })
  }
  return t(next.standing === 'overdue' ? 'overdue' : 'day', { day: sayDay(next.plannedOn, today, lang) })
}

const WordForm = ({ next, part }: { readonly next: Next; readonly part: Part }) => {
  const { my, context, t } = part
  const by = isolate(my.ownWord?.writtenByName ?? '', context.lang)
  return (
    <Section title={t('write')} id="woorden">
      {my.ownWord === undefined ? null : (
        <Paragraph soft>{my.ownWord.writtenAs === 'person' ? t('byMe') : t('bySaid', { by })}</Paragraph>
      )}
      <Form
        id="desk.writeMyReviewWord"
        action={reviewPaths.myOwnWord(next.id)}
        refused={context.form}
        version={my.ownWord?.version ?? 0}
        hidden={{ participantId: my.participantId, language: context.lang }}
        values={{ words: my.ownWord?.words ?? '' }}
        labels={{ words: t('words') }}
        words={{ 'words.required': t('missing'), versionConflict: t('conflict') }}
        draft={`my-review:${next.id}`}
      >
        <BothTexts
          context={context}
          formId="desk.writeMyReviewWord"
          fields={typed => [{ label: t('words'), theirs: my.ownWord?.words, yours: typed('words') }]}
          leave={{ href: deskPaths.myReview(), label: t('conflictLeave') }}
        />
        <TextArea name="words" label={t('words')} hint={t('writeHint')} rows={6} maxLength={4000} />
        <Button look="confirm" large>
          {t('save')}
        </Button>
      </Form>
    </Section>
  )
}

/** Only who filled in a web is asked, and nothing is shown by itself. */
const OwnWeb = ({ next, part: { my, context, t } }: { readonly next: Next; readonly part: Part }) => {
  const { web } = my
  if (web === undefined) return null
  return (
    <Section title={t('web.title')} id="web">
      <Card tint={web.shows ? 'green' : 'stone'}>
        <Paragraph>{t(web.shows ? 'web.on' : 'web.ask')}</Paragraph>
        <Paragraph soft>{t('web.who')}</Paragraph>
        <Form
          id="desk.showMyWebAtReview"
          idPrefix="web-"
          action={reviewPaths.myWeb(next.id)}
          refused={context.form}
          version={web.version}
          hidden={{ participantId: my.participantId, shows: web.shows ? 'no' : 'yes' }}
          words={{ versionConflict: t('web.conflict') }}
          inline
          label={t('web.title')}
        >
          <Button look="secondary">{t(web.shows ? 'web.hide' : 'web.show')}</Button>
        </Form>
        <LinkButton look="quiet" href={deskPaths.myWeb()}>
          {t('web.look')}
        </LinkButton>
      </Card>
    </Section>
  )
}

const Last = ({ part: { my, t } }: { readonly part: Part }) => {
  const { last } = my
  if (last === undefined) return null
  const said = (['goesOn', 'changes'] as const).filter(words => last[words] !== undefined)
  return (
    <Section title={t('last')} id="vorige">
      <Card>
        {said.length === 0 ? <Paragraph soft>{t('lastNone')}</Paragraph> : null}
        <Stack>
          {said.map(words => (
            <div key={words}>
              <Soft>{t(words)}</Soft>
              <p className="op-free-text" dir="auto">
                {last[words]}
              </p>
            </div>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}

export const viewMyReview = (my: MyReview, context: PageContext): string => {
  const { t } = texts(context.lang)
  const part: Part = { my, context, t }
  const coach = my.coachName === undefined ? undefined : isolate(my.coachName, context.lang)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={coach === undefined ? t('lead') : t('leadCoach', { coach })} />
      {my.next === undefined ? (
        <EmptyState title={t('none')} action={<LinkButton href={deskPaths.myPlan()}>{t('noneAction')}</LinkButton>}>
          {t('noneWords')}
        </EmptyState>
      ) : (
        <>
          <Callout tone="green" title={t('when')} level={2}>
            <Paragraph>{whenWords(my.next, part)}</Paragraph>
            {my.next.place === undefined ? null : <bdi>{my.next.place}</bdi>}
          </Callout>
          <WordForm next={my.next} part={part} />
          <OwnWeb next={my.next} part={part} />
        </>
      )}
      <Last part={part} />
    </AppPage>,
  )
}

export const myReviewPage = page<MyReview>({
  id: 'desk.myReview',
  path: reviewPaths.my(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getMyReview, { participantId })
  },
  view: viewMyReview,
})

/** The dossier is named by the form and proved by the grant: another's is not found. */
export const myReviewForm = form({
  id: 'desk.writeMyReviewWord',
  path: reviewPaths.myOwnWord(':reviewId'),
  who: ['participant'],
  useCase: writeReviewWord,
  input: (fields, { reviewId }) => ({
    participantId: fields.text('participantId'),
    reviewId,
    version: fields.text('version'),
    words: fields.text('words'),
    language: fields.optional('language'),
  }),
  done: (_output, request) => ({ to: reviewPaths.my(), notice: { text: texts(request.lang).t('saved') } }),
  page: myReviewPage,
})

export const myWebChoiceForm = form({
  id: 'desk.showMyWebAtReview',
  path: reviewPaths.myWeb(':reviewId'),
  who: ['participant'],
  useCase: showWebAtReview,
  input: (fields, { reviewId }) => ({
    participantId: fields.text('participantId'),
    reviewId,
    version: fields.text('version'),
    ...webChosen(fields),
  }),
  done: ({ reviewId, shows, version }, request) => ({
    to: `${reviewPaths.my()}#web`,
    notice: {
      text: texts(request.lang).t(shows ? 'web.shown' : 'web.hidden'),
      undo: {
        action: reviewPaths.myWeb(reviewId),
        label: '',
        fields: { participantId: request.fields.text('participantId'), ...webAgain(shows, version) },
      },
    },
  }),
  page: myReviewPage,
})
