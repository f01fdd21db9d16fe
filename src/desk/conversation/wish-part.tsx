import { LANGUAGES } from '#kernel'
import { openGoalsOf, strengthsOf, type Wish, wishesOf } from '#plans'
import { Actions, Badge, Button, Card, Details, Form, LinkButton, Quote, sayLanguage, Select, TextArea } from '#ui'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'
import type { PageContext } from '#platform'

const SaidIn = ({ context, t }: Pick<PartProps, 'context' | 't'>) => (
  <Select
    name="language"
    label={t('language')}
    empty={false}
    optional
    options={LANGUAGES.map(language => ({ value: language, label: sayLanguage(language, context.lang) }))}
  />
)

const EditWish = ({ wish, ...props }: PartProps & { readonly wish: Wish }) => {
  const { talk, context, t } = props
  const back = partPath(talk.participantId, 'wish')
  const action = talkPath('/wens/:wishId/wijzigen', { participantId: talk.participantId, wishId: wish.id })
  return (
    <>
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendWish"
        fields={typed => [{ label: t('conflict.words'), theirs: wish.words, yours: typed('words') }]}
        leave={back}
      />
      <Form
        id="conversation.amendWish"
        action={`${action}?wijzig=${wish.id}`}
        refused={context.form}
        version={wish.version}
        values={{ words: wish.words, language: wish.language }}
        words={{ 'words.required': t('wish.missing') }}
        idPrefix="edit-"
      >
        <TextArea name="words" label={t('wish.amend')} lang={wish.language} rows={2} autoFocus />
        <SaidIn context={context} t={t} />
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

const WishActions = ({ wish, talk, t }: PartProps & { readonly wish: Wish }) => {
  const { participantId } = talk
  const isGoal = openGoalsOf(talk.plan).some(goal => goal.wishId === wish.id)
  return (
    <Actions>
      {wish.kind !== 'wish' ? null : isGoal ? (
        <Badge tone="orange">{t('wish.isGoal')}</Badge>
      ) : (
        <LinkButton look="secondary" href={partPath(participantId, 'goal', { wens: wish.id })}>
          {t('wish.makeGoal')}
        </LinkButton>
      )}
      <LinkButton look="quiet" href={partPath(participantId, 'wish', { wijzig: wish.id })} label={`${t('edit')}: ${wish.words}`}>
        {t('edit')}
      </LinkButton>
      <Form action={talkPath('/wens/:wishId/weghalen', { participantId, wishId: wish.id })} version={wish.version} inline>
        <Button look="quiet" label={`${t('wish.remove')}: ${wish.words}`}>
          {t('wish.remove')}
        </Button>
      </Form>
    </Actions>
  )
}

const WishList = ({ wishes, ...props }: PartProps & { readonly wishes: readonly Wish[] }) => (
  <ul className="op-talk-list">
    {wishes.map(wish => (
      <li key={wish.id}>
        {props.context.query['wijzig'] === wish.id ? (
          <EditWish {...props} wish={wish} />
        ) : (
          <>
            <Quote lang={wish.language}>{wish.words}</Quote>
            <WishActions {...props} wish={wish} />
          </>
        )}
      </li>
    ))}
  </ul>
)

/** The first wish starts from what was said at the referral: nobody has to say or type it again. */
const AddWish = ({ talk, context, t }: PartProps) => {
  const said = wishesOf(talk.plan).length === 0 ? talk.saidAtReferral : undefined
  return (
    <Form
      id="conversation.addWish"
      action={talkPath('/wens', { participantId: talk.participantId })}
      refused={context.form}
      values={{ words: said?.words, language: said?.language ?? context.lang }}
      words={{ 'words.required': t('wish.missing') }}
      draft={`wish:${talk.participantId}`}
    >
      <TextArea
        name="words"
        label={t('wish.addLabel')}
        hint={said === undefined ? t('wish.addHint') : t('wish.saidAtReferral', { name: talk.callName })}
        rows={said === undefined ? 2 : 4}
        {...(said === undefined ? {} : { lang: said.language })}
      />
      <Details summary={t('language')}>
        <SaidIn context={context} t={t} />
      </Details>
      <Button>{t('wish.add')}</Button>
    </Form>
  )
}

const AddStrength = ({ talk, context, t }: PartProps) => (
  <Form
    id="conversation.addStrength"
    action={talkPath('/kracht', { participantId: talk.participantId })}
    refused={context.form}
    values={{ language: context.lang }}
    words={{ 'words.required': t('wish.missing') }}
    idPrefix="strength-"
    draft={`strength:${talk.participantId}`}
  >
    <TextArea name="words" label={t('wish.strengthLabel')} hint={t('wish.strengthHint')} rows={2} />
    <Details summary={t('language')}>
      <SaidIn context={context} t={t} />
    </Details>
    <Button look="secondary">{t('wish.strengthAdd')}</Button>
  </Form>
)

export const viewWish = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const wishes = wishesOf(talk.plan)
  const strengths = strengthsOf(talk.plan)
  return renderTalk(props, {
    part: 'wish',
    title: t('wish.title'),
    lead: t('wish.lead', { name: talk.callName }),
    children: (
      <>
        <Card>
          {wishes.length > 0 ? <WishList {...props} wishes={wishes} /> : null}
          <AddWish {...props} />
        </Card>
        <Card title={t('wish.strengths')}>
          {strengths.length > 0 ? <WishList {...props} wishes={strengths} /> : null}
          <AddStrength {...props} />
        </Card>
      </>
    ),
  })
}
