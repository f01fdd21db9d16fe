import { z } from 'zod'
import type { PageContext } from '#platform'
import { Button, Callout, Row, Rows, sayDate } from '#ui'
import { KnownPerson } from '../use-cases/find-duplicates.ts'
import type { T } from './texts.ts'

const Refused = z.object({ candidates: z.array(KnownPerson) })

const about = (known: KnownPerson, { lang, today }: PageContext, t: T): string =>
  [
    t('duplicate.born', { day: sayDate(known.birthDate, today, lang) }),
    t(`duplicate.because.${known.because}`),
    ...(known.trajectory === undefined ? [] : [t('duplicate.running', { organisation: known.trajectory.organisationName })]),
    ...(known.openReferral === undefined ? [] : [t('duplicate.waiting', { organisation: known.openReferral.organisationName })]),
  ].join(' · ')

/** Who may be meant, with both ways on; everything that was typed stays in the form around it. */
export const Duplicates = ({ context, t }: { readonly context: PageContext; readonly t: T }) => {
  const refusal = context.form?.refusal
  if (refusal?.code !== 'duplicate') return null
  const parsed = Refused.safeParse(refusal.details)
  const candidates = parsed.success ? parsed.data.candidates : []
  const byNumber = refusal.field === 'bsn'
  if (candidates.length === 0) return <Callout tone="orange">{t('duplicate.raced')}</Callout>
  return (
    <>
      {/* Enter in a field presses the first button of a form: that must not be one that says who somebody is. */}
      <button type="submit" className="op-unseen" tabIndex={-1} aria-hidden="true">
        {t('new.send')}
      </button>
      <Callout tone="orange" title={t('duplicate.title', { count: candidates.length })} level={2}>
        <Rows label={t('duplicate.title', { count: candidates.length })}>
          {candidates.map(known => (
            <Row
              key={known.participantId}
              title={`${known.callName} ${known.surname}`}
              detail={about(known, context, t)}
              end={
                <Button
                  look="confirm"
                  name="knownPerson"
                  value={known.participantId}
                  label={t('duplicate.sameLabel', { name: `${known.callName} ${known.surname}` })}
                >
                  {t('duplicate.same')}
                </Button>
              }
            />
          ))}
        </Rows>
        <p className="op-soft">{byNumber ? t('duplicate.fixBsn') : t('duplicate.keeps')}</p>
        {byNumber ? null : (
          <div className="op-actions">
            <Button look="secondary" name="notTheSame" value="yes">
              {t('duplicate.other')}
            </Button>
          </div>
        )}
      </Callout>
    </>
  )
}
