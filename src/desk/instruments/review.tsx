import { Actions, Button, Callout, DefinitionList, Form, LinkButton, PageHead, Paragraph } from '#ui'
import { type Fill, fillHref } from './fill.ts'
import { titleOf } from './fill-fields.tsx'
import { formId } from './place.ts'
import { sayAnswer, sayText } from './say.tsx'

/** What was filled in, with a way back to each question: the last look before it is finished. */
const Filled = ({ fill }: { readonly fill: Fill }) => {
  const { parts, detail, questionnaire, reader, context, t } = fill
  const { answers, said } = detail.filled
  return (
    <DefinitionList
      items={parts.flatMap(part =>
        part.choices.map((choice, at) => {
          const words = at === 0 ? said[part.key] : undefined
          const name =
            part.choices.length === 1 && part.time === undefined ? titleOf(part, fill) : sayText(choice.text, context.lang)
          return {
            term: name,
            value: (
              <>
                {sayAnswer(questionnaire, choice.key, answers[choice.key], reader)}
                {words === undefined ? null : (
                  <>
                    {' · '}
                    <q lang={words.language} dir="auto">
                      {words.words}
                    </q>
                  </>
                )}
              </>
            ),
            action: (
              <LinkButton look="quiet" href={fillHref(fill, { vraag: part.key })} label={`${t('review.change')}: ${name}`}>
                {t('review.change')}
              </LinkButton>
            ),
          }
        }),
      )}
    />
  )
}

const Missing = ({ fill, missing }: { readonly fill: Fill; readonly missing: string }) => {
  const { t, parts } = fill
  const part = parts.find(each => each.choices.some(choice => choice.key === missing)) ?? parts[0]
  return (
    <Callout tone="orange" title={t('review.missing')} level={2}>
      <Actions>
        <LinkButton href={fillHref(fill, { vraag: part?.key })}>{t('review.toMissing')}</LinkButton>
      </Actions>
    </Callout>
  )
}

export const Review = ({ fill, above }: { readonly fill: Fill; readonly above: string }) => {
  const { t, detail, paths, place, context, missing, isDraft } = fill
  const { filledId, version } = detail.filled
  return (
    <>
      <PageHead above={above} title={t('review.title')} lead={t(isDraft ? 'review.lead' : 'review.amended')} />
      {missing === undefined ? null : <Missing fill={fill} missing={missing} />}
      <Filled fill={fill} />
      {isDraft ? (
        missing === undefined ? (
          <Form
            id={formId('finishFilling', place.kind)}
            action={paths.finish(filledId)}
            refused={context.form}
            version={version}
            words={{ versionConflict: t('fill.overtaken') }}
            hidden={{ participantId: place.participantId }}
          >
            <Paragraph soft>{t('review.both')}</Paragraph>
            <Button look="confirm" large>
              {t('review.finish')}
            </Button>
          </Form>
        ) : null
      ) : (
        <LinkButton large href={paths.result(filledId)}>
          {t('review.toResult')}
        </LinkButton>
      )}
    </>
  )
}
