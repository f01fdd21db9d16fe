import { sql } from 'kysely'
import { z } from 'zod'
import { Law } from '#kernel'
import type { Db } from '#platform'
import { AreaFigures } from '../domain/figures.ts'

interface Row {
  readonly area: string
  readonly people: number | null
  readonly open_goals: number | null
  readonly reached_goals: number | null
  readonly unmet_wishes: number | null
  readonly offers: number
  readonly laws: readonly string[]
}

const knownLaws = (laws: readonly string[]) => laws.flatMap(law => Law.safeParse(law).data ?? [])

/** The six areas in their order; what too few people stand behind is kept back by the database already. */
export const listAreaFigures = async (db: Db): Promise<readonly AreaFigures[]> => {
  const { rows } =
    await sql<Row>`select area, people, open_goals, reached_goals, unmet_wishes, offers, laws from area_figures()`.execute(db)
  return rows.map(row =>
    AreaFigures.parse({
      area: row.area,
      people: row.people ?? undefined,
      openGoals: row.open_goals ?? undefined,
      reachedGoals: row.reached_goals ?? undefined,
      unmetWishes: row.unmet_wishes ?? undefined,
      offers: row.offers,
      laws: knownLaws(row.laws),
    }),
  )
}

/** From how many people on a figure is shown. */
export const findSmallNumber = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ least: number }>`select small_number() as least`.execute(db)
  return z.int().positive().parse(rows[0]?.least)
}
