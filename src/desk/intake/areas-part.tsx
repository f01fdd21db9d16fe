import type { PageContext } from '#platform'
import { LIFE_AREAS, type OpeningView } from '#trajectories'
import {
  Actions,
  Badge,
  Button,
  Card,
  DateField,
  Details,
  Form,
  Paragraph,
  Row,
  Rows,
  sayDate,
  sayDay,
  Select,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { at, INTAKE_ROUTES } from './intake-paths.ts'
import type { IntakeData } from './intake-data.ts'
import { type IntakeT, sayLifeArea } from './texts.ts'

interface Props {
  readonly data: IntakeData
  readonly context: PageContext
  readonly t: IntakeT
}
const OPEN = 'desk.openLifeArea'

const Running = ({ data, context, t }: Props) =>
  data.running.length === 0 ? (
    <Paragraph>{t('areas.none')}</Paragraph>
  ) : (
    <Rows label={t('areas.title')}>
      {data.running.map(opening => (
        <Row
          key={opening.id}
          title={sayLifeArea(opening.area, context.lang)}
          href={deskPaths.lifeArea(data.participantId, opening.id)}
          detail={
            <>
              <span className="op-line">{t('areas.openUntil', { day: sayDay(opening.until, context.today, context.lang) })}</span>{' '}
              <span className="op-line" dir="auto">
                {opening.reason}
              </span>
            </>
          }
          end={
            opening.objection !== undefined && opening.answer === undefined ? (
              <Badge tone="orange">{t('areas.objection')}</Badge>
            ) : undefined
          }
        />
      ))}
    </Rows>
  )

const OpenForm = ({ data, context, t }: Props) => {
  const open = new Set(data.running.map(opening => opening.area))
  const shut = LIFE_AREAS.filter(area => !open.has(area))
  if (shut.length === 0) return null
  const { participantId, callName: name } = data
  return (
    <Details summary={t('areas.open')} open={context.form?.id === OPEN}>
      <Form
        id={OPEN}
        idPrefix="area-"
        action={at(INTAKE_ROUTES.open, { participantId })}
        refused={context.form}
        draft={`lifeArea:${participantId}`}
        words={{
          'until.inPast': t('areas.inPast'),
          'area.alreadyDone': t('areas.already'),
          'reason.required': t('areas.reasonMissing'),
          'reason.tooSmall.string': t('areas.reasonMissing'),
        }}
        labels={{ area: t('areas.area'), reason: t('areas.reason'), until: t('areas.until') }}
      >
        <Select
          name="area"
          label={t('areas.area')}
          options={shut.map(area => ({ value: area, label: sayLifeArea(area, context.lang) }))}
        />
        <TextArea name="reason" label={t('areas.reason')} hint={t('areas.reasonHint', { name })} rows={2} />
        <DateField name="until" label={t('areas.until')} hint={t('areas.untilHint')} min={context.today} />
        <Actions>
          <Button look="secondary">{t('areas.save')}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

const overWords = ({ state, until, closedOn }: OpeningView, { context, t }: Props): string =>
  state === 'closed' && closedOn !== undefined && closedOn < until
    ? t('areas.closedOn', { day: sayDate(closedOn, context.today, context.lang) })
    : t('areas.expiredOn', { day: sayDate(until, context.today, context.lang) })

/** That it was open and until when; why and what was written are shut for a coach. */
const Past = (props: Props) => {
  const { data, context, t } = props
  if (data.past.length === 0) return null
  return (
    <Details summary={t('areas.past')}>
      <Paragraph soft>{t('areas.pastHelp')}</Paragraph>
      <Rows label={t('areas.past')}>
        {data.past.map(opening => (
          <Row key={opening.id} title={sayLifeArea(opening.area, context.lang)} detail={overWords(opening, props)} />
        ))}
      </Rows>
    </Details>
  )
}

/** Shut by default: each open one has a reason and a last day. */
export const Areas = (props: Props) => (
  <Card title={props.t('areas.title')} id="leefgebieden">
    <Paragraph soft>{props.t('areas.shut', { name: props.data.callName })}</Paragraph>
    <Running {...props} />
    <OpenForm {...props} />
    <Past {...props} />
  </Card>
)
