import { accept } from '#kernel'
import { type FillPart, getFilled } from '#instruments'
import { type Page, page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  ConflictPanel,
  Form,
  LinkButton,
  PageHead,
  ProgressBar,
  renderPage,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { askedHere, answerField, PartFields, saidField, storedValues, titleOf } from './fill-fields.tsx'
import { type Fill, type FillData, fillHref, fillOf } from './fill.ts'
import { filledIdOf, formId, placeOf, type PlaceKind, ROUTES, WHO, withQuery } from './place.ts'
import { Review } from './review.tsx'
import { sayAnswer, sayText, sayView } from './say.tsx'

/** Both texts of what this page asked, when two people wrote at the same time. */
const Conflict = ({ part, fill }: { readonly part: FillPart; readonly fill: Fill }) => {
  const { context, t, detail, questionnaire, reader } = fill
  const { form } = context
  if (form === undefined || form.refusal.code !== 'versionConflict') return null
  const asked = part.choices.map(({ key, text }) => {
    const typed = form.fields.optional(answerField(key))
    return {
      label: sayText(text, context.lang),
      theirs: sayAnswer(questionnaire, key, detail.filled.answers[key], reader),
      yours: sayAnswer(questionnaire, key, typed === undefined ? undefined : Number(typed), reader),
    }
  })
  const theirWords = detail.filled.said[part.key]?.words ?? ''
  const words = { label: t('fill.said'), theirs: theirWords, yours: form.fields.text(saidField(part.key)) }
  const fields = [...asked, ...(words.theirs === words.yours ? [] : [words])].filter(field => field.theirs !== field.yours)
  return (
    <ConflictPanel fields={fields}>
      <LinkButton look="secondary" href={fillHref(fill, { vraag: part.key })}>
        {t('fill.leaveTheirs')}
      </LinkButton>
    </ConflictPanel>
  )
}

/** Keeps a page at a time, so that nothing is lost when somebody stops half-way. */
const PartForm = ({ part, fill }: { readonly part: FillPart; readonly fill: Fill }) => {
  const { context, t, detail, place, paths, isDraft, spot } = fill
  const { filledId, version } = detail.filled
  const action = isDraft ? paths.fill(filledId) : paths.amend(filledId)
  return (
    <Form
      id={formId(isDraft ? 'saveAnswers' : 'amendAnswers', place.kind)}
      action={withQuery(action, { vraag: part.key, taal: context.query['taal'] })}
      refused={context.form}
      version={version}
      values={storedValues(part, fill)}
      labels={Object.fromEntries(part.choices.map(({ key, text }) => [answerField(key), sayText(text, context.lang)]))}
      words={{ choice: t('fill.choose'), versionConflict: t('fill.overtaken') }}
      hidden={{
        asked: askedHere(part, fill).join(','),
        part: part.key,
        language: detail.filled.said[part.key]?.language ?? context.lang,
        participantId: place.participantId,
      }}
      draft={`instrument:${filledId}:${part.key}`}
    >
      <PartFields part={part} fill={fill} />
      <Actions>
        <Button look="confirm" large name="go" value="on">
          {t('fill.next')}
        </Button>
        {spot.at === 'part' && spot.index > 0 ? (
          <Button look="secondary" large name="go" value="back">
            {t('fill.back')}
          </Button>
        ) : null}
      </Actions>
    </Form>
  )
}

/** The draft stays in the version that it was begun with; who wants goes on in the new one. */
const NewerVersion = ({ fill }: { readonly fill: Fill }) => {
  const { detail, paths, place, t } = fill
  if (detail.newer === undefined || !fill.isDraft) return null
  return (
    <Callout title={t('newer.title')} level={2}>
      <p className="nl-paragraph">{t('newer.words', { old: detail.filled.instrumentVersion, now: detail.newer })}</p>
      <Form
        action={paths.renew(detail.filled.filledId)}
        version={detail.filled.version}
        hidden={{ participantId: place.participantId }}
        inline
      >
        <Button look="secondary">{t('newer.renew')}</Button>
      </Form>
    </Callout>
  )
}

/** After a page was kept; also tells the browser that its own copy can go. */
const Kept = ({ fill: { context, t } }: { readonly fill: Fill }) =>
  context.form === undefined && (context.query['na'] !== undefined || context.query['voor'] !== undefined) ? (
    <p className="op-soft" data-saved="">
      {t('fill.kept')}
    </p>
  ) : null

const WordsSwitch = ({ fill, part }: { readonly fill: Fill; readonly part: FillPart }) =>
  fill.hasSimple ? (
    <LinkButton look="quiet" href={fillHref(fill, { vraag: part.key, taal: fill.simple ? 'gewoon' : 'simpel' })}>
      {fill.t(fill.simple ? 'fill.full' : 'fill.simple')}
    </LinkButton>
  ) : null

const wayBack = ({ place, detail, paths, t }: Fill) =>
  place.kind === 'own'
    ? [{ href: deskPaths.myQuestionnaires(), label: t('mine.title') }]
    : [
        { href: deskPaths.dossier(place.participantId), label: detail.callName },
        { href: paths.overview(), label: t('title') },
      ]

export const viewFill = (data: FillData, context: PageContext): string => {
  const fill = fillOf(data, context)
  const { t, questionnaire, parts, spot, detail, reader } = fill
  const part = spot.at === 'part' ? parts[spot.index] : undefined
  const title = sayText(questionnaire.title, context.lang)
  const above = `${title} · ${sayView(detail.filled, reader)}`
  return renderPage(
    <AppPage
      context={context}
      title={part === undefined ? title : `${titleOf(part, fill)} – ${title}`}
      width="conversation"
      readAloud
    >
      <div className="op-fill">
        <Breadcrumbs items={wayBack(fill)} />
        {part === undefined ? (
          <Review fill={fill} above={above} />
        ) : (
          <>
            <PageHead above={above} title={titleOf(part, fill)} />
            <ProgressBar
              value={spot.at === 'part' ? spot.index : parts.length}
              max={parts.length}
              label={
                part.time === undefined
                  ? t('fill.progress', { number: spot.at === 'part' ? spot.index + 1 : parts.length, total: parts.length })
                  : t(`ladder.progress.${part.time}`)
              }
            />
            <Kept fill={fill} />
            <NewerVersion fill={fill} />
            <Conflict part={part} fill={fill} />
            <PartForm part={part} fill={fill} />
            <WordsSwitch fill={fill} part={part} />
          </>
        )}
      </div>
    </AppPage>,
  )
}

const fillPageIn = (kind: PlaceKind): Page<FillData> =>
  page<FillData>({
    id: kind === 'own' ? 'desk.myFill' : 'desk.fillInstrument',
    path: ROUTES[kind].fill(ROUTES[kind].id),
    who: WHO[kind],
    load: async request => {
      const place = placeOf(kind, request)
      if (!place.ok) return place
      const { participantId } = place.value
      const detail = await request.run(getFilled, { participantId, filledId: filledIdOf(request.params) })
      if (!detail.ok) return detail
      return detail.value.speaks ? accept({ place: place.value, detail: detail.value }) : { ok: false, code: 'notFound' }
    },
    view: viewFill,
  })

export const fillPage = fillPageIn('dossier')
export const myFillPage = fillPageIn('own')
