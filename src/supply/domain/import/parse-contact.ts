import { z } from 'zod'
import { WebAddress } from '../offer.ts'
import { note, reading, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

/** A Dutch postcode in any spacing → `1234 AB`. */
export const parsePostcode = (original: string): Reading<string | undefined> => {
  const text = original.trim()
  if (isBlank(text)) return reading(undefined)
  const match = /^([1-9]\d{3})\s*([a-z]{2})$/i.exec(text)
  if (!match) return reading(undefined, note('doubtful', 'postcode.unreadable'))
  const value = `${match[1]} ${match[2]?.toUpperCase()}`
  return value === text ? reading(value) : reading(value, note('repaired', 'postcode.spaced', value))
}

/** Dutch area codes of three digits; the others have four. */
const SHORT_AREAS = /^0(10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|70|71|72|73|74|75|76|77|78|79|84|85|87|88|91)/

/** A Dutch number spaced for reading; the text as it stands when it is no number that can be dialled from here. */
export const parsePhone = (original: string): Reading<string> => {
  const text = original.trim()
  if (isBlank(text)) return reading('')
  const digits = text.replace(/^(\+|00)31\s*(\(0\))?/, '0').replace(/[\s().\-/]/g, '')
  if (/^0[89]00\d{4,7}$/.test(digits)) return reading(`${digits.slice(0, 4)} ${digits.slice(4)}`)
  if (/^06\d{8}$/.test(digits)) return reading(`06 ${digits.slice(2)}`)
  if (!/^0[1-9]\d{8}$/.test(digits)) return reading(text, note('doubtful', 'phone.unreadable'))
  const area = SHORT_AREAS.test(digits) ? 3 : 4
  return reading(`${digits.slice(0, area)} ${digits.slice(area, area + 3)} ${digits.slice(area + 3)}`)
}

const Email = z.email().max(254)

export const parseEmail = (original: string): Reading<string | undefined> => {
  const text = original.trim()
  if (isBlank(text)) return reading(undefined)
  const candidates = text
    .replace(/^mailto:/i, '')
    .split(/[\s,;]+/)
    .filter(part => part !== '')
  const first = candidates.find(part => Email.safeParse(part).success)
  if (first === undefined) return reading(undefined, note('doubtful', 'email.unreadable'))
  if (candidates.length > 1) return reading(first, note('doubtful', 'email.several', first))
  return first === text ? reading(first) : reading(first, note('repaired', 'email.repaired', first))
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{2,5})?(?:[/?#]\S*)?$/i

/** A link that is safe to show: http or https. A bare `www.example.nl` gets https; any other scheme is refused. */
export const parseWebsite = (original: string): Reading<string | undefined> => {
  const text = original.trim()
  if (isBlank(text)) return reading(undefined)
  const isLink = /^https?:\/\//i.test(text)
  if (!isLink && HOST.test(text)) {
    const completed = WebAddress.safeParse(`https://${text}`)
    if (completed.success) return reading(completed.data, note('repaired', 'website.completed', completed.data))
  }
  if (!isLink && SCHEME.test(text)) return reading(undefined, note('doubtful', 'website.forbidden'))
  const link = WebAddress.safeParse(text)
  return link.success ? reading(link.data) : reading(undefined, note('doubtful', 'website.unreadable'))
}
