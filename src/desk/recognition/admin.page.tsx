import { accept } from '#kernel'
import { listOrganisations } from '#organisations'
import { page, type PageContext } from '#platform'
import {
  COUNTS_AS,
  leftOf,
  listRecognitionBudgets,
  listRecognitionOptions,
  RECOGNITION_KINDS,
  type RecognitionBudget,
  type RecognitionOption,
} from '#plans'
import {
  Actions,
  AppPage,
  Badge,
  Button,
  Card,
  Columns,
  ConflictPanel,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorMessage,
  Form,
  LinkButton,
  PageHead,
  renderPage,
  sayMoney,
  Section,
  Select,
  Stack,
  TextField,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { recognitionTexts, type T } from './texts.ts'

type NamedBudget = RecognitionBudget & { readonly organisationName?: string | undefined }
interface AdminData {
  readonly options: readonly RecognitionOption[]
  readonly budgets: readonly NamedBudget[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}
interface Part {
  readonly data: AdminData
  readonly context: PageContext
  readonly t: T
}

const eurosOf = (cents: number | undefined): string | undefined =>
  cents === undefined ? undefined : String(cents / 100).replace('.', ',')

const OptionFields = ({ t }: Pick<Part, 't'>) => (
  <>
    <Select
      name="kind"
      label={t('admin.kind')}
      options={RECOGNITION_KINDS.filter(kind => kind !== 'none').map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))}
    />
    <TextField name="words" label={t('admin.words')} hint={t('admin.wordsHint')} maxLength={500} />
    <TextField name="euros" label={t('admin.value')} hint={t('admin.valueHint')} inputMode="decimal" narrow optional />
    <Select
      name="countsAs"
      label={t('admin.countsAs')}
      empty={false}
      options={COUNTS_AS.map(counts => ({ value: counts, label: t(`admin.counts.${counts}`) }))}
    />
  </>
)
const optionWords = (t: T) => ({
  'words.required': t('admin.missingWords'),
  'countsAs.required': t('admin.missingCounts'),
  valueCents: t('admin.wrongValue'),
})

