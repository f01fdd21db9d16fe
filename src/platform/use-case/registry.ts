import type { z } from 'zod'
import type { ParticipantId } from '#kernel'
import type { Access, Rest } from './use-case.ts'

/** Any use case, whatever its input: what the registry, the API description and the access matrix walk over. */
export interface AnyUseCase {
  readonly kind: 'query' | 'command'
  readonly name: string
  readonly summary: string
  readonly input: z.ZodObject
  readonly output: z.ZodType
  readonly access: Access
  readonly subject?: (input: never) => ParticipantId | undefined
  readonly rest?: Rest
  readonly oneBatch?: boolean
  readonly personal?: boolean
  readonly run: (context: never) => Promise<unknown>
}

export type Registry = ReadonlyMap<string, AnyUseCase>

/** All use cases of the product under their names; a name twice or a REST address twice is a mistake at start. */
export const createRegistry = (useCases: readonly AnyUseCase[]): Registry => {
  const registry = new Map<string, AnyUseCase>()
  const addresses = new Map<string, string>()
  for (const useCase of useCases) {
    if (registry.has(useCase.name)) throw new Error(`Two use cases are called ${useCase.name}`)
    registry.set(useCase.name, useCase)
    if (useCase.rest === undefined) continue
    const address = `${useCase.rest.method} ${useCase.rest.path.replace(/\{\w+\}/g, '{}')}`
    const other = addresses.get(address)
    if (other !== undefined) throw new Error(`${useCase.name} and ${other} answer at the same address: ${address}`)
    addresses.set(address, useCase.name)
  }
  return registry
}
