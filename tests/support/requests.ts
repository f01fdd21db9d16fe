import { API_BASE, type AnyUseCase } from '#platform'
import { accessEntries } from './entries/index.ts'
import { HOSTILE_BODIES, HOSTILE_SEGMENTS, HOSTILE_VALUES } from './hostile.ts'
import { type Asked, whoMay } from './site.ts'
import type { World, WorldActor } from './world.ts'

export type Input = Readonly<Record<string, unknown>>

/** Somebody whom the matrix lets run this. */
export const actorFor = (world: World, useCase: AnyUseCase): WorldActor['actor'] => {
  const entry = accessEntries[useCase.name]
  return whoMay(world, entry?.who ?? [], entry?.only === 'asked' ? 'asked' : entry?.only === 'offering' ? 'placement' : 'own')
}

export const inputFor = (world: World, useCase: AnyUseCase): Input => accessEntries[useCase.name]?.input(world.fixtures.A1) ?? {}

const segment = (value: unknown): string =>
  typeof value === 'string' ? encode(value) : encodeURIComponent(JSON.stringify(value) ?? '')

/** The request that carries this input: its address, its query or its body. */
export const requestFor = (useCase: AnyUseCase, input: Input, segments: Readonly<Record<string, string>> = {}): Asked => {
  const { rest } = useCase
  if (rest === undefined) throw new Error(`${useCase.name} has no address`)
  const inPath = new Set([...rest.path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? ''))
  const path = rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segments[name] ?? segment(input[name]))
  const others = Object.entries(input).filter(([name]) => !inPath.has(name))
  if (rest.method === 'GET' || rest.method === 'DELETE') {
    const query = others.map(
      ([name, value]) => `${segment(name)}=${typeof value === 'string' ? encode(value) : segment(JSON.stringify(value))}`,
    )
    return { method: rest.method, path: `${API_BASE}${path}${query.length === 0 ? '' : `?${query.join('&')}`.slice(0, 7_000)}` }
  }
  return {
    method: rest.method,
    path: `${API_BASE}${path}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(others)),
  }
}

/** A lone surrogate cannot be percent-encoded: as the three bytes that a careless program sends. */
const encode = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80')

export interface HostileCase {
  readonly name: string
  readonly asked: Asked
}

/** Everything that is tried on one route. */
export const hostileRequests = (world: World, useCase: AnyUseCase): readonly HostileCase[] => {
  const { rest } = useCase
  if (rest === undefined) return []
  const good = inputFor(world, useCase)
  const fields = [...new Set([...Object.keys(good), ...Object.keys(useCase.input.shape)])]
  const values = fields.flatMap(field =>
    HOSTILE_VALUES.map((value, at) => ({
      name: `${useCase.name}: ${field} is hostile value ${at}`,
      asked: requestFor(useCase, { ...good, [field]: value }),
    })),
  )
  const inPath = [...rest.path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
  const segments = inPath.flatMap(name =>
    HOSTILE_SEGMENTS.map(text => ({
      name: `${useCase.name}: ${name} in the address is ${text.slice(0, 30)}`,
      asked: requestFor(useCase, good, { [name]: text }),
    })),
  )
  const plain = requestFor(useCase, good)
  const bodies = HOSTILE_BODIES.map(([name, body, type = 'application/json']) => ({
    name: `${useCase.name}: body is ${name}`,
    asked: { ...plain, body, headers: { 'content-type': type } },
  }))
  return [...values, ...segments, ...(rest.method === 'GET' ? [] : bodies)]
}

/** Every n-th, beginning elsewhere for each list, so that over all lists everything has its turn. */
export const thin = <T>(all: readonly T[], every: number, from: number): readonly T[] =>
  all.filter((_, at) => (at + from) % every === 0)
