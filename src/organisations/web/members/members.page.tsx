import { accept } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Badge,
  Button,
  Card,
  type Column,
  Columns,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  Section,
  Select,
  Soft,
  Stack,
  TextField,
} from '#ui'
import { STAFF_ROLES } from '../../domain/member.ts'
import { type Organisation, ORGANISATION_KINDS } from '../../domain/organisation.ts'
import { listMembers, type Member } from '../../use-cases/list-members.ts'
import { listOrganisations } from '../../use-cases/list-organisations.ts'
import { paths } from '../paths.ts'
import { signInTexts } from '../sign-in/texts.ts'
import { memberTexts, type MemberTexts } from './texts.ts'

interface MembersData {
  readonly members: readonly Member[]
  readonly organisations: readonly Organisation[]
}
interface PartProps extends MembersData {
  readonly context: PageContext
  readonly t: MemberTexts
}

export const ADD_MEMBER = 'organisations.addMember'
export const ADD_ORGANISATION = 'organisations.addOrganisation'

const RowActions = ({ member, own, t }: { readonly member: Member; readonly own: boolean; readonly t: MemberTexts }) => {
  const { name, id, version } = member
  if (own) return <Soft>{t('you')}</Soft>
  if (!member.active)
    return (
      <Form action={paths.enableMember(id)} version={version} inline>
        <Button look="secondary" label={t('enableFor', { name })}>
          {t('enable')}
        </Button>
      </Form>
    )
  return (
    <Actions>
      <Form action={paths.disableMember(id)} version={version} inline>
        <Button look="secondary" label={t('disableFor', { name })}>
          {t('disable')}
        </Button>
      </Form>
      <Form action={paths.resetSecondFactor(id)} inline>
        <Button look="quiet" label={t('resetFor', { name })}>
          {t('reset')}
        </Button>
      </Form>
    </Actions>
  )
}

const MemberTable = ({ members, context, t }: Omit<PartProps, 'organisations'>) => {
  const roles = signInTexts(context.lang).t
  const columns: readonly Column<Member>[] = [
    { key: 'name', label: t('name'), rowHeader: true, cell: member => member.name },
    { key: 'role', label: t('role'), cell: member => member.functionTitle ?? roles(`roles.${member.role}`) },
    { key: 'organisation', label: t('organisation'), cell: member => member.organisationName ?? t('municipality') },
    { key: 'email', label: t('email'), cell: member => member.email },
    {
      key: 'state',
      label: t('state'),
      cell: member => <Badge tone={member.active ? 'green' : 'stone'}>{t(member.active ? 'active' : 'inactive')}</Badge>,
    },
    {
      key: 'actions',
      label: t('actions'),
      unlabelled: true,
      cell: member => <RowActions member={member} own={member.id === context.actor?.membershipId} t={t} />,
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={members}
      keyOf={member => member.id}
      empty={<EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>}
    />
  )
}

const AddMember = ({ organisations, context, t }: Omit<PartProps, 'members'>) => {
  const roles = signInTexts(context.lang).t
  return (
    <Card title={t('addTitle')}>
      <Paragraph>{t('addWords')}</Paragraph>
      <Form
        action={paths.members}
        id={ADD_MEMBER}
        refused={context.form}
        words={{ 'organisationId.required': t('needsOrganisation'), 'email.duplicate': t('known') }}
        labels={{ name: t('name'), email: t('email'), role: t('role'), organisationId: t('organisation') }}
        idPrefix="member-"
      >
        <TextField name="name" label={t('name')} maxLength={120} autoComplete="off" />
        <TextField name="email" type="email" label={t('email')} maxLength={200} autoComplete="off" />
        <Select
          name="role"
          label={t('role')}
          empty={t('choose')}
          options={STAFF_ROLES.map(role => ({ value: role, label: roles(`roles.${role}`) }))}
        />
        <Select
          name="organisationId"
          label={t('organisation')}
          empty={t('municipality')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="functionTitle" label={t('functionTitle')} maxLength={120} optional />
        <Button>{t('add')}</Button>
      </Form>
    </Card>
  )
}

const Organisations = ({ organisations, context, t }: Omit<PartProps, 'members'>) => (
  <Card title={t('organisationAddTitle')}>
    <Form
      action={paths.organisations}
      id={ADD_ORGANISATION}
      refused={context.form}
      words={{ 'name.duplicate': t('organisationKnown') }}
      labels={{ name: t('name'), kind: t('kind'), email: t('email'), phone: t('phone') }}
      idPrefix="organisation-"
    >
      <TextField name="name" label={t('name')} maxLength={120} autoComplete="off" />
      <Select
        name="kind"
        label={t('kind')}
        options={ORGANISATION_KINDS.map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="email" type="email" label={t('email')} maxLength={200} autoComplete="off" optional />
      <TextField name="phone" type="tel" label={t('phone')} maxLength={30} autoComplete="off" optional />
      <Button look="secondary">{t('add')}</Button>
    </Form>
    <Rows label={t('organisations')}>
      {organisations.map(({ id, name, kind }) => (
        <Row key={id} title={name} detail={t(`kinds.${kind}`)} />
      ))}
    </Rows>
  </Card>
)

/** What a button in a row could not do; the forms below the table show their own errors. */
const rowProblem = ({ form }: PageContext, t: MemberTexts): string | undefined => {
  if (form === undefined || form.id === ADD_MEMBER || form.id === ADD_ORGANISATION) return undefined
  if (form.refusal.code === 'alreadyDone') return t('already')
  if (form.refusal.code === 'notPossibleNow') return t(form.refusal.details?.['state'] === 'self' ? 'self' : 'elsewhere')
  return t('changed')
}

export const membersPage = page({
  id: 'organisations.members',
  path: paths.members,
  who: ['beheer'],
  load: async request => {
    const members = await request.run(listMembers, {})
    if (!members.ok) return members
    const organisations = await request.run(listOrganisations, {})
    return organisations.ok ? accept({ ...members.value, ...organisations.value }) : organisations
  },
  view: (data: MembersData, context) => {
    const { t } = memberTexts(context.lang)
    const problem = rowProblem(context, t)
    const parts = { ...data, context, t }
    return renderPage(
      <AppPage context={context} title={t('title')}>
        <PageHead title={t('title')} lead={t('lead')} />
        <Stack>
          <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
          <Section title={t('caption')}>
            <MemberTable {...parts} />
          </Section>
          <Columns>
            <AddMember {...parts} />
            <Organisations {...parts} />
          </Columns>
        </Stack>
      </AppPage>,
    )
  },
})
