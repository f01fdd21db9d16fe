import type { z } from 'zod'
import { dayIn, LANGUAGES, refuse } from '#kernel'
import { type AnyForm, form, page, type PageContext } from '#platform'
import { getLifeArea, objectToLifeArea, withdrawObjection } from '#trajectories'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  DefinitionList,
  Details,
  Form,
  FreeText,
  PageHead,
  Paragraph,
  Quote,
  renderPage,
  sayDate,
  sayLanguage,
  Section,
  Select,
  Soft,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import { type OpenT, openTexts } from './my-texts.ts'
import { sayLifeArea } from './texts.ts'

type Data = z.infer<(typeof getLifeArea)['output']>
interface Props {
  readonly data: Data
  readonly context: PageContext
  readonly t: OpenT
}
const OBJECT = 'desk.objectToLifeArea'

const ObjectionForm = ({ data, context, t }: Props) => (
  <Form
    id={OBJECT}
    action={at(INTAKE_ROUTES.object, { lifeAreaId: data.opening.id })}
    refused={context.form}
    version={data.opening.version}
    hidden={{ participantId: data.participantId }}
    values={{ language: context.lang }}
    labels={{ words: t('words') }}
    words={{ 'words.required': t('missing'), 'words.tooSmall.string': t('missing') }}
    draft={`objection:${data.opening.id}`}
  >
    <TextArea name="words" label={t('words')} rows={3} />
    <Details summary={t('language')}>
      <Select
        name="language"
        label={t('language')}
        empty={false}
        optional
        options={LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))}
      />
    </Details>
    <Actions>
      <Button look="secondary">{t('send')}</Button>
    </Actions>
  </Form>
)

const Said = (props: Props) => {
  const { data, context, t } = props
  const { objection, answer, version } = data.opening
  if (objection === undefined)
    return (
      <Card title={t('objection')}>
        <Paragraph>{t('objectionWords')}</Paragraph>
        <ObjectionForm {...props} />
      </Card>
    )
  const { today, lang } = context
  return (
    <Card title={t('said')}>
      <Quote lang={objection.language}>{objection.words}</Quote>
      <Soft>{t('saidOn', { day: sayDate(objection.on, today, lang) })}</Soft>
      {answer === undefined ? (
        <Paragraph>{t('waiting')}</Paragraph>
      ) : (
        <Callout tone="green" title={t('answer', { name: answer.byName, day: sayDate(answer.on, today, lang) })}>
          <FreeText>{answer.words}</FreeText>
        </Callout>
      )}
      <Details summary={t('again')} open={context.form?.id === OBJECT}>
        <ObjectionForm {...props} />
      </Details>
      <Form
        action={at(INTAKE_ROUTES.withdraw, { lifeAreaId: data.opening.id })}
        version={version}
        hidden={{ participantId: data.participantId }}
        inline
      >
        <Button look="quiet">{t('withdraw')}</Button>
      </Form>
    </Card>
  )
}

export const viewMyLifeArea = (data: Data, context: PageContext): string => {
  const { t } = openTexts(context.lang)
  const { opening, notes } = data
  const { today, lang } = context
  const title = sayLifeArea(opening.area, lang)
  return renderPage(
    <AppPage context={{ ...context, navigation: [] }} title={title} width="narrow">
      <Breadcrumbs items={[{ href: deskPaths.myLifeAreas(), label: t('toList') }]} />
      <PageHead title={title} lead={opening.state === 'open' ? undefined : t('overWords')} />
      <Card>
        <DefinitionList
          items={[
            { term: t('why'), value: <span dir="auto">{opening.reason}</span> },
            { term: t('until'), value: sayDate(opening.until, today, lang) },
            { term: t('by'), value: <bdi>{opening.openedByName}</bdi> },
          ]}
        />
      </Card>
      <Said data={data} context={context} t={t} />
      <Section title={t('notes')}>
        {notes.length === 0 ? <Paragraph soft>{t('notesNone')}</Paragraph> : null}
        {notes.map(note => (
          <Card key={note.id}>
            <FreeText>{note.words}</FreeText>
            <Soft>{t('noteBy', { name: note.writtenByName, day: sayDate(dayIn(new Date(note.writtenAt)), today, lang) })}</Soft>
          </Card>
        ))}
      </Section>
    </AppPage>,
  )
}

export const myLifeAreaPage = page<Data>({
  id: 'desk.myLifeArea',
  path: deskPaths.myLifeArea(':lifeAreaId'),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    if (participantId === undefined) return refuse('notFound')
    return request.run(getLifeArea, { participantId, lifeAreaId: request.params['lifeAreaId'] })
  },
  view: viewMyLifeArea,
})

/** The dossier is named by the form and proved by the grant: another's is not found. */
const shared = { who: ['participant'], page: myLifeAreaPage } as const

export const myLifeAreaForms: readonly AnyForm[] = [
  form({
    ...shared,
    id: OBJECT,
    path: INTAKE_ROUTES.object,
    useCase: objectToLifeArea,
    input: (fields, { lifeAreaId }) => ({
      participantId: fields.text('participantId'),
      lifeAreaId,
      version: fields.text('version'),
      words: fields.text('words'),
      language: fields.optional('language'),
    }),
    done: ({ lifeAreaId, version }, request) => ({
      to: deskPaths.myLifeArea(lifeAreaId),
      notice: {
        text: openTexts(request.lang).t('sent'),
        undo: {
          action: at(INTAKE_ROUTES.withdraw, { lifeAreaId }),
          label: openTexts(request.lang).t('withdraw'),
          fields: { version: String(version), participantId: request.fields.text('participantId') },
        },
      },
    }),
  }),
  form({
    ...shared,
    id: 'desk.withdrawObjection',
    path: INTAKE_ROUTES.withdraw,
    useCase: withdrawObjection,
    input: (fields, { lifeAreaId }) => ({
      participantId: fields.text('participantId'),
      lifeAreaId,
      version: fields.text('version'),
    }),
    done: ({ lifeAreaId }, request) => ({
      to: deskPaths.myLifeArea(lifeAreaId),
      notice: { text: openTexts(request.lang).t('withdrawn') },
    }),
  }),
]
