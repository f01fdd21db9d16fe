import { WHEEL_AREAS, type WheelArea } from '#kernel'
import { Glyph, sayArea, sayList, StepDots } from '#ui'
import type { Lang } from '#ui'
import { glyphOfCounts, wheelGlyph } from '../domain/wheel.ts'
import type { WheelModel, WheelSegment } from '../domain/wheel.ts'
import { goalsHref, helperLabel, lawWords, roleWords, supplyHref, wheelDescription } from './wheel-links.ts'
import type { WheelLinks } from './wheel-links.ts'
import { wheelTexts } from './wheel-texts.ts'
import type { WheelTexts } from './wheel-texts.ts'
import { Wheel } from './wheel.tsx'

const MaybeLink = ({
  href,
  label,
  children,
}: {
  readonly href: string | undefined
  readonly label?: string
  readonly children: string
}) =>
  href === undefined ? (
    children
  ) : (
    <a href={href} aria-label={label}>
      {children}
    </a>
  )

const Goals = ({
  segment,
  texts,
  links,
}: {
  readonly segment: WheelSegment
  readonly texts: WheelTexts
  readonly links: WheelLinks
}) => {
  const href = goalsHref(segment, links)
  const area = sayArea(segment.area, texts.lang)
  if (segment.goals.length === 0) {
    return href === undefined ? (
      <span className="op-soft">{texts.t('noGoal')}</span>
    ) : (
      <MaybeLink href={href} label={texts.t('addGoalFor', { area })}>
        {texts.t('addGoal')}
      </MaybeLink>
    )
  }
  return (
    <ul className="op-wheel-list__goals">
      {segment.goals.map(goal => (
        <li key={goal.id}>
          <span dir="auto">
            <MaybeLink href={href}>{goal.title}</MaybeLink>
          </span>
          {goal.stepsTotal > 0 ? <StepDots done={goal.stepsDone} total={goal.stepsTotal} /> : null}
        </li>
      ))}
    </ul>
  )
}

const Supply = ({
  segment,
  texts,
  links,
}: {
  readonly segment: WheelSegment
  readonly texts: WheelTexts
  readonly links: WheelLinks
}) => {
  const href = supplyHref(segment, links)
  const area = sayArea(segment.area, texts.lang)
  if (segment.supply.length === 0) {
    if (href === undefined) return null
    return (
      <p className="op-wheel-list__supply">
        <MaybeLink href={href} label={texts.t('findSupplyFor', { area })}>
          {texts.t('findSupply')}
        </MaybeLink>
      </p>
    )
  }
  return (
    <ul className="op-wheel-list__supply" aria-label={texts.t('helps')}>
      {segment.supply.map(helper => (
        <li key={helper.id}>
          <span dir="auto">
            <MaybeLink href={href}>{helperLabel(helper, texts)}</MaybeLink>
          </span>{' '}
          <span className="op-wheel-list__role">{roleWords(helper, texts)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Which law makes what possible here. */
const Laws = ({ segment, texts }: { readonly segment: WheelSegment; readonly texts: WheelTexts }) =>
  segment.laws.length === 0 ? null : (
    <ul className="op-wheel-list__laws" aria-label={texts.t('law')}>
      {segment.laws.every(law => law.carries.length === 0) ? (
        <li>{segment.laws.map(law => lawWords(law, texts)).join(' · ')}</li>
      ) : (
        segment.laws.map(law => <li key={law.law}>{lawWords(law, texts)}</li>)
      )}
    </ul>
  )

/** The same content as the wheel, as a list of the six areas in the same colours. */
export const WheelList = ({
  model,
  lang,
  links = {},
  id,
}: {
  readonly model: WheelModel
  readonly lang: Lang
  readonly links?: WheelLinks
  readonly id?: string
}) => {
  const texts = wheelTexts(lang)
  return (
    <ul className="op-wheel-list" id={id} aria-label={texts.t('title', { name: model.name })}>
      {model.segments.map(segment => (
        <li
          key={segment.area}
          id={id === undefined ? undefined : `${id}-${segment.area}`}
          className={segment.goals.length > 0 ? 'op-wheel-list__area op-wheel-list__area--full' : 'op-wheel-list__area'}
        >
          <div className="op-wheel-list__head">
            <strong>{sayArea(segment.area, lang)}</strong>
          </div>
          <Goals segment={segment} texts={texts} links={links} />
          <Supply segment={segment} texts={texts} links={links} />
          <Laws segment={segment} texts={texts} />
        </li>
      ))}
    </ul>
  )
}

/** Where a person stands, without words; for lists, with what it shows as its label. */
export const WheelGlyph = ({
  model,
  lang,
  size = 'small',
  decorative,
}: {
  readonly model: WheelModel
  readonly lang: Lang
  readonly size?: 'small' | 'large'
  /** The words beside it say the same. */
  readonly decorative?: boolean
}) => (
  <Glyph
    areas={wheelGlyph(model)}
    size={size}
    label={decorative === true ? undefined : wheelDescription(model, wheelTexts(lang))}
  />
)

/** The same from what a list can tell: on which areas somebody has goals, and on which there is a place. */
export const CountsGlyph = ({
  goals,
  supply,
  lang,
}: {
  readonly goals: Readonly<Partial<Record<WheelArea, number>>>
  readonly supply?: Readonly<Partial<Record<WheelArea, number>>>
  readonly lang: Lang
}) => {
  const areas = WHEEL_AREAS.filter(area => (goals[area] ?? 0) > 0)
  const words = sayList(
    areas.map(area => sayArea(area, lang)),
    lang,
  )
  return <Glyph areas={glyphOfCounts(goals, supply)} label={wheelTexts(lang).t('glyph', { count: areas.length, areas: words })} />
}

/**
 * The wheel as the working screen: wide screens show the drawing with a link to the list; phones show the small wheel
 * above the list. `own` speaks to the person ("wat jij wilt").
 */
export const WheelFigure = ({
  model,
  lang,
  links = {},
  own,
  size = 'normal',
  id = 'wheel',
  about,
  caption,
}: {
  readonly model: WheelModel
  readonly lang: Lang
  readonly links?: WheelLinks
  readonly own?: boolean
  /** `conversation`: as large as the screen allows; `listed`: the list stands under it on every screen; `brief`: a phone shows the small wheel, with the list one tap away. */
  readonly size?: 'normal' | 'conversation' | 'listed' | 'brief'
  readonly id?: string
  /** What the figure says, and the words under it, when it is not one person's plan. */
  readonly about?: string
  readonly caption?: string
}) => {
  const { t } = wheelTexts(lang)
  const complete: WheelLinks = { ...links, inList: area => `#${id}-list-${area}` }
  return (
    <figure className={`op-wheel-figure op-wheel-figure--${size}`}>
      <Wheel model={model} lang={lang} links={complete} id={id} about={about} />
      <div className="op-wheel-figure__small">
        <Glyph areas={wheelGlyph(model)} size="large" />
      </div>
      <figcaption>
        {caption ?? (own === true ? t('captionOwn') : t('caption', { name: model.name }))}{' '}
        {size === 'listed' ? null : (
          <a className="nl-link op-wheel-figure__as-list" href={`#${id}-list`}>
            {t('asList')}
          </a>
        )}
      </figcaption>
      <WheelList model={model} lang={lang} links={links} id={`${id}-list`} />
    </figure>
  )
}
