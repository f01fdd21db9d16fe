import { addDays, type CalendarDay } from '#kernel'
import type { Step } from '#plans'
import { type Lang, sayRelative, sayTimes, sayWeekday } from '#ui'
import type { NextAppointment } from './story.ts'
import type { MyT } from './texts.ts'

/** Names, numbers and places from elsewhere keep their own order within Arabic. */
export const isolate = (text: string, lang: Lang, direction: 'own' | 'ltr' = 'own'): string =>
  lang === 'ar' ? `${direction === 'ltr' ? '\u2066' : '\u2068'}${text}\u2069` : text

/** Stands first: an own word, a day, a reason. */
export const withCapital = (text: string, lang: Lang): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** "Vandaag", "Morgen", "Woensdag 25 november". */
const sayNear = (day: CalendarDay, today: CalendarDay, lang: Lang): string =>
  withCapital(day === today || day === addDays(today, 1) ? sayRelative(day, today, lang) : sayWeekday(day, today, lang), lang)

/** "10 uur" where the clock strikes, else "10.30 uur". */
const sayHour = (time: string, lang: Lang): string =>
  sayTimes(time, undefined, lang).replace(lang === 'nl' && time.endsWith(':00') ? /\.00(?= )/ : /$^/, '')

/** "10 uur", "10 - 11.30 uur". */
export const sayHours = (from: string, until: string | undefined, lang: Lang): string =>
  until === undefined ? sayHour(from, lang) : sayTimes(from, until, lang)

/** Day and time as people say them; a day that has passed is no reproach. */
export const sayMoment = (step: Step, today: CalendarDay, lang: Lang, t: MyT): string | undefined => {
  const { plannedOn, plannedAt } = step
  if (plannedOn === undefined) return undefined
  if (plannedOn < today) return t('my.was', { day: sayWeekday(plannedOn, today, lang) })
  const day = sayNear(plannedOn, today, lang)
  return plannedAt === undefined ? day : t('my.moment', { day, time: sayHour(plannedAt, lang) })
}

export const sayAppointment = (appointment: NextAppointment, lang: Lang, t: MyT): string => {
  const kind = t(`rows.appointment.${appointment.kind}`)
  return appointment.withName === undefined
    ? kind
    : t('rows.appointmentWith', { kind, name: isolate(appointment.withName, lang) })
}

export const sayAppointmentMoment = (appointment: NextAppointment, today: CalendarDay, lang: Lang, t: MyT): string =>
  t('my.moment', { day: sayNear(appointment.day, today, lang), time: sayHour(appointment.time, lang) })
