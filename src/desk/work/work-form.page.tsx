import { accept, type ParticipantId, refuse } from '#kernel'
import { type FormFields, page, type PageContext, type PageRequest } from '#platform'
import {
  getAllowance,
  listPlacements,
  listWorkPlacements,
  type Placement,
  WEEK_PARTS,
  WORK_KINDS,
  type WorkPlacement,
} from '#plans'
import {
  Actions,
  Button,
  Card,
  CheckboxGroup,
  ConflictPanel,
  DateField,
  Form,
  LinkButton,
  Narrow,
  Paragraph,
  renderPage,
  Select,
  sayDate,
  Stack,
  TextArea,
  TextField,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { decimal } from './say.ts'
import { type WorkT, workTexts } from './texts.ts'
import { sayTogether, WhyLonger } from './why-longer.tsx'
import { sayPart } from './work-card.tsx'
import { workPaths } from './work-paths.ts'

interface WorkFormData {
  readonly participantId: ParticipantId
  readonly callName: string
  /** Absent: a new one. */
  readonly work: WorkPlacement | undefined
  /** The place at an offer that it is about. */
  readonly place: Placement | undefined
}

export const ADD_WORK = 'desk.addWork'
export const AMEND_WORK = 'desk.amendWork'

export const typedWork = (fields: FormFields) => ({
  workplace: fields.text('workplace'),
  tasks: fields.text('tasks'),
  hoursPerWeek: fields.number('hoursPerWeek'),
  dayParts: fields.list('dayParts'),
  startsOn: fields.optional('startsOn'),
  endsOn: fields.optional('endsOn'),
  placementId: fields.optional('placementId'),
  whyLonger: fields.text('whyLonger'),
})

/** What the place at the offer says already need not be typed again. */
const fromPlace = (place: Placement | undefined) =>
  place === undefined
    ? {}
    : {
        workplace: `${place.offerName}, ${place.organisationName}`.slice(0, 160),
        startsOn: place.startsOn ?? place.since,
        ...(place.kind === 'activity' ? {} : { kind: place.kind }),
      }

const valuesOf = ({ work, place }: WorkFormData, { today, lang, query }: PageContext) =>
  work === undefined
    ? { startsOn: today, kind: query['soort'] ?? '', ...fromPlace(place) }
    : {
        ...{ workplace: work.workplace, tasks: work.tasks, dayParts: work.dayParts, whyLonger: work.whyLonger },
        ...{ startsOn: work.startsOn, endsOn: work.endsOn, hoursPerWeek: decimal(work.hoursPerWeek, lang) },
      }

const wordsOf = ({ form, today, lang }: PageContext, t: WorkT) => {
  const latest = form?.refusal.details?.['latest']
  const place = form?.refusal.details?.['workplace']
  return {
    'kind.choice': t('work.kindMissing'),
    'kind.required': t('work.kindMissing'),
    hoursPerWeek: t('work.notHours'),
    'endsOn.required': t('work.endNeeded'),
    'endsOn.beforeStart': t('work.beforeStart'),
    'endsOn.term': t('work.tooLong', { day: typeof latest === 'string' ? sayDate(latest as typeof today, today, lang) : '' }),
    'whyLonger.together': sayTogether(form?.refusal.details, t),
    'dayParts.clash': t('work.clashWith', { place: typeof place === 'string' ? place : '' }),
  }
}

interface FieldsProps {
  readonly data: WorkFormData
  readonly context: PageContext
  readonly t: WorkT
}

const Fields = ({ data: { work, callName }, context, t }: FieldsProps) => (
  <>
    {work === undefined ? (
      <Select
        name="kind"
        label={t('work.kind')}
        empty={t('work.choose')}
        options={WORK_KINDS.map(kind => ({ value: kind, label: `${t(`kinds.${kind}`)} – ${t(`kindHelp.${kind}`)}` }))}
      />
    ) : null}
    <TextField name="workplace" label={t('work.workplace')} hint={t('work.workplaceHint')} maxLength={160} />
    <TextArea name="tasks" label={t('work.tasks', { name: callName })} rows={3} maxLength={1_000} optional />
    <DateField name="startsOn" label={t('work.startsOn')} />
    <DateField name="endsOn" label={t('work.endsOn')} hint={t('work.endsHint')} optional />
    <WhyLonger context={context} kept={work?.whyLonger ?? ''} t={t} />
    <TextField name="hoursPerWeek" label={t('work.hours')} inputMode="decimal" narrow optional />
    <CheckboxGroup
      name="dayParts"
      label={t('work.dayParts')}
      hint={t('work.dayPartsHint')}
      inThrees
      optional
      options={WEEK_PARTS.map(part => ({ value: part, label: sayPart(part, context.lang) }))}
    />
  </>
)

const Conflict = ({ data: { work, callName }, context, t }: FieldsProps) => {
  const { form } = context
  if (form?.refusal.code !== 'versionConflict' || work === undefined) return null
  const said = (name: string) => form.fields.text(name)
  return (
    <ConflictPanel
      fields={[
        { label: t('work.workplace'), theirs: work.workplace, yours: said('workplace') },
        { label: t('work.startsOn'), theirs: work.startsOn, yours: said('startsOn') },
        { label: t('work.endsOn'), theirs: work.endsOn ?? '', yours: said('endsOn') },
        { label: t('work.tasks', { name: callName }), theirs: work.tasks, yours: said('tasks') },
      ]}
    />
  )
}

const view = (data: WorkFormData, context: PageContext): string => {
  const { participantId, callName, work, place } = data
  const { t } = workTexts(context.lang)
  const title = work === undefined ? t('work.addTitle') : t('work.amendTitle')
  const back = deskPaths.work(participantId)
  return renderPage(
    <DossierFrame context={context} participantId={participantId} name={callName} current="work" title={title}>
      <Narrow>
        <Stack>
          <Conflict data={data} context={context} t={t} />
          <Card>
            {work === undefined ? (
              <Paragraph soft>{t('work.addWords')}</Paragraph>
            ) : (
              <Paragraph>{t(`kinds.${work.kind}`)}</Paragraph>
            )}
            {place === undefined ? null : (
              <Paragraph>{t('work.atPlace', { offer: place.offerName, organisation: place.organisationName })}</Paragraph>
            )}
            <Form
              id={work === undefined ? ADD_WORK : AMEND_WORK}
              action={work === undefined ? workPaths.newWork(participantId) : workPaths.amend(participantId, work.id)}
              refused={context.form}
              {...(work === undefined ? {} : { version: work.version })}
              hidden={{ placementId: work?.placementId ?? place?.id }}
              values={valuesOf(data, context)}
              words={wordsOf(context, t)}
              labels={{
                ...{ kind: t('work.kind'), workplace: t('work.workplace'), startsOn: t('work.startsOn') },
                ...{
                  endsOn: t('work.endsOn'),
                  whyLonger: t('work.whyLonger'),
                  dayParts: t('work.dayParts'),
                  hoursPerWeek: t('work.hours'),
                },
              }}
            >
              <Fields data={data} context={context} t={t} />
              <Actions>
                <Button>{t('work.save')}</Button>
                <LinkButton look="secondary" href={back}>
                  {t('back')}
                </LinkButton>
              </Actions>
            </Form>
          </Card>
        </Stack>
      </Narrow>
    </DossierFrame>,
  )
}

const load = async ({ params, query, form, run }: PageRequest) => {
  const participantId = params['participantId'] as ParticipantId
  const known = await run(getAllowance, { participantId })
  if (!known.ok) return known
  const { callName } = known.value
  const listed = await run(listPlacements, { participantId })
  if (!listed.ok) return listed
  const placeOf = (id: string | undefined) => listed.value.placements.find(place => place.id === id)
  const id = params['workPlacementId']
  if (id === undefined) {
    const place = placeOf(form?.fields.optional('placementId') ?? query['plek'])
    return accept({ participantId, callName, work: undefined, place })
  }
  const works = await run(listWorkPlacements, { participantId })
  if (!works.ok) return works
  const work = works.value.workPlacements.find(each => each.work.id === id && each.work.state === 'agreed')?.work
  return work === undefined ? refuse('notFound') : accept({ participantId, callName, work, place: placeOf(work.placementId) })
}

const WHO = ['coach', 'workcoach'] as const

export const newWorkPage = page<WorkFormData>({
  id: 'desk.newWork',
  path: workPaths.newWork(':participantId'),
  who: WHO,
  load,
  view,
})
export const amendWorkPage = page<WorkFormData>({
  ...{ id: 'desk.amendWork', path: workPaths.amend(':participantId', ':workPlacementId'), who: WHO },
  ...{ load, view },
})
