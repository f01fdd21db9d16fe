import { NOTE_KINDS } from '#contacts'
import type { PageContext } from '#platform'
import { DateField, defineTexts, Details, RadioGroup, TextArea } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const noteTexts = defineTexts({ nl, en })

/** The fields of a note: the words first, so that typing can begin at once; kind and day are filled in already. */
export const NoteFields = ({
  context,
  autoFocus = false,
  shortcut,
  brief = false,
}: {
  readonly context: PageContext
  readonly autoFocus?: boolean
  readonly shortcut?: string
  /** Among other things on a page: only the words stand open. */
  readonly brief?: boolean
}) => {
  const { t } = noteTexts(context.lang)
  const kind = (
    <RadioGroup name="kind" label={t('kind')} side options={NOTE_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))} />
  )
  return (
    <>
      <TextArea
        name="words"
        label={t(brief ? 'wordsBrief' : 'words')}
        {...(brief ? {} : { hint: t('wordsHint') })}
        rows={brief ? 2 : 4}
        autoFocus={autoFocus}
        shortcut={shortcut}
      />
      {brief ? null : kind}
      <Details summary={t(brief ? 'kindAndDay' : 'happenedOn')} holds={['happenedOn', 'kind']}>
        {brief ? kind : null}
        <DateField name="happenedOn" label={t('happenedOn')} max={context.today} />
      </Details>
    </>
  )
}
