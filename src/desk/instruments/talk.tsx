import { cornersToTalkAbout, differing, type FilledView, type Pair, type Questionnaire, resultOf } from '#instruments'
import { Actions, Card, LinkButton, Paragraph, Quote, Soft } from '#ui'
import { type InstrumentPaths, withQuery } from './place.ts'
import { nameOf, type Reader, sayAnswer, sayText, sayWho } from './say.tsx'

/** The question of the ladder in words, or the name of a dimension or topic. */
export const sayAbout = (questionnaire: Questionnaire, key: string, { context, t }: Reader): string => {
  const name = nameOf(questionnaire, key)
  return name === undefined ? t('ladder.now') : sayText(name, context.lang)
}

/** What asks for words first: marked, said, or a low corner that nobody marked. */
const talkedAbout = (questionnaire: Questionnaire, views: readonly FilledView[]): readonly string[] => {
  const [mine] = views
  const result = mine === undefined ? undefined : resultOf(questionnaire, mine)
  const low = result?.kind === 'web' ? cornersToTalkAbout(result) : []
  return [...new Set([...views.flatMap(({ marks, said }) => [...marks, ...Object.keys(said)]), ...low])]
}

interface TalkProps {
  /** The view that is looked at, and the one beside it. */
  readonly views: readonly FilledView[]
  readonly questionnaire: Questionnaire
  readonly reader: Reader
  readonly paths: InstrumentPaths
}

/** What one view says about it; with two views also who. */
const SaidAbout = ({
  about,
  view,
  named,
  reader,
}: {
  readonly about: string
  readonly view: FilledView
  readonly named: boolean
  readonly reader: Reader
}) => {
  const { t } = reader
  const said = view.said[about]
  const isMarked = view.marks.includes(about)
  if (said === undefined && !isMarked) return null
  const who = sayWho(view, reader)
  return (
    <>
      {isMarked ? <Soft>{named ? t('talk.markedBy', { who }) : t('talk.marked')}</Soft> : named ? <Soft>{who}</Soft> : null}
      {said === undefined ? null : <Quote lang={said.language}>{said.words}</Quote>}
    </>
  )
}

/** From a mark or a low corner straight to a wish, or with the coach to a goal. */
const ToTalkAbout = ({ about, views, questionnaire, reader, paths }: TalkProps & { readonly about: string }) => {
  const { t } = reader
  const name = sayAbout(questionnaire, about, reader)
  // A wish starts from the person's own words, never from what a coach wrote.
  const own = views.filter(({ view }) => view !== 'coach')
  const from = own.find(({ said }) => said[about] !== undefined) ?? own[0] ?? views[0]
  const words = t(reader.kind === 'own' ? 'talk.toWish' : 'talk.toPlan')
  return (
    <li>
      <strong>{name}</strong>
      {views.map(view => (
        <SaidAbout key={view.filledId} about={about} view={view} named={views.length > 1} reader={reader} />
      ))}
      {from === undefined ? null : (
        <Actions>
          <LinkButton look="secondary" href={withQuery(paths.toPlan(from.filledId), { over: about })} label={`${words}: ${name}`}>
            {words}
          </LinkButton>
        </Actions>
      )}
    </li>
  )
}

export const Talk = (props: TalkProps) => {
  const { views, questionnaire, reader, paths } = props
  const { t } = reader
  const about = talkedAbout(questionnaire, views)
  const [mine] = views
  return (
    <Card title={t('talk.title')} tint="orange">
      {about.length === 0 ? (
        <>
          <Paragraph>{t('talk.nothing')}</Paragraph>
          {mine === undefined ? null : (
            <Actions>
              <LinkButton look="secondary" href={paths.toPlan(mine.filledId)}>
                {t(reader.kind === 'own' ? 'talk.toWish' : 'talk.toPlan')}
              </LinkButton>
            </Actions>
          )}
        </>
      ) : (
        <ul className="op-talk-list">
          {about.map(key => (
            <ToTalkAbout key={key} about={key} {...props} />
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
