import { z } from 'zod'
import type { AnyUseCase, Registry } from '../use-case/registry.ts'
import { API_BASE, API_VERSION } from './serve-api.ts'

type Json = Readonly<Record<string, unknown>>

const versionHeader: Json = { 'API-Version': { $ref: '#/components/headers/API-Version' } }

const problemSchema: Json = {
  type: 'object',
  required: ['status', 'title', 'detail', 'code'],
  properties: {
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          params: { type: 'object', additionalProperties: true },
        },
      },
    },
    current: {},
    candidates: {},
  },
}

const problemAnswer = (description: string): Json => ({
  description,
  headers: versionHeader,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** How a request can end badly, by status. */
const problems: Readonly<Record<string, string>> = {
  '400': 'Invalid input',
  '401': 'Not signed in',
  '404': 'Unknown, or no access',
  '409': 'Conflict with the present state',
  '503': 'The database is away; try again',
}

/** A moment goes over the line as text. */
const dates = ({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodTypes
  readonly jsonSchema: z.core.JSONSchema.BaseSchema
}): void => {
  if (zodSchema._zod.def.type !== 'date') return
  jsonSchema.type = 'string'
  jsonSchema.format = 'date-time'
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12', override: dates })
  return rest
}

const pathNames = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')

const operationOf = (useCase: AnyUseCase): Json => {
  const rest = useCase.rest
  if (rest === undefined) return {}
  const input = schemaOf(useCase.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const inPath = pathNames(rest.path)
  const fields = Object.entries(input.properties ?? {})
  const inQuery = rest.method === 'GET' || rest.method === 'DELETE' ? fields.filter(([name]) => !inPath.includes(name)) : []
  const inBody = rest.method === 'GET' || rest.method === 'DELETE' ? [] : fields.filter(([name]) => !inPath.includes(name))
  const required = (input.required ?? []).filter(name => !inPath.includes(name))
  return {
    operationId: useCase.name.replace('.', '_'),
    tags: [useCase.name.split('.')[0]],
    summary: useCase.summary,
    description: `May ${useCase.access.to}: ${useCase.access.who.join(', ')}.`,
    security: [{ bearer: [] }, { session: [] }],
    parameters: [
      ...inPath.map(name => ({ name, in: 'path', required: true, schema: input.properties?.[name] ?? { type: 'string' } })),
      ...inQuery.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
      ...(useCase.kind === 'command'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              description: 'A repeat with the same key gives the first answer',
              schema: { type: 'string', maxLength: 200 },
            },
          ]
        : []),
    ],
    ...(inBody.length > 0
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', properties: Object.fromEntries(inBody), ...(required.length > 0 ? { required } : {}) },
              },
            },
          },
        }
      : {}),
    responses: {
      [String(rest.status ?? 200)]: {
        description: 'The answer',
        headers: versionHeader,
        content: { 'application/json': { schema: schemaOf(useCase.output, 'output') } },
      },
      ...Object.fromEntries(
        Object.keys(problems)
          .filter(status => status !== '409' || useCase.kind === 'command')
          .map(status => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  }
}

/** The OpenAPI 3.1 description, made from the same definitions that answer. */
export const describeApi = (registry: Registry): Json => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const useCase of registry.values()) {
    if (useCase.rest === undefined) continue
    paths[useCase.rest.path] = { ...paths[useCase.rest.path], [useCase.rest.method.toLowerCase()]: operationOf(useCase) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Opstap API',
      version: API_VERSION,
      description:
        'One plan for people in multi-problem situations. Names are English by the glossary of the product; errors are problem details.',
      contact: { name: 'Opstap', email: 'opstap@example.org', url: 'https://example.org/opstap' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: API_BASE }],
    tags: [
      ...new Set(Object.keys(paths).length > 0 ? [...registry.values()].filter(u => u.rest).map(u => u.name.split('.')[0]) : []),
    ].map(name => ({ name, description: `Module ${name}` })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      headers: { 'API-Version': { description: 'Full version of the API', schema: { type: 'string', examples: [API_VERSION] } } },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [`Problem${status}`, problemAnswer(description)]),
      ),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token made with `npm run opstap -- token create`' },
        session: { type: 'apiKey', in: 'cookie', name: 'opstap.session_token' },
      },
    },
  }
}
