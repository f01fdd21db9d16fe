import type { Reciprocity } from '#plans'
import { Actions, Button, Card, Form, LinkButton, Paragraph, Quote, sayCount, Soft, TextArea, TextField } from '#ui'
import { Conflict, type PartProps } from './frame.tsx'
import { partPath, talkPath } from './parts.ts'
import type { P } from './plan-texts.ts'
import type { Lang } from '#ui'

/** "ongeveer 2 uur per week"; nothing when the person did not say. */
export const hoursWords = ({ hoursPerWeek }: Pick<Reciprocity, 'hoursPerWeek'>, lang: Lang, p: P): string | undefined =>
  hoursPerWeek === undefined ? undefined : p('reciprocity.hoursOf', { count: hoursPerWeek, hours: sayCount(hoursPerWeek, lang) })

const Fields = ({ p }: Pick<PartProps, 'p'>) => (
  <>
    <TextArea name="words" label={p('reciprocity.label')} hint={p('reciprocity.hint')} rows={2} />
    <TextField
      name="hoursPerWeek"
      label={p('reciprocity.hours')}
      hint={p('reciprocity.hoursHint')}
      inputMode="decimal"
      narrow
      optional
    />
  </>
)
const words = (p: P) => ({ 'words.required': p('reciprocity.missing'), hoursPerWeek: p('reciprocity.wrongHours') })

const Edit = ({ given, ...props }: PartProps & { readonly given: Reciprocity }) => {
  const { talk, context, t, p } = props
  const back = partPath(talk.participantId, 'agreements')
  const action = talkPath('/geven/:reciprocityId/wijzigen', { participantId: talk.participantId, reciprocityId: given.id })
  const hours = given.hoursPerWeek === undefined ? '' : String(given.hoursPerWeek).replace('.', ',')
  return (
    <>
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendReciprocity"
        leave={back}
        fields={typed => [
          { label: p('reciprocity.label'), theirs: given.words, yours: typed('words') },
          { label: p('reciprocity.hours'), theirs: hours, yours: typed('hoursPerWeek') },
        ]}
      />
      <Form
        id="conversation.amendReciprocity"
        action={`${action}?geven=${given.id}`}
        refused={context.form}
        version={given.version}
        values={{ words: given.words, hoursPerWeek: hours }}
        words={words(p)}
        hidden={{ language: given.language }}
        idPrefix="give-edit-"
      >
        <Fields p={p} />
        <Actions>
          <Button>{t('save')}</Button>
          <LinkButton look="quiet" href={back}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}

const Given = ({ given, ...props }: PartProps & { readonly given: Reciprocity }) => {
  const { talk, context, t, p } = props
  const { participantId } = talk
  const hours = hoursWords(given, context.lang, p)
  if (context.query['geven'] === given.id) return <Edit {...props} given={given} />
  return (
    <>
      <Quote lang={given.language}>{given.words}</Quote>
      {hours === undefined ? null : <Soft>{hours}</Soft>}
      <Actions>
        <LinkButton
          look="quiet"
          href={partPath(participantId, 'agreements', { geven: given.id })}
          label={`${t('edit')}: ${given.words}`}
        >
          {t('edit')}
        </LinkButton>
        <Form
          action={talkPath('/geven/:reciprocityId/weghalen', { participantId, reciprocityId: given.id })}
          version={given.version}
          inline
        >
          <Button look="quiet" label={`${p('reciprocity.remove')}: ${given.words}`}>
            {p('reciprocity.remove')}
          </Button>
        </Form>
      </Actions>
    </>
  )
}

/** What the person likes to give: an invitation, and never asked for. */
export const ReciprocityCard = (props: PartProps) => {
  const { talk, context, p } = props
  const given = talk.plan.reciprocity.filter(each => !each.archived)
  return (
    <Card title={p('reciprocity.title')} tint="green" id="geven">
      <Paragraph>{p('reciprocity.lead')}</Paragraph>
      {given.length === 0 ? null : (
        <ul className="op-talk-list">
          {given.map(each => (
            <li key={each.id}>
              <Given {...props} given={each} />
            </li>
          ))}
        </ul>
      )}
      <Form
        id="conversation.addReciprocity"
        action={talkPath('/geven', { participantId: talk.participantId })}
        refused={context.form}
        words={words(p)}
        hidden={{ language: context.lang }}
        idPrefix="give-"
        draft={`give:${talk.participantId}`}
      >
        <Fields p={p} />
        <Button look="secondary">{p('reciprocity.add')}</Button>
      </Form>
    </Card>
  )
}