const EditOption = ({ option, context, t }: Part & { readonly option: RecognitionOption }) => {
  const { form } = context
  const back = deskPaths.recognitionAdmin()
  const differs = form?.id === 'desk.amendRecognitionOption' && form.refusal.code === 'versionConflict'
  return (
    <Card title={t('admin.editOf', { what: option.words })} tint="orange">
      {differs ? (
        <ConflictPanel
          fields={[
            { label: t('admin.conflictWords'), theirs: option.words, yours: form.fields.text('words') },
            { label: t('admin.value'), theirs: eurosOf(option.valueCents) ?? '', yours: form.fields.text('euros') },
          ]}
        >
          <LinkButton look="secondary" href={back}>
            {t('admin.leave')}
          </LinkButton>
        </ConflictPanel>
      ) : null}
      <Form
        id="desk.amendRecognitionOption"
        action={`${deskPaths.recognitionOption(option.id, 'wijzigen')}?wijzig=${option.id}`}
        refused={form}
        version={option.version}
        values={{ kind: option.kind, words: option.words, euros: eurosOf(option.valueCents), countsAs: option.countsAs }}
        words={optionWords(t)}
        idPrefix="edit-"
      >
        <OptionFields t={t} />
        <Actions>
          <Button>{t('admin.save')}</Button>
          <LinkButton look="quiet" href={back}>
            {t('admin.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

const OptionActions = ({ option, t }: Pick<Part, 't'> & { readonly option: RecognitionOption }) => {
  const what = option.words
  return option.archived ? (
    <Form action={deskPaths.recognitionOption(option.id, 'terug')} version={option.version} inline>
      <Button look="secondary" label={t('admin.restoreOf', { what })}>
        {t('admin.restore')}
      </Button>
    </Form>
  ) : (
    <Actions>
      <LinkButton
        look="secondary"
        href={`${deskPaths.recognitionAdmin()}?wijzig=${option.id}`}
        label={t('admin.editOf', { what })}
      >
        {t('admin.edit')}
      </LinkButton>
      <Form action={deskPaths.recognitionOption(option.id, 'weg')} version={option.version} inline>
        <Button look="quiet" label={t('admin.archiveOf', { what })}>
          {t('admin.archive')}
        </Button>
      </Form>
    </Actions>
  )
}

const Options = ({ data, context, t }: Part) => (
  <DataTable
    caption={t('admin.list')}
    rows={data.options}
    keyOf={option => option.id}
    empty={<EmptyState title={t('admin.empty')}>{t('admin.emptyWords')}</EmptyState>}
    columns={[
      { key: 'words', label: t('admin.words'), rowHeader: true, cell: option => <span dir="auto">{option.words}</span> },
      { key: 'kind', label: t('admin.kind'), cell: option => t(`kinds.${option.kind}`) },
      {
        key: 'value',
        label: t('admin.value'),
        numeric: true,
        cell: option => (option.valueCents === undefined ? '–' : sayMoney(option.valueCents, context.lang)),
      },
      { key: 'counts', label: t('admin.countsAs'), cell: option => t(`admin.counts.${option.countsAs}`) },
      {
        key: 'state',
        label: t('admin.state'),
        cell: option => (
          <Badge tone={option.archived ? 'stone' : 'green'}>{t(option.archived ? 'admin.offList' : 'admin.onList')}</Badge>
        ),
      },
      { key: 'actions', label: t('admin.actions'), unlabelled: true, cell: option => <OptionActions option={option} t={t} /> },
    ]}
  />
)

const AmendBudget = ({ budget, context, t }: Pick<Part, 'context' | 't'> & { readonly budget: NamedBudget }) => {
  const mine = context.form?.id === 'desk.amendRecognitionBudget' && context.query['budget'] === budget.id
  return (
    <Form
      {...(mine ? { id: 'desk.amendRecognitionBudget', refused: context.form } : {})}
      action={`${deskPaths.recognitionBudget(budget.id)}?budget=${budget.id}`}
      version={budget.version}
      values={{ euros: eurosOf(budget.amountCents) }}
      words={{ 'amountCents.belowSpent': t('admin.belowSpent'), amountCents: t('admin.wrongValue') }}
      idPrefix={`budget-${budget.id}-`}
      inline
    >
      <TextField name="euros" label={t('admin.amount')} inputMode="decimal" narrow unlabelled />
      <Button look="secondary">{t('admin.save')}</Button>
    </Form>
  )
}

const Budgets = ({ data, context, t }: Part) => (
  <DataTable
    caption={t('admin.budgets')}
    rows={data.budgets}
    keyOf={budget => budget.id}
    empty={<EmptyState title={t('admin.noBudget')}>{t('admin.noBudgetWords')}</EmptyState>}
    columns={[
      { key: 'year', label: t('admin.year'), rowHeader: true, cell: budget => String(budget.year) },
      { key: 'whose', label: t('admin.whose'), cell: budget => budget.organisationName ?? t('admin.municipality') },
      { key: 'spent', label: t('admin.spent'), numeric: true, cell: budget => sayMoney(budget.spentCents, context.lang) },
      { key: 'left', label: t('admin.left'), numeric: true, cell: budget => sayMoney(leftOf(budget), context.lang) },
      { key: 'amount', label: t('admin.amount'), cell: budget => <AmendBudget budget={budget} context={context} t={t} /> },
    ]}
  />
)

const AddOption = ({ context, t }: Part) => (
  <Card title={t('admin.addTitle')}>
    <Form
      id="desk.addRecognitionOption"
      action={deskPaths.recognitionAdmin()}
      refused={context.form}
      values={{ countsAs: 'nothing' }}
      words={optionWords(t)}
      labels={{ kind: t('admin.kind'), words: t('admin.words'), valueCents: t('admin.value'), countsAs: t('admin.countsAs') }}
      idPrefix="option-"
    >
      <OptionFields t={t} />
      <Button>{t('admin.add')}</Button>
    </Form>
  </Card>
)

const AddBudget = ({ data, context, t }: Part) => (
  <Card title={t('admin.budgetAdd')}>
    <Form
      id="desk.addRecognitionBudget"
      action={deskPaths.recognitionBudgets()}
      refused={context.form}
      values={{ year: context.today.slice(0, 4) }}
      words={{ 'year.duplicate': t('admin.duplicate'), amountCents: t('admin.wrongValue') }}
      labels={{ year: t('admin.year'), amountCents: t('admin.amount') }}
      idPrefix="new-budget-"
    >
      <TextField name="year" label={t('admin.year')} inputMode="numeric" narrow />
      <Select
        name="organisationId"
        label={t('admin.whose')}
        empty={t('admin.municipality')}
        optional
        options={data.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="euros" label={t('admin.amount')} inputMode="decimal" narrow />
      <Button>{t('admin.budgetAdd')}</Button>
    </Form>
  </Card>
)

/** What a button in a row could not do; forms show their own errors. */
const rowProblem = ({ form, lang, query }: PageContext): string | undefined => {
  if (form === undefined || form.id.includes('.add')) return undefined
  if (form.id === 'desk.amendRecognitionOption' && query['wijzig'] !== undefined) return undefined
  if (form.id === 'desk.amendRecognitionBudget' && form.refusal.code === 'invalidInput') return undefined
  const [error] = form.errors
  return error === undefined ? undefined : errorMessage(error, lang)
}

export const viewRecognitionAdmin = (data: AdminData, context: PageContext): string => {
  const { t } = recognitionTexts(context.lang)
  const part = { data, context, t }
  const editing = data.options.find(option => option.id === context.query['wijzig'] && !option.archived)
  const problem = rowProblem(context)
  return renderPage(
    <AppPage context={context} title={t('admin.title')}>
      <PageHead title={t('admin.title')} lead={t('admin.lead')} />
      <Stack>
        <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
        {editing === undefined ? null : <EditOption {...part} option={editing} />}
        <Section title={t('admin.list')}>
          <Options {...part} />
        </Section>
        <Section title={t('admin.budgets')}>
          <Budgets {...part} />
        </Section>
        <Columns>
          <AddOption {...part} />
          <AddBudget {...part} />
        </Columns>
      </Stack>
    </AppPage>,
  )
}

export const recognitionAdminPage = page<AdminData>({
  id: 'desk.recognitionAdmin',
  path: deskPaths.recognitionAdmin(),
  who: ['beheer'],
  load: async request => {
    const [options, budgets, organisations] = await Promise.all([
      request.run(listRecognitionOptions, {}),
      request.run(listRecognitionBudgets, {}),
      request.run(listOrganisations, {}),
    ])
    if (!options.ok) return options
    if (!budgets.ok) return budgets
    if (!organisations.ok) return organisations
    return accept({ ...options.value, ...budgets.value, organisations: organisations.value.organisations })
  },
  view: viewRecognitionAdmin,
})
