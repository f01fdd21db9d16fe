import pg from 'pg'
import { serialize } from 'pg-protocol'

/** What came back for one statement. */
export interface Answer<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
  /** Its first word as the server says it: `COMMIT`, or `ROLLBACK` when there was nothing to commit. */
  readonly command: string
}

type Encoded = string | Buffer | null

export interface Statement {
  readonly text: string
  /** Under which name the connection keeps it, so that it is parsed and planned once; without one it is parsed each time. */
  readonly name: string | undefined
  readonly values: readonly Encoded[]
  readonly resolve: (answer: Answer<never>) => void
  readonly reject: (error: unknown) => void
}

type Parse = (text: string) => unknown
type ParserFor = (type: number) => Parse
type Row = Record<string, unknown>

/** How the answers of a statement are read: each row is a copy of `blank`, so that all have one shape from the start. */
interface Columns {
  readonly names: readonly string[]
  readonly parsers: readonly Parse[]
  readonly blank: Readonly<Row>
}
const NONE: Columns = { names: [], parsers: [], blank: {} }

/** What a connection knows: the columns of the statements that it keeps, and those of which it is not sure that they are kept. */
interface Kept {
  readonly columns: Map<string, Columns>
  readonly unsure: Set<string>
}
const keptOn = new WeakMap<pg.Connection, Kept>()
const keptBy = (connection: pg.Connection): Kept => {
  const known = keptOn.get(connection)
  if (known !== undefined) return known
  const none: Kept = { columns: new Map(), unsure: new Set() }
  keptOn.set(connection, none)
  return none
}

interface FieldMessage {
  readonly name: string
  readonly dataTypeID: number
}

/**
 * Several statements that travel as one: one packet there, one barrier at the end, and the columns of a statement that the
 * connection keeps are asked once. The first that fails stops the ones behind it; they fail with the same error.
 */
export class Batch extends pg.Query {
  readonly statements: Statement[]
  readonly #parserFor: ParserFor
  #kept: Kept = { columns: new Map(), unsure: new Set() }
  #at = 0
  #columns: Columns = NONE
  #rows: Row[] = []
  #unreadable: unknown

  constructor(statements: Statement[], parserFor: ParserFor) {
    super('')
    this.statements = statements
    this.#parserFor = parserFor
    this.submit = connection => this.#send(connection)
  }

  #send(connection: pg.Connection): void {
    this.#kept = keptBy(connection)
    const { columns, unsure } = this.#kept
    const asked = new Set<string>()
    // Gathered and written once: a stream of many small pieces costs more than what is in them.
    const messages: Buffer[] = []
    for (const { name = '', text, values } of this.statements) {
      const isKept = name !== '' && (columns.has(name) || asked.has(name))
      if (unsure.delete(name)) messages.push(serialize.close({ type: 'S', name }))
      if (!isKept) messages.push(serialize.parse({ name, text }))
      messages.push(serialize.bind({ statement: name, values: values as Encoded[] }))
      if (!columns.has(name)) messages.push(serialize.describe({ type: 'P' }))
      messages.push(serialize.execute())
      asked.add(name)
    }
    messages.push(serialize.sync())
    if (connection.stream.writable) connection.stream.write(Buffer.concat(messages))
    this.#begin()
  }

  /** Ready for the answer of the next statement. */
  #begin(): void {
    this.#rows = []
    this.#unreadable = undefined
    this.#columns = this.#kept.columns.get(this.statements[this.#at]?.name ?? '') ?? NONE
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldMessage[] }): void {
    const names = fields.map(({ name }) => name)
    this.#columns = {
      names,
      parsers: fields.map(({ dataTypeID }) => this.#parserFor(dataTypeID)),
      blank: Object.fromEntries(names.map(name => [name, null])),
    }
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, parsers, blank } = this.#columns
    const row: Row = { ...blank }
    try {
      for (let index = 0; index < names.length; index += 1) {
        const text = fields[index] ?? null
        row[names[index] as string] = text === null ? null : parsers[index]?.(text)
      }
      this.#rows.push(row)
    } catch (error) {
      this.#unreadable ??= error
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const statement = this.statements[this.#at]
    if (statement === undefined) return
    if (statement.name !== undefined) this.#kept.columns.set(statement.name, this.#columns)
    const words = text.split(' ')
    const count = Number(words.at(-1))
    const answer = { rows: this.#rows as never[], rowCount: Number.isNaN(count) ? null : count, command: words[0] ?? '' }
    const unreadable = this.#unreadable
    this.#at += 1
    this.#begin()
    if (unreadable === undefined) statement.resolve(answer)
    else statement.reject(unreadable)
  }

  /** An error of the server, or of the connection: nothing behind it was done. */
  handleError(error: unknown): void {
    const left = this.statements.slice(this.#at)
    this.#at = this.statements.length
    for (const { name, reject } of left) {
      // It may have been parsed before it failed, or not: it is taken away before it is parsed again.
      if (name !== undefined && !this.#kept.columns.has(name)) this.#kept.unsure.add(name)
      reject(error)
    }
  }

  handleReadyForQuery(): void {
    if (this.#at < this.statements.length) this.handleError(new Error('The database answered fewer statements than it was sent'))
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleCopyInResponse(): void {
    this.handleError(new Error('Rows are copied in on a connection of their own'))
  }
}
