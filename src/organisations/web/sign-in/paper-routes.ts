import { z } from 'zod'
import { typedPaperCode } from '#platform'
import { paths } from '../paths.ts'
import { paperPage } from './paper.page.tsx'
import type { Reception } from './reception.ts'

const Day = z.coerce.number().int().min(1).max(31)
const Month = z.coerce.number().int().min(1).max(12)

/** A letter and a birthday: what is wrong with either is never told apart. */
export const paperRoutes = (reception: Reception): void => {
  reception.post(paths.paper, paperPage, async posted => {
    const code = typedPaperCode(posted.fields.text('code'))
    const day = Day.safeParse(posted.fields.text('day'))
    const month = Month.safeParse(posted.fields.text('month'))
    if (code === '') return reception.showAgain(posted, paperPage, 'code', 'required')
    if (!day.success) return reception.showAgain(posted, paperPage, 'day', 'dayWrong')
    if (!month.success) return reception.showAgain(posted, paperPage, 'month', 'monthMissing')
    const trying = () => reception.auth.withPaper(posted.visitor, { code, month: month.data, day: day.data })
    const welcome = { ...posted, back: `${paths.ownAddress}?welkom=1` }
    return reception.attempt(welcome, paperPage, { key: `paper ${code}`, field: '', trying })
  })
}
