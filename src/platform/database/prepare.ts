import { type CompiledQuery, DummyDriver, Kysely, type RawBuilder, sql } from 'kysely'
import { type Db, dialectWith, workOf } from './pool.ts'

/** Stands in a statement for a value that is only known when it is sent. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Values = Readonly<Record<string, unknown>>
type Param<Params> = <Name extends keyof Params & string>(name: Name) => RawBuilder<Params[Name]>

/** A query of the builder, or a piece of SQL. */
interface Buildable<Row> {
  readonly compile: (db: Db) => CompiledQuery<Row>
}

type Send<Params, Row> = (db: Db, params: Params) => Promise<readonly Row[]>

/** Builds and compiles; has no connection. */
const drafts: Db = new Kysely({ dialect: dialectWith(() => new DummyDriver()) })

/**
 * A statement of a hot path, built and compiled at its first use; from then on only the values differ:
 * `const byId = prepared<{ id: string }>()((db, param) => db.withTables<…>()….where('id', '=', param('id')))`,
 * then `await byId(db, { id })`.
 */
export const prepared =
  <Params extends Values>() =>
  <Row>(build: (db: Db, param: Param<Params>) => Buildable<Row>): Send<Params, Row> => {
    let compiled: CompiledQuery<Row> | undefined
    const compile = (): CompiledQuery<Row> => build(drafts, name => sql`${new Slot(name)}`).compile(drafts)
    return async (db, params) => {
      compiled ??= compile()
      const values = compiled.parameters.map(value => (value instanceof Slot ? params[value.name] : value))
      const { rows } = await workOf(db).send<Row & object>(compiled.sql, values)
      return rows
    }
  }
