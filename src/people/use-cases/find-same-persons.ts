import { type Bsn, type CalendarDay, ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import { bsnBox } from '../bsn-box.ts'
import { type Candidate, findCandidates } from '../domain/same-person.ts'
import { findByBsnHash } from '../storage/bsns.ts'
import { listBornOn, listPersons, lockBirthDate } from '../storage/persons.ts'

/** Who of the known people may be the one that is entered now; needs name, identity and bsn opened. */
export const findSamePersons = async (
  db: Db,
  tenantId: TenantId,
  entered: {
    readonly callName: string
    readonly surname: string
    readonly birthDate: CalendarDay
    readonly bsn?: Bsn | undefined
  },
  /** `register`: the answer still holds when this transaction registers somebody. */
  purpose: 'look' | 'register' = 'look',
): Promise<readonly Candidate[]> => {
  if (purpose === 'register') await lockBirthDate(db, tenantId, entered.birthDate)
  const [bornThen, found] = await Promise.all([
    listBornOn(db, tenantId, entered.birthDate),
    entered.bsn === undefined ? undefined : findByBsnHash(db, tenantId, bsnBox().hash(tenantId, entered.bsn)),
  ])
  const withBsn = found === undefined ? undefined : ParticipantId.parse(found)
  const others = bornThen.filter(person => person.participantId !== withBsn)
  const numbered = withBsn === undefined ? [] : await listPersons(db, tenantId, [withBsn])
  return findCandidates(entered, [...numbered, ...others], withBsn)
}
