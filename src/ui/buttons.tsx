import type { ReactNode } from 'react'
import { classes } from './context.ts'

/** `primary` once per screen; `confirm` says yes (green); `secondary` beside it; `quiet` looks like a link. */
export type ButtonLook = 'primary' | 'confirm' | 'secondary' | 'quiet'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'nl-button--primary',
  confirm: 'nl-button--primary nl-button--positive',
  secondary: 'nl-button--secondary',
  quiet: 'nl-button--subtle',
}

interface Look {
  readonly look?: ButtonLook
  /** For the one large tap on a participant's page. */
  readonly large?: boolean
  readonly children: ReactNode
}
const looks = ({ look = 'primary', large }: Pick<Look, 'look' | 'large'>): string =>
  classes('nl-button', LOOKS[look], large && 'op-button--large')

/** Submits its form; `name` and `value` tell which of several buttons was used. */
export const Button = ({
  look,
  large,
  name,
  value,
  formAction,
  form,
  label,
  children,
}: Look & {
  readonly name?: string
  readonly value?: string
  readonly formAction?: string
  /** The id of a form elsewhere on the page. */
  readonly form?: string
  /** Full words for who cannot see the row that the button stands in. */
  readonly label?: string
}) => (
  <button
    className={looks({ ...(look && { look }), ...(large && { large }) })}
    type="submit"
    name={name}
    value={value}
    formAction={formAction}
    form={form}
    aria-label={label}
  >
    {children}
  </button>
)

/** A link that looks like a button: goes somewhere, changes nothing. */
export const LinkButton = ({
  look,
  large,
  href,
  label,
  shortcut,
  download,
  children,
}: Look & {
  readonly href: string
  readonly label?: string
  /** Key that follows this link (see the shortcuts element). */
  readonly shortcut?: string
  readonly download?: boolean
}) => (
  <a
    className={looks({ ...(look && { look }), ...(large && { large }) })}
    href={href}
    aria-label={label}
    data-shortcut={shortcut}
    download={download}
  >
    {children}
  </a>
)

/** Buttons side by side, wrapping; full width on a phone. */
export const Actions = ({ children }: { readonly children: ReactNode }) => <div className="op-actions">{children}</div>
