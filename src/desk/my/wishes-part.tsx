import { type Plan, strengthsOf, type Wish, wishesOf } from '#plans'
import { Button, Details, Form, Paragraph, Quote, RadioGroup, Section, Stack, TextArea } from '#ui'
import { myPaths } from './my-paths.ts'
import type { PlanPart } from './plan-part.ts'

const Said = ({ wishes, t }: { readonly wishes: readonly Wish[]; readonly t: PlanPart['t'] }) =>
  wishes.length === 0 ? (
    <Paragraph soft>{t('plan.noWishes')}</Paragraph>
  ) : (
    <Stack>
      {wishes.map(wish => (
        <Quote key={wish.id} lang={wish.language}>
          {wish.words}
        </Quote>
      ))}
    </Stack>
  )

const AddForm = ({ part }: { readonly part: PlanPart }) => {
  const { t, context, participantId } = part
  return (
    <Form
      id="desk.addMyWish"
      action={myPaths.addWish()}
      refused={context.form}
      hidden={{ participantId, language: context.lang }}
      values={{ kind: 'wish' }}
      labels={{ words: t('plan.addWords'), kind: t('plan.addKind') }}
      words={{ 'words.required': t('plan.addMissing'), 'words.tooSmall.string': t('plan.addMissing') }}
      draft="my-wish"
    >
      <RadioGroup
        name="kind"
        label={t('plan.addKind')}
        options={[
          { value: 'wish', label: t('plan.addWish') },
          { value: 'strength', label: t('plan.addStrength') },
        ]}
      />
      <TextArea name="words" label={t('plan.addWords')} hint={t('plan.addHint')} rows={3} maxLength={2000} />
      <Button look="confirm" large>
        {t('plan.save')}
      </Button>
    </Form>
  )
}

/** What somebody wants and is good at, in their own words; anything may be added. */
export const WishesPart = ({ plan, part }: { readonly plan: Plan; readonly part: PlanPart }) => {
  const { t, context } = part
  const isEmpty = wishesOf(plan).length + strengthsOf(plan).length === 0
  return (
    <Section title={t('plan.wishes')} id="wens">
      <Said wishes={wishesOf(plan)} t={t} />
      {strengthsOf(plan).length === 0 ? null : (
        <Section title={t('plan.strengths')} level={3}>
          <Said wishes={strengthsOf(plan)} t={t} />
        </Section>
      )}
      <Details summary={t('plan.add')} open={isEmpty || context.form?.id === 'desk.addMyWish'}>
        <AddForm part={part} />
      </Details>
    </Section>
  )
}
