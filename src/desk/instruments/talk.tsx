import { cornersToTalkAbout, differing, type FilledView, type Pair, type Questionnaire, resultOf } from '#instruments'
import { Actions, Card, LinkButton, Paragraph, Quote } from '#ui'
import { type InstrumentPaths, withQuery } from './place.ts'
import { nameOf, type Reader, sayAnswer, sayText, sayWho } from './say.tsx'

/** The question of the ladder in words, or the name of a dimension or topic. */
export const sayAbout = (questionnaire: Questionnaire, key: string, { context, t }: Reader): string => {
  const name = nameOf(questionnaire, key)
  return name === undefined ? t('ladder.now') : sayText(name, context.lang)
}

/** What asks for words first: marked, said, or a low corner that nobody marked. */
const talkedAbout = (questionnaire: Questionnaire, filled: FilledView): readonly string[] => {
  const result = resultOf(questionnaire, filled)
  const low = result.kind === 'web' ? cornersToTalkAbout(result) : []
  return [...new Set([...filled.marks, ...Object.keys(filled.said), ...low])]
}

/** From a mark or a low corner straight to a wish, or with the coach to a goal. */
const ToTalkAbout = ({
  about,
  filled,
  questionnaire,
  reader,
  paths,
}: {
  readonly about: string
  readonly filled: FilledView
  readonly questionnaire: Questionnaire
  readonly reader: Reader
  readonly paths: InstrumentPaths
}) => {
  const { t } = reader
  const name = sayAbout(questionnaire, about, reader)
  const said = filled.said[about]
  return (
    <li>
      <strong>{name}</strong>
      {filled.marks.includes(about) ? <Paragraph soft>{t('talk.marked')}</Paragraph> : null}
      {said === undefined ? null : <Quote lang={said.language}>{said.words}</Quote>}
      <Actions>
        <LinkButton
          look="secondary"
          href={withQuery(paths.toPlan(filled.filledId), { over: about })}
          label={`${t(reader.kind === 'own' ? 'talk.toWish' : 'talk.toPlan')}: ${name}`}
        >
          {t(reader.kind === 'own' ? 'talk.toWish' : 'talk.toPlan')}
        </LinkButton>
      </Actions>
    </li>
  )
}

export const Talk = ({
  filled,
  questionnaire,
  reader,
  paths,
}: {
  readonly filled: FilledView
  readonly questionnaire: Questionnaire
  readonly reader: Reader
  readonly paths: InstrumentPaths
}) => {
  const { t } = reader
  const about = talkedAbout(questionnaire, filled)
  return (
    <Card title={t('talk.title')} tint="orange">
      {about.length === 0 ? (
        <>
          <Paragraph>{t('talk.nothing')}</Paragraph>
          <Actions>
            <LinkButton look="secondary" href={paths.toPlan(filled.filledId)}>
              {t(reader.kind === 'own' ? 'talk.toWish' : 'talk.toPlan')}
            </LinkButton>
          </Actions>
        </>
      ) : (
        <ul className="op-talk-list">
          {about.map(key => (
            <ToTalkAbout key={key} about={key} filled={filled} questionnaire={questionnaire} reader={reader} paths={paths} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const comparable = (questionnaire: Questionnaire): readonly string[] => {
  if (questionnaire.kind === 'ladder') return []
  return questionnaire.kind === 'web'
    ? questionnaire.dimensions.map(dimension => dimension.key)
    : questionnaire.dimensions.flatMap(dimension => dimension.items.map(item => item.key))
}

/** Two people see it differently: said calmly, as something to talk about. */
export const Differences = ({
  mine,
  theirs,
  questionnaire,
  reader,
}: {
  readonly mine: FilledView
  readonly theirs: FilledView
  readonly questionnaire: Questionnaire
  readonly reader: Reader
}) => {
  const { t } = reader
  const pairs = comparable(questionnaire).map((key): Pair => ({ key, one: mine.answers[key], other: theirs.answers[key] }))
  const found = differing(pairs, questionnaire.kind === 'web' ? 2 : 1)
  const shared = pairs.some(({ one, other }) => one !== undefined && other !== undefined)
  if (!shared) return null
  return (
    <Card title={t(found.length === 0 ? 'differ.same' : 'differ.title')}>
      <Paragraph>{t(found.length === 0 ? 'differ.sameWords' : 'differ.words')}</Paragraph>
      {found.length === 0 ? null : (
        <ul className="op-talk-plain">
          {found.map(({ key, one, other }) => (
            <li key={key}>
              {t('differ.line', {
                about: sayAbout(questionnaire, key, reader),
                one: sayWho(mine, reader),
                oneSays: sayAnswer(questionnaire, key, one, reader),
                other: sayWho(theirs, reader),
                otherSays: sayAnswer(questionnaire, key, other, reader),
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
