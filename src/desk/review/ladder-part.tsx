import { LadderDrawing, type LadderMoment, RUNG_NAMES, sayIn } from '#instruments'
import { Card, LinkButton, Paragraph, sayDate, Soft, Stack } from '#ui'
import { Legend } from '../instruments/figure.tsx'
import { deskPaths } from '../web/paths.ts'
import { compareLadder, type LadderCompared } from './compare-ladder.ts'
import type { ReviewPart } from './own-word-part.tsx'
import { measuredTexts } from './texts.ts'

interface Reading extends ReviewPart {
  readonly compared: LadderCompared
}
const textsOf = ({ context }: ReviewPart) => measuredTexts(context.lang).t

const rungWords = ({ current: rung }: LadderMoment, part: ReviewPart): string => {
  const name = RUNG_NAMES[rung - 1]
  return textsOf(part)('ladder.rung', { rung, name: name === undefined ? '' : sayIn(name, part.context.lang).words })
}

const growthWords = (reading: Reading): string => {
  const { first, last, rungs } = reading.compared.growth
  const t = textsOf(reading)
  const words = { from: rungWords(first, reading), to: rungWords(last, reading) }
  if (rungs === 0) return t('ladder.stays', words)
  return rungs > 0 ? t('ladder.up', { count: rungs, ...words }) : t('ladder.down', words)
}

const Drawing = ({
  stands,
  id,
  part,
}: {
  readonly stands: readonly { readonly label: string; readonly moment: LadderMoment }[]
  readonly id: string
  readonly part: ReviewPart
}) => (
  <div className="op-figure-small">
    <LadderDrawing
      id={id}
      lang={part.context.lang}
      stands={stands.map(({ label, moment: { current, potential } }) => ({ label, current, potential }))}
    />
    <Legend views={stands} />
  </div>
)

/** When somebody sees it otherwise by now: both, beside each other. */
const Otherwise = ({ reading }: { readonly reading: Reading }) => {
  const { review, compared } = reading
  const t = textsOf(reading)
  const { last } = compared.growth
  const [other] = compared.others
  const name = review.callName
  if (other === undefined) return null
  return (
    <Stack>
      {compared.others.map(moment => (
        <Paragraph key={moment.view}>{t(`ladder.other.${moment.view}`, { name, rung: rungWords(moment, reading) })}</Paragraph>
      ))}
      <Drawing
        id="ladder-views"
        part={reading}
        stands={[last, other].map(moment => ({ label: t(`ladder.who.${moment.view}`, { name }), moment }))}
      />
      <Paragraph soft>{t('ladder.bothStand')}</Paragraph>
    </Stack>
  )
}

/** Where somebody stood and stands, in words and in a small drawing; nothing while it was filled fewer than two times. */
export const LadderPart = ({ part }: { readonly part: ReviewPart }) => {
  const { review, context } = part
  const compared = compareLadder(review.ladder, review.review.heldOn)
  if (compared === undefined) return null
  const t = textsOf(part)
  const reading: Reading = { ...part, compared }
  const { first, last } = compared.growth
  const say = ({ on }: LadderMoment): string => sayDate(on, context.today, context.lang)
  const stands = [
    { label: t('ladder.last', { day: say(last) }), moment: last },
    { label: t('ladder.first', { day: say(first) }), moment: first },
  ]
  return (
    <Card title={t('ladder.title')} id="ladder">
      <Paragraph>{growthWords(reading)}</Paragraph>
      <Soft>{t(`ladder.by.${last.view}`, { name: review.callName })}</Soft>
      <Drawing id="ladder-growth" part={part} stands={stands} />
      <Otherwise reading={reading} />
      <LinkButton look="quiet" href={deskPaths.instruments(review.participantId)}>
        {t('ladder.all')}
      </LinkButton>
    </Card>
  )
}
