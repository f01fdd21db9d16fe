import type { PageContext } from '#platform'
import { ConflictPanel, LinkButton } from '#ui'

export interface Differing {
  readonly label: string
  readonly theirs: string | undefined
  readonly yours: string | undefined
}

interface BothTextsProps {
  readonly context: PageContext
  readonly formId: string
  /** What can differ, from what was typed; what is the same on both sides is left out. */
  readonly fields: (typed: (name: string) => string) => readonly Differing[]
  /** Where one goes who leaves what the other wrote. */
  readonly leave: { readonly href: string; readonly label: string }
  /** Words for a side that is empty. */
  readonly empty?: string
}

/** Two changed the same: what stands there now beside what was typed, which is still in the form below. */
export const BothTexts = ({ context, formId, fields, leave, empty = '' }: BothTextsProps) => {
  const { form } = context
  if (form?.id !== formId || form.refusal.code !== 'versionConflict') return null
  const both = fields(name => form.fields.text(name)).map(({ label, theirs = '', yours = '' }) => ({ label, theirs, yours }))
  const differing = both.filter(({ theirs, yours }) => theirs !== yours)
  const shown = differing.length === 0 ? both.slice(0, 1) : differing
  return (
    <ConflictPanel fields={shown.map(({ label, theirs, yours }) => ({ label, theirs: theirs || empty, yours: yours || empty }))}>
      <LinkButton look="secondary" href={leave.href}>
        {leave.label}
      </LinkButton>
    </ConflictPanel>
  )
}
