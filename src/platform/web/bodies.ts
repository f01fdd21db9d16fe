import type { FastifyInstance, FastifyRequest } from 'fastify'
import multipart from '@fastify/multipart'
import type { UploadedFile } from './page.ts'

/** A posted form as it came: field values in order, and files. */
export class PostedForm {
  constructor(
    readonly values: ReadonlyMap<string, readonly string[]>,
    readonly files: ReadonlyMap<string, UploadedFile>,
  ) {}
}

/** The bytes are not what they say they are; nothing is replaced silently. */
export class UnreadableBody extends Error {
  readonly statusCode = 400
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UnreadableBody('The text is not valid UTF-8.')
  }
}

const percentDecode = (text: string): string => {
  if (!/[%+]/.test(text)) return text
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    throw new UnreadableBody('The form is not valid UTF-8.')
  }
}

const MOST_FIELDS = 2_000

const readUrlEncoded = (body: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>()
  const pairs = body === '' ? [] : body.split('&')
  if (pairs.length > MOST_FIELDS) throw new UnreadableBody('The form has too many fields.')
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = percentDecode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : percentDecode(pair.slice(at + 1))
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return values
}

/** Strict readers for the three kinds of body that the product takes. */
export const readBodies = async (app: FastifyInstance, uploadLimit: number): Promise<void> => {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      void parseJson(request, decode(body as Buffer), done)
    } catch (error) {
      done(error as Error)
    }
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => new PostedForm(readUrlEncoded(decode(body)), new Map()),
  )
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 3, fields: 200, fieldSize: 100_000, parts: 210 } })
}

type Multipart = Pick<FastifyRequest, 'raw' | 'routeOptions'> & { readonly parts: () => AsyncIterableIterator<unknown> }

class TooLarge extends Error {
  readonly statusCode = 413
}

/** Fails once more has come than the route takes, also outside any part, where the parser has no limit. */
const tooMuch = ({ raw, routeOptions }: Multipart): Promise<never> =>
  new Promise((_resolve, reject) => {
    let taken = 0
    raw.on('data', (chunk: Buffer) => {
      taken += chunk.length
      if (taken <= (routeOptions.bodyLimit ?? Number.POSITIVE_INFINITY)) return
      raw.unpipe()
      raw.pause()
      reject(new TooLarge('The form is too large.'))
    })
  })

/** Reads a multipart form into memory, up to the limits; larger ones end in 413, broken ones in 400. */
export const readMultipart = async (request: Multipart): Promise<PostedForm> => {
  try {
    // Reading begins at once, and with it the flow that is counted.
    const reading = readParts(request)
    return await Promise.race([reading, tooMuch(request)])
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error
    throw new UnreadableBody('The form is broken off or has no parts.')
  }
}

const readParts = async (request: Multipart): Promise<PostedForm> => {
  const values = new Map<string, string[]>()
  const files = new Map<string, UploadedFile>()
  for await (const part of request.parts() as AsyncIterableIterator<
    | { type: 'file'; fieldname: string; filename: string; toBuffer: () => Promise<Buffer> }
    | { type: 'field'; fieldname: string; value: unknown }
  >) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename !== '') files.set(part.fieldname, { fileName: part.filename, bytes })
    } else values.set(part.fieldname, [...(values.get(part.fieldname) ?? []), String(part.value)])
  }
  return new PostedForm(values, files)
}
