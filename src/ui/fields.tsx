import { CalendarDay } from '#kernel'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import { classes, FormContext, useUiTexts } from './context.ts'
import type { FieldValue } from './context.ts'

export interface FieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Left out: the form's error for this name. */
  readonly error?: string | undefined
  /** Left out: the form's value for this name. */
  readonly value?: FieldValue
  /** May stay empty; said beside the label. */
  readonly optional?: boolean
  readonly disabled?: boolean
  /** The label is read aloud but not shown (a search field with a button). */
  readonly unlabelled?: boolean
}

export interface FieldState {
  readonly id: string
  readonly value: FieldValue
  readonly error: string | undefined
  readonly describedBy: string | undefined
  readonly filter: boolean
}

export const useField = ({ name, hint, error, value }: Pick<FieldProps, 'name' | 'hint' | 'error' | 'value'>): FieldState => {
  const form = useContext(FormContext)
  const id = `${form.idPrefix}${name}`
  const shownError = error ?? form.errors[name]
  const ids = [hint === undefined ? undefined : `${id}-hint`, shownError === undefined ? undefined : `${id}-error`]
  return {
    id,
    value: value === undefined ? form.valueOf(name) : value,
    error: shownError,
    describedBy: ids.filter(Boolean).join(' ') || undefined,
    filter: form.filter === true,
  }
}

const asText = (value: FieldValue): string | undefined => (value === undefined || value === null ? undefined : String(value))

export const Optional = () => {
  const t = useUiTexts()
  return <span className="op-field__optional"> ({t('optional')})</span>
}

export const Hint = ({ id, children }: { readonly id: string; readonly children: ReactNode }) =>
  children === undefined ? null : (
    <div className="op-field__hint" id={`${id}-hint`}>
      {children}
    </div>
  )

export const FieldError = ({ id, children }: { readonly id: string; readonly children: string | undefined }) => {
  const t = useUiTexts()
  return children === undefined ? null : (
    <p className="op-field__error" id={`${id}-error`}>
      <span className="op-unseen">{t('errorPrefix')} </span>
      {children}
    </p>
  )
}

export const fieldClass = (error: string | undefined, extra?: string): string =>
  classes('utrecht-form-field', error !== undefined && 'utrecht-form-field--invalid', extra)

const Field = ({
  state,
  label,
  hint,
  optional,
  unlabelled,
  narrow,
  children,
}: {
  readonly state: FieldState
  readonly narrow?: boolean
  readonly children: ReactNode
} & Pick<FieldProps, 'label' | 'hint' | 'optional' | 'unlabelled'>) => (
  <div className={fieldClass(state.error, narrow === true ? 'op-field--narrow' : undefined)}>
    <label className={classes('op-field__label', unlabelled && 'op-unseen')} htmlFor={state.id}>
      {label}
      {optional === true && unlabelled !== true && !state.filter ? <Optional /> : null}
    </label>
    <Hint id={state.id}>{hint}</Hint>
    <FieldError id={state.id}>{state.error}</FieldError>
    {children}
  </div>
)

const common = ({ name, optional, disabled }: FieldProps, { id, describedBy, error, filter }: FieldState) => ({
  id,
  name,
  disabled,
  required: optional !== true && !filter,
  'aria-describedby': describedBy,
  'aria-invalid': error === undefined ? undefined : (true as const),
})

const boxClass = (error: string | undefined): string =>
  classes('utrecht-textbox', 'utrecht-textbox--html-input', error !== undefined && 'utrecht-textbox--invalid')

type InputType = 'text' | 'email' | 'tel' | 'url' | 'number' | 'password' | 'search'

export interface TextFieldProps extends FieldProps {
  readonly type?: InputType
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  readonly step?: number | 'any'
  readonly placeholder?: string
  /** Ids of a `<datalist>`'s options, shown while typing. */
  readonly suggestions?: readonly string[]
  /** A short answer: a postcode, a number. */
  readonly narrow?: boolean
  /** Somebody's own words: direction follows what is typed. */
  readonly ownWords?: boolean
  readonly autoFocus?: boolean
}

/** Addresses, numbers and codes are written from left to right in every language: "2451 CA" stays so in Arabic. */
const LEFT_TO_RIGHT: readonly (string | undefined)[] = ['email', 'tel', 'postal-code', 'one-time-code']
const directionOf = ({ ownWords, type, autoComplete }: TextFieldProps): 'auto' | 'ltr' | undefined => {
  if (ownWords === true) return 'auto'
  return LEFT_TO_RIGHT.includes(type) || LEFT_TO_RIGHT.includes(autoComplete) ? 'ltr' : undefined
}

