import { accept, WHEEL_AREAS } from '#kernel'
import { type FilledDetail, getFilled, questionnaireOf } from '#instruments'
import { type Page, page, type PageContext } from '#platform'
import {
  AppPage,
  Breadcrumbs,
  Button,
  Card,
  Columns,
  Form,
  LinkButton,
  Narrow,
  PageHead,
  Quote,
  RadioGroup,
  renderPage,
  sayArea,
  TextArea,
  TextField,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { filledIdOf, formId, pathsIn, type Place, placeOf, type PlaceKind, ROUTES, WHO, withQuery } from './place.ts'
import type { Reader } from './say.tsx'
import { sayAbout } from './talk.tsx'
import { instrumentTexts } from './texts.ts'

interface ToPlanData {
  readonly place: Place
  readonly detail: FilledDetail
}

interface Prefilled {
  readonly about: string | undefined
  /** What it is about, in the words of the questionnaire. */
  readonly name: string | undefined
  /** Shown above the form. */
  readonly said: { readonly words: string; readonly language: string } | undefined
  readonly words: string | undefined
  readonly language: string
}

/** A wish starts from what the person said with it. With nothing said, or only by the coach, the field is empty: no words are put in a mouth. */
const prefilledFrom = ({ detail }: ToPlanData, reader: Reader): Prefilled => {
  const about = reader.context.query['over']
  const said = about === undefined ? undefined : detail.filled.said[about]
  const questionnaire = questionnaireOf(detail.texts)
  return {
    about,
    name: about === undefined ? undefined : sayAbout(questionnaire, about, reader),
    said,
    words: detail.filled.view === 'coach' ? undefined : said?.words,
    language: detail.filled.view === 'coach' ? reader.context.lang : (said?.language ?? reader.context.lang),
  }
}

const WishForm = ({
  data,
  prefilled,
  reader,
}: {
  readonly data: ToPlanData
  readonly prefilled: Prefilled
  readonly reader: Reader
}) => {
  const { place, detail } = data
  const { t, context } = reader
  return (
    <Form
      id={formId('addWish', place.kind)}
      action={withQuery(pathsIn(place).addWish(detail.filled.filledId), { over: prefilled.about })}
      refused={context.form}
      values={{ words: prefilled.words }}
      labels={{ words: t('plan.wish') }}
      words={{ 'words.required': t('plan.wishMissing') }}
      hidden={{ participantId: place.participantId, language: prefilled.language }}
      draft={`instrument-wish:${detail.filled.filledId}:${prefilled.about ?? ''}`}
    >
      <TextArea
        name="words"
        label={t(place.kind === 'own' ? 'plan.myWish' : 'plan.wish')}
        hint={t('plan.wishHint')}
        rows={3}
        maxLength={2_000}
        lang={prefilled.language}
      />
      <Button look="confirm" large={place.kind === 'own'}>
        {t('plan.addWish')}
      </Button>
    </Form>
  )
}

const GoalForm = ({
  data,
  prefilled,
  reader,
}: {
  readonly data: ToPlanData
  readonly prefilled: Prefilled
  readonly reader: Reader
}) => {
  const { place, detail } = data
  const { t, context } = reader
  return (
    <Form
      id={formId('addGoal', 'dossier')}
      action={withQuery(pathsIn(place).addGoal(detail.filled.filledId), { over: prefilled.about })}
      refused={context.form}
      values={{ title: prefilled.words !== undefined && prefilled.words.length <= 80 ? prefilled.words : undefined }}
      labels={{ title: t('plan.goal'), area: t('plan.area') }}
      words={{ 'title.required': t('plan.goalMissing'), area: t('plan.areaMissing') }}
      hidden={{ language: prefilled.language }}
      idPrefix="goal-"
    >
      <TextField name="title" label={t('plan.goal')} hint={t('plan.goalHint')} maxLength={200} ownWords />
      <RadioGroup
        name="area"
        label={t('plan.area')}
        options={WHEEL_AREAS.map(area => ({ value: area, label: sayArea(area, context.lang) }))}
      />
      <Button look="secondary">{t('plan.addGoal')}</Button>
    </Form>
  )
}

export const viewToPlan = (data: ToPlanData, context: PageContext): string => {
  const { t } = instrumentTexts(context.lang)
  const { place, detail } = data
  const reader: Reader = { kind: place.kind, name: detail.callName, context, t }
  const prefilled = prefilledFrom(data, reader)
  const title = prefilled.name === undefined ? t('plan.title') : t('plan.titleAbout', { about: prefilled.name })
  const said = prefilled.said === undefined ? null : <Quote lang={prefilled.said.language}>{prefilled.said.words}</Quote>
  const back = (
    <LinkButton look="quiet" href={pathsIn(place).result(detail.filled.filledId)}>
      {t('plan.notNow')}
    </LinkButton>
  )
  const form = <WishForm data={data} prefilled={prefilled} reader={reader} />
  if (place.kind === 'dossier')
    return renderPage(
      <DossierFrame
        context={context}
        participantId={place.participantId}
        name={detail.callName}
        current="instruments"
        title={title}
      >
        {said}
        <Columns kind="halves">
          <Card title={t('plan.asWish')}>{form}</Card>
          <Card title={t('plan.asGoal')}>
            <GoalForm data={data} prefilled={prefilled} reader={reader} />
          </Card>
        </Columns>
        {back}
      </DossierFrame>,
    )
  return renderPage(
    <AppPage context={context} title={title}>
      <Breadcrumbs
        items={[
          { href: deskPaths.my(), label: t('mine.home') },
          { href: deskPaths.myQuestionnaires(), label: t('mine.title') },
        ]}
      />
      <PageHead title={title} lead={t('plan.lead')} />
      <Narrow>
        {said}
        {form}
        {back}
      </Narrow>
    </AppPage>,
  )
}

const toPlanPageIn = (kind: PlaceKind): Page<ToPlanData> =>
  page<ToPlanData>({
    id: kind === 'own' ? 'desk.myInstrumentToPlan' : 'desk.instrumentToPlan',
    path: ROUTES[kind].toPlan(ROUTES[kind].id),
    who: WHO[kind],
    load: async request => {
      const place = placeOf(kind, request)
      if (!place.ok) return place
      const detail = await request.run(getFilled, {
        participantId: place.value.participantId,
        filledId: filledIdOf(request.params),
      })
      return detail.ok ? accept({ place: place.value, detail: detail.value }) : detail
    },
    view: viewToPlan,
  })

export const toPlanPage = toPlanPageIn('dossier')
export const myToPlanPage = toPlanPageIn('own')
