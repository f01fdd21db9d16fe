import type { ReactNode } from 'react'
import { classes } from './context.ts'
import { FieldError, fieldClass, Hint, Optional, useField } from './fields.tsx'
import type { FieldProps, FieldState, Option } from './fields.tsx'

/** Fields that belong together under one question. */
export const Fieldset = ({
  legend,
  hint,
  side,
  children,
}: {
  readonly legend: ReactNode
  readonly hint?: ReactNode
  /** Fields beside each other where there is room. */
  readonly side?: boolean
  readonly children: ReactNode
}) => (
  <fieldset className="op-fieldset">
    <legend className="op-fieldset__legend">{legend}</legend>
    {hint === undefined ? null : <div className="op-field__hint">{hint}</div>}
    <div className={side === true ? 'op-side' : 'op-stack'}>{children}</div>
  </fieldset>
)

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[]
  /** Three in a row where there is room: parts of the days of a week. */
  readonly inThrees?: boolean
  /** Beside each other where there is room. */
  readonly side?: boolean
}

const chosen = (state: FieldState): ReadonlySet<string> => {
  const { value } = state
  if (value === undefined || value === null) return new Set()
  return new Set(Array.isArray(value) ? value : [String(value)])
}

const Group = ({ type, props }: { readonly type: 'radio' | 'checkbox'; readonly props: ChoiceProps }) => {
  const state = useField(props)
  const picked = chosen(state)
  return (
    <fieldset
      className={fieldClass(state.error, 'op-fieldset')}
      aria-describedby={state.describedBy}
      aria-invalid={type === 'radio' && state.error !== undefined ? true : undefined}
      role={type === 'radio' ? 'radiogroup' : undefined}
    >
      <legend className={classes('op-field__label', props.unlabelled && 'op-unseen')}>
        {props.label}
        {props.optional === true && props.unlabelled !== true && !state.filter ? <Optional /> : null}
      </legend>
      <Hint id={state.id}>{props.hint}</Hint>
      <FieldError id={state.id}>{state.error}</FieldError>
      <div className={classes('op-choices', props.side && 'op-choices--side', props.inThrees && 'op-choices--threes')}>
        {props.options.map((option, i) => {
          const id = i === 0 ? state.id : `${state.id}-${option.value}`
          return (
            <div className="op-choice" key={option.value}>
              <input
                type={type}
                id={id}
                name={props.name}
                value={option.value}
                defaultChecked={picked.has(option.value)}
                disabled={props.disabled}
                aria-describedby={option.hint === undefined ? undefined : `${id}-about`}
              />
              <label htmlFor={id}>{option.label}</label>
              {option.hint === undefined ? null : (
                <div className="op-field__hint" id={`${id}-about`}>
                  {option.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** One of several. */
export const RadioGroup = (props: ChoiceProps) => <Group type="radio" props={props} />
/** Any of several; the value is a list. */
export const CheckboxGroup = (props: ChoiceProps) => <Group type="checkbox" props={props} />

/** One yes/no. Sends `value` (default `yes`) when ticked, nothing otherwise. */
export const Checkbox = ({
  checked,
  on = 'yes',
  ...props
}: Omit<FieldProps, 'unlabelled' | 'optional' | 'value'> & {
  /** Left out: ticked when the form's value for this name equals `on`. */
  readonly checked?: boolean
  readonly on?: string
}) => {
  const state = useField(props)
  return (
    <div className={fieldClass(state.error)}>
      <FieldError id={state.id}>{state.error}</FieldError>
      <div className="op-choice">
        <input
          type="checkbox"
          id={state.id}
          name={props.name}
          value={on}
          defaultChecked={checked ?? state.value === on}
          disabled={props.disabled}
          aria-describedby={state.describedBy}
          aria-invalid={state.error === undefined ? undefined : true}
        />
        <label htmlFor={state.id}>{props.label}</label>
        <Hint id={state.id}>{props.hint}</Hint>
      </div>
    </div>
  )
}