export const TextField = (props: TextFieldProps) => {
  const state = useField(props)
  const { type = 'text', suggestions } = props
  const list = suggestions === undefined ? undefined : `${state.id}-list`
  return (
    <Field {...props} state={state} narrow={props.narrow === true}>
      <input
        {...common(props, state)}
        className={boxClass(state.error)}
        type={type}
        defaultValue={type === 'password' ? undefined : asText(state.value)}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        step={props.step}
        placeholder={props.placeholder}
        list={list}
        dir={directionOf(props)}
        autoFocus={props.autoFocus}
      />
      {suggestions === undefined ? null : (
        <datalist id={list}>
          {suggestions.map(option => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

/** For free text: direction follows what is typed; grows with it where the browser can. */
export const TextArea = (
  props: FieldProps & {
    readonly rows?: number
    readonly maxLength?: number
    readonly autoFocus?: boolean
    /** The language the words are in, when it is not the page's. */
    readonly lang?: string
    /** Key that brings the cursor here (see the shortcuts element). */
    readonly shortcut?: string | undefined
  },
) => {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <textarea
        {...common(props, state)}
        className={classes(
          'utrecht-textarea',
          'utrecht-textarea--html-textarea',
          state.error !== undefined && 'utrecht-textarea--invalid',
        )}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        dir="auto"
        lang={props.lang}
        data-shortcut={props.shortcut}
        autoFocus={props.autoFocus}
        defaultValue={asText(state.value)}
      />
    </Field>
  )
}

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d/

/** A picker drops what is no day or no time; such words stay in a box of text, to be mended. */
const boxType = (type: 'date' | 'time', value: string | undefined): 'date' | 'time' | 'text' => {
  if (value === undefined || value === '') return type
  const isPickable = type === 'date' ? CalendarDay.safeParse(value).success : CLOCK_TIME.test(value)
  return isPickable ? type : 'text'
}

const Moment = ({
  type,
  props,
}: {
  readonly type: 'date' | 'time'
  readonly props: FieldProps & { readonly min?: string; readonly max?: string }
}) => {
  const state = useField(props)
  return (
    <Field {...props} state={state} narrow>
      <input
        {...common(props, state)}
        className={boxClass(state.error)}
        type={boxType(type, asText(state.value))}
        min={props.min}
        max={props.max}
        defaultValue={asText(state.value)}
      />
    </Field>
  )
}
/** Value `YYYY-MM-DD`. */
export const DateField = (props: FieldProps & { readonly min?: string; readonly max?: string }) => (
  <Moment type="date" props={props} />
)
/** Value `HH:MM`. */
export const TimeField = (props: FieldProps & { readonly min?: string; readonly max?: string }) => (
  <Moment type="time" props={props} />
)

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: ReactNode
}

export const Select = (
  props: FieldProps & {
    readonly options: readonly Option[]
    /** First, empty line; `false` leaves it out. Default: "Maak een keuze". */
    readonly empty?: string | false
    readonly autoFocus?: boolean
  },
) => {
  const state = useField(props)
  const t = useUiTexts()
  return (
    <Field {...props} state={state}>
      <select
        {...common(props, state)}
        className={classes(boxClass(state.error), 'op-select')}
        autoFocus={props.autoFocus}
        defaultValue={asText(state.value) ?? ''}
      >
        {props.empty === false ? null : <option value="">{props.empty ?? t('choose')}</option>}
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Goes in a form with `upload`. */
export const FileField = (props: FieldProps & { readonly accept?: readonly string[]; readonly multiple?: boolean }) => {
  const t = useUiTexts()
  const kinds = props.accept?.join(', ')
  const hint = props.hint ?? (kinds === undefined ? undefined : t('fileKinds', { kinds }))
  const state = useField({ ...props, ...(hint === undefined ? {} : { hint }) })
  return (
    <Field {...props} hint={hint} state={state}>
      <input
        {...common(props, state)}
        className={classes(boxClass(state.error), 'op-file')}
        type="file"
        accept={props.accept?.join(',')}
        multiple={props.multiple}
      />
    </Field>
  )
}
