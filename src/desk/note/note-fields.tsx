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
}: {
  readonly context: PageContext
  readonly autoFocus?: boolean
  readonly shortcut?: string
}) => {
  const { t } = noteTexts(context.lang)
  return (
    <>
      <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={4} autoFocus={autoFocus} shortcut={shortcut} />
      <RadioGroup name="kind" label={t('kind')} side options={NOTE_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))} />
      <Details summary={t('happenedOn')}>
        <DateField name="happenedOn" label={t('happenedOn')} max={context.today} />
      </Details>
    </>
  )
}
