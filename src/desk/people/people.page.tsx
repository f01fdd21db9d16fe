import type { z } from 'zod'
import { accept } from '#kernel'
import { CountsGlyph } from '#instruments'
import { searchPeople } from '#people'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Button,
  DataTable,
  defineTexts,
  EmptyState,
  FilterForm,
  Link,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  sayRelative,
  Section,
  Select,
  Soft,
  TextField,
} from '#ui'
import { referralsPath } from '../links.ts'
import { deskPaths } from '../web/paths.ts'
import en from './en.json' with { type: 'json' }
import { type CaseloadLine, listCaseload, SORTS } from './list-caseload.ts'
import nl from './nl.json' with { type: 'json' }

const texts = defineTexts({ nl, en })
type T = ReturnType<typeof texts>['t']

type Colleagues = z.infer<(typeof searchPeople)['output']>['people']
interface PeopleData {
  readonly people: readonly CaseloadLine[]
  readonly total: number
  /** Found by name outside the own caseload. */
  readonly colleagues: Colleagues
}

const Filters = ({ t, context }: { readonly t: T; readonly context: PageContext }) => (
  <FilterForm action={deskPaths.people()} values={context.query} label={t('title')}>
    <TextField name="q" label={t('filter.q')} type="search" narrow />
    <Select
      name="state"
      label={t('filter.state')}
      empty={false}
      options={(['all', 'active', 'paused', 'intake'] as const).map(value => ({ value, label: t(`filter.${value}`) }))}
    />
    <Select
      name="sort"
      label={t('filter.sort')}
      empty={false}
      options={SORTS.map(value => ({ value, label: t(`filter.${value}`) }))}
    />
    <Button look="secondary">{t('filter.apply')}</Button>
  </FilterForm>
)

/** One short word: the phase, or that it stands still or has still to begin. */
const sayStanding = ({ state, phase }: CaseloadLine, { lang }: PageContext, t: T): string => {
  if (state === 'paused') return t('filter.paused')
  if (phase === undefined) return t(state === 'active' ? 'filter.active' : 'filter.intake')
  return lang === 'en' ? phase.en : phase.nl
}

const CaseloadTable = ({
  people,
  t,
  context,
}: {
  readonly people: readonly CaseloadLine[]
  readonly t: T
  readonly context: PageContext
}) => (
  <DataTable
    caption={t('title')}
    rows={people}
    keyOf={person => person.participantId}
    columns={[
      {
        key: 'name',
        label: t('column.name'),
        rowHeader: true,
        cell: person => (
          <span className="op-named">
            <CountsGlyph goals={person.goalsByArea} supply={person.placesByArea} lang={context.lang} />
            <Link href={deskPaths.dossier(person.participantId)}>
              {person.callName} {person.surname}
            </Link>
          </span>
        ),
      },
      { key: 'step', label: t('column.step'), cell: person => person.nextStep ?? <Soft>{t('noStep')}</Soft> },
      {
        key: 'appointment',
        label: t('column.appointment'),
        cell: person =>
          person.nextAppointmentOn === undefined ? (
            <Soft>{t('noAppointment')}</Soft>
          ) : (
            sayDay(person.nextAppointmentOn, context.today, context.lang)
          ),
      },
      {
        key: 'contact',
        label: t('column.contact'),
        cell: person => sayRelative(person.lastContactOn, context.today, context.lang),
      },
      {
        key: 'state',
        label: t('column.state'),
        cell: person => <Badge tone={person.state === 'active' ? 'green' : 'stone'}>{sayStanding(person, context, t)}</Badge>,
      },
    ]}
  />
)

const ColleaguesSection = ({ colleagues, t }: { readonly colleagues: Colleagues; readonly t: T }) =>
  colleagues.length === 0 ? null : (
    <Section title={t('colleagues')}>
      <Paragraph soft>{t('colleaguesHelp')}</Paragraph>
      <Rows label={t('colleagues')}>
        {colleagues.map(person => (
          <Row
            key={person.participantId}
            title={`${person.callName} ${person.surname}`}
            href={deskPaths.dossier(person.participantId)}
          />
        ))}
      </Rows>
    </Section>
  )

export const viewPeople = ({ people, total, colleagues }: PeopleData, context: PageContext): string => {
  const { t } = texts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <PageHead title={t('title')} above={t('count', { count: total })} />
      {total === 0 && colleagues.length === 0 ? (
        <EmptyState title={t('empty')} action={<LinkButton href={referralsPath()}>{t('emptyAction')}</LinkButton>}>
          {t('emptyWords')}
        </EmptyState>
      ) : (
        <>
          <Filters t={t} context={context} />
          {people.length > 0 ? <CaseloadTable people={people} t={t} context={context} /> : null}
          {people.length === 0 && colleagues.length === 0 ? (
            <EmptyState
              title={t('noMatch')}
              action={
                <LinkButton look="secondary" href={deskPaths.people()}>
                  {t('noMatchAction')}
                </LinkButton>
              }
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : null}
          <ColleaguesSection colleagues={colleagues} t={t} />
        </>
      )}
    </AppPage>,
  )
}

export const peoplePage = page<PeopleData>({
  id: 'desk.people',
  path: deskPaths.people(),
  who: ['coach', 'workcoach'],
  load: async request => {
    const { q = '', state, sort } = request.query
    const [own, found] = await Promise.all([
      request.run(listCaseload, { q, ...(state === undefined ? {} : { state }), ...(sort === undefined ? {} : { sort }) }),
      request.run(searchPeople, { q }),
    ])
    if (!own.ok) return own
    if (!found.ok) return found
    const mine = new Set(own.value.people.map(person => person.participantId))
    return accept({ ...own.value, colleagues: found.value.people.filter(person => !mine.has(person.participantId)) })
  },
  view: viewPeople,
})
