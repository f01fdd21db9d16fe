import type { z } from 'zod'
import { dayIn } from '#kernel'
import { page, type PageContext } from '#platform'
import { getLifeArea } from '#trajectories'
import {
  Actions,
  Button,
  Callout,
  Card,
  Columns,
  ConflictPanel,
  DateField,
  DefinitionList,
  Details,
  Form,
  FreeText,
  LinkButton,
  Paragraph,
  Quote,
  renderPage,
  sayDate,
  sayDay,
  Soft,
  Stack,
  TextArea,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import { type IntakeT, intakeTexts, sayLifeArea } from './texts.ts'

export type LifeAreaData = z.infer<(typeof getLifeArea)['output']>
type Note = LifeAreaData['notes'][number]

interface Props {
  readonly data: LifeAreaData
  readonly context: PageContext
  readonly t: IntakeT
}
const AMEND = 'desk.amendLifeArea'
const ANSWER = 'desk.answerObjection'
const ADD_NOTE = 'desk.addLifeAreaNote'
const AMEND_NOTE = 'desk.amendLifeAreaNote'

const idsOf = ({ data }: Props) => ({ participantId: data.participantId, lifeAreaId: data.opening.id })
const dayOf = (instant: string, { today, lang }: PageContext): string => sayDate(dayIn(new Date(instant)), today, lang)

const AmendForm = (props: Props) => {
  const { data, context, t } = props
  const { opening, callName: name } = data
  const refused = context.form?.id === AMEND ? context.form : undefined
  return (
    <Details summary={t('area.amend')} open={refused !== undefined}>
      <Form
        id={AMEND}
        idPrefix="amend-"
        action={at(INTAKE_ROUTES.amend, idsOf(props))}
        refused={context.form}
        version={opening.version}
        values={{ reason: opening.reason, until: opening.until }}
        words={{ 'until.inPast': t('areas.inPast'), 'reason.tooSmall.string': t('areas.reasonMissing') }}
        labels={{ reason: t('areas.reason'), until: t('areas.until') }}
      >
        {refused?.refusal.code === 'versionConflict' ? (
          <ConflictPanel
            fields={[{ label: t('areas.reason'), theirs: opening.reason ?? '', yours: refused.fields.text('reason') }]}
          />
        ) : null}
        <TextArea name="reason" label={t('areas.reason')} hint={t('areas.reasonHint', { name })} rows={2} />
        <DateField name="until" label={t('areas.until')} hint={t('areas.untilHint')} min={context.today} />
        <Actions>
          <Button look="secondary">{t('area.amendSave')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

const About = (props: Props) => {
  const { data, context, t } = props
  const { opening, earlier } = data
  const { today, lang } = context
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t('area.why'), value: opening.reason ?? '' },
          { term: t('area.until'), value: sayDay(opening.until, today, lang) },
          {
            term: t('area.openedBy'),
            value: t('area.openedOn', { name: opening.openedByName ?? '', day: sayDate(opening.openedOn, today, lang) }),
          },
        ]}
      />
      {earlier.length === 0 ? null : (
        <Details summary={t('area.earlier')}>
          <ul className="op-tasks">
            {earlier.map(entry => (
              <li key={entry.replacedAt}>
                {t('area.earlierUntil', {
                  reason: entry.reason,
                  day: entry.until === undefined ? '' : sayDate(entry.until, today, lang),
                })}{' '}
                <Soft>{t('area.by', { name: entry.replacedByName, day: dayOf(entry.replacedAt, context) })}</Soft>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <AmendForm {...props} />
      <Form
        id="desk.closeLifeArea"
        action={at(INTAKE_ROUTES.close, idsOf(props))}
        refused={context.form}
        version={opening.version}
      >
        <Actions>
          <Button look="secondary">{t('area.close')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const AnswerForm = (props: Props) => {
  const { data, context, t } = props
  const { opening, callName: name } = data
  return (
    <Form
      id={ANSWER}
      idPrefix="answer-"
      action={at(INTAKE_ROUTES.answer, idsOf(props))}
      refused={context.form}
      version={opening.version}
      values={{ words: opening.answer?.words }}
      labels={{ words: t('area.answer') }}
      draft={`answer:${opening.id}`}
    >
      <TextArea name="words" label={t('area.answer')} hint={t('area.answerHint', { name })} rows={2} />
      <Actions>
        <Button look="secondary">{t('area.answerSave')}</Button>
      </Actions>
    </Form>
  )
}

/** What the person has against it, in own words, and what was answered. */
const Objection = (props: Props) => {
  const { data, context, t } = props
  const { objection, answer } = data.opening
  if (objection === undefined) return null
  const { today, lang } = context
  return (
    <Callout tone={answer === undefined ? 'orange' : 'stone'} level={2} title={t('area.objection', { name: data.callName })}>
      <Quote lang={objection.language}>{objection.words}</Quote>
      <Paragraph soft>{t('area.objectedOn', { day: sayDate(objection.on, today, lang) })}</Paragraph>
      {answer === undefined ? (
        <AnswerForm {...props} />
      ) : (
        <>
          <Paragraph soft>{t('area.answerOf', { name: answer.byName, day: sayDate(answer.on, today, lang) })}</Paragraph>
          <FreeText>{answer.words}</FreeText>
          <Details summary={t('area.answerAgain')} open={context.form?.id === ANSWER}>
            <AnswerForm {...props} />
          </Details>
        </>
      )}
    </Callout>
  )
}

const EditNote = ({ note, ...props }: Props & { readonly note: Note }) => {
  const { context, t, data } = props
  const back = deskPaths.lifeArea(data.participantId, data.opening.id)
  const refused = context.form?.id === AMEND_NOTE ? context.form : undefined
  return (
    <Form
      id={AMEND_NOTE}
      idPrefix="edit-"
      action={`${at(INTAKE_ROUTES.amendNote, { ...idsOf(props), noteId: note.id })}?wijzig=${note.id}`}
      refused={context.form}
      version={note.version}
      values={{ words: note.words }}
      labels={{ words: t('area.note') }}
    >
      {refused?.refusal.code === 'versionConflict' ? (
        <ConflictPanel fields={[{ label: t('area.note'), theirs: note.words, yours: refused.fields.text('words') }]} />
      ) : null}
      <TextArea name="words" label={t('area.note')} rows={3} autoFocus />
      <Actions>
        <Button>{t('area.editSave')}</Button>
        <LinkButton look="quiet" href={back}>
          {t('area.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}

const NoteWords = ({ note, ...props }: Props & { readonly note: Note }) => {
  const { context, t, data } = props
  const here = deskPaths.lifeArea(data.participantId, data.opening.id)
  return (
    <>
      <FreeText>{note.words}</FreeText>
      <Soft>{t('area.by', { name: note.writtenByName, day: dayOf(note.writtenAt, context) })}</Soft>
      {note.earlier.length === 0 ? null : (
        <Details summary={t('area.noteEarlier')}>
          {note.earlier.map(entry => (
            <FreeText key={entry.replacedAt}>{entry.words}</FreeText>
          ))}
        </Details>
      )}
      <Actions>
        <LinkButton look="quiet" href={`${here}?wijzig=${note.id}`} label={`${t('area.edit')}: ${note.words.slice(0, 40)}`}>
          {t('area.edit')}
        </LinkButton>
        <Form action={at(INTAKE_ROUTES.removeNote, { ...idsOf(props), noteId: note.id })} version={note.version} inline>
          <Button look="quiet" label={`${t('area.remove')}: ${note.words.slice(0, 40)}`}>
            {t('area.remove')}
          </Button>
        </Form>
      </Actions>
    </>
  )
}

const Notes = (props: Props) => {
  const { data, context, t } = props
  return (
    <Card title={t('area.notes')} id="teksten">
      {data.notes.length === 0 ? <Paragraph soft>{t('area.notesEmpty')}</Paragraph> : null}
      <ul className="op-talk-list">
        {data.notes.map(note => (
          <li key={note.id}>
            {context.query['wijzig'] === note.id ? <EditNote {...props} note={note} /> : <NoteWords {...props} note={note} />}
          </li>
        ))}
      </ul>
      <Form
        id={ADD_NOTE}
        action={at(INTAKE_ROUTES.addNote, idsOf(props))}
        refused={context.form}
        labels={{ words: t('area.note') }}
        draft={`lifeAreaNote:${data.opening.id}`}
      >
        <TextArea name="words" label={t('area.note')} hint={t('area.noteHint')} rows={3} />
        <Actions>
          <Button>{t('area.noteSave')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** One open life area: why, until when, what the person has against it, what was written. */
export const viewLifeArea = (data: LifeAreaData, context: PageContext): string => {
  const { t } = intakeTexts(context.lang)
  const props: Props = { data, context, t }
  return renderPage(
    <DossierFrame
      context={context}
      participantId={data.participantId}
      name={data.callName}
      current="intake"
      title={sayLifeArea(data.opening.area, context.lang)}
      actions={
        <LinkButton look="secondary" href={deskPaths.intake(data.participantId)}>
          {t('area.back')}
        </LinkButton>
      }
    >
      <Columns kind="wide-last">
        <Stack>
          <About {...props} />
        </Stack>
        <Stack>
          <Objection {...props} />
          <Notes {...props} />
        </Stack>
      </Columns>
    </DossierFrame>,
  )
}

export const lifeAreaPage = page<LifeAreaData>({
  id: 'desk.lifeArea',
  path: deskPaths.lifeArea(':participantId', ':lifeAreaId'),
  who: ['coach', 'workcoach'],
  load: ({ run, params }) => run(getLifeArea, { participantId: params['participantId'], lifeAreaId: params['lifeAreaId'] }),
  view: viewLifeArea,
})
