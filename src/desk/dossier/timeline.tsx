import { dayIn } from '#kernel'
import { Button, Card, Details, FreeText, Form, LinkButton, Quote, sayDay, Section, Soft, Tabs, TextArea, Actions } from '#ui'
import { NoteFields, noteTexts } from '../note/note-fields.tsx'
import { deskPaths } from '../web/paths.ts'
import { type DossierEvent, dossierEvents, EVENT_FILTERS, isEventFilter } from './events.ts'
import type { DossierPart } from './part.ts'

type NoteEvent = Extract<DossierEvent, { kind: 'note' }>

const AmendNote = ({
  event: { note },
  part: { dossier, context, t },
}: {
  readonly event: NoteEvent
  readonly part: DossierPart
}) => {
  if (note.writtenBy !== context.actor?.membershipId) return null
  const id = `desk.amendNote`
  const refusedHere = context.form?.id === id && context.params['noteId'] === note.id
  return (
    <Details summary={t('happened.amend')} open={refusedHere}>
      <Form
        id={id}
        idPrefix={`amend-${note.id}-`}
        action={deskPaths.amendNote(dossier.participantId, note.id)}
        refused={refusedHere ? context.form : undefined}
        version={note.version}
        values={{ words: note.words }}
      >
        <TextArea name="words" label={t('happened.amendTitle')} rows={4} />
        <Actions>
          <Button look="secondary">{noteTexts(context.lang).t('save')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

const titleOf = (event: DossierEvent, { dossier, context, t }: DossierPart): string => {
  switch (event.kind) {
    case 'note': {
      const author = dossier.team.find(member => member.membershipId === event.note.writtenBy)?.name ?? ''
      const kind = noteTexts(context.lang)
        .t(`kinds.${event.note.kind}` as 'kinds.phone')
        .toLowerCase()
      return t('happened.note', { kind, name: author })
    }
    case 'step':
      return t(
        event.step.state === 'done'
          ? 'happened.stepDone'
          : event.step.state === 'notYet'
            ? 'happened.stepNotYet'
            : 'happened.stepDidNotWork',
        {
          step: event.step.title,
        },
      )
    case 'appointment':
      return t(event.appointment.state === 'held' ? 'happened.appointmentHeld' : 'happened.appointmentMissed', {
        kind: t(`kind.${event.appointment.kind}` as 'kind.other'),
      })
  }
}

const EventBody = ({ event, part }: { readonly event: DossierEvent; readonly part: DossierPart }) => {
  if (event.kind === 'note') {
    return (
      <>
        <FreeText>{event.note.words}</FreeText>
        <AmendNote event={event} part={part} />
      </>
    )
  }
  return event.kind === 'step' && event.step.ownWords !== undefined ? <Quote>{event.step.ownWords}</Quote> : null
}

const NewNote = ({ part: { dossier, context } }: { readonly part: DossierPart }) => (
  <Card id="notitie">
    <Form
      id="desk.addNote"
      idPrefix="new-note-"
      action={deskPaths.addNote(dossier.participantId)}
      refused={context.form}
      values={{ kind: 'conversation', happenedOn: context.today }}
      words={{ 'happenedOn.inFuture': noteTexts(context.lang).t('inFuture') }}
      draft={`note:${dossier.participantId}`}
    >
      <NoteFields context={context} shortcut="n" brief />
      <Button>{noteTexts(context.lang).t('save')}</Button>
    </Form>
  </Card>
)

/** As many as fit beside what is coming; the rest is one link away. */
const LATEST = 3

/** Everything that happened, newest first, filterable by address; a new note on top. */
export const DossierTimeline = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, context, t } = part
  const asked = context.query['toon'] ?? 'all'
  const filter = isEventFilter(asked) ? asked : 'all'
  const events = dossierEvents(dossier, filter)
  const all = context.query['alles'] === '1'
  const shown = all ? events : events.slice(0, LATEST)
  return (
    <Section title={t('happened.title')} id="gebeurd">
      {dossier.notes === undefined ? null : <NewNote part={part} />}
      <Tabs
        label={t('happened.title')}
        tabs={EVENT_FILTERS.map(value => ({
          href: `${deskPaths.dossier(dossier.participantId)}?toon=${value}#gebeurd`,
          label: t(`happened.${value}`),
          current: value === filter,
          count: dossierEvents(dossier, value).length,
        }))}
      />
      {events.length === 0 ? <p className="nl-paragraph">{t('happened.empty')}</p> : null}
      <ol className={all ? 'op-events' : 'op-events op-events--latest'}>
        {shown.map(event => (
          <li key={`${event.kind}-${event.at}-${titleOf(event, part)}`} className="op-event">
            <p className="op-event__head">
              <strong dir="auto">{titleOf(event, part)}</strong>{' '}
              <Soft>{sayDay(dayIn(new Date(event.at)), context.today, context.lang)}</Soft>
            </p>
            <EventBody event={event} part={part} />
          </li>
        ))}
      </ol>
      <Actions>
        {shown.length === events.length ? null : (
          <LinkButton look="quiet" href={`${deskPaths.dossier(dossier.participantId)}?toon=${filter}&alles=1#gebeurd`}>
            {t('happened.older', { count: events.length })}
          </LinkButton>
        )}
        <LinkButton look="quiet" href={deskPaths.timeline(dossier.participantId)}>
          {t('happened.timeline')}
        </LinkButton>
      </Actions>
    </Section>
  )
}
