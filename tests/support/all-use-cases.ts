import type { AnyUseCase } from '#platform'
import { sharingUseCases } from '#sharing'
import { registry } from '../../src/shell/modules.ts'

/** Every use case of the product, also of a module that the shell does not serve yet. */
export const allUseCases: readonly AnyUseCase[] = [
  ...new Map([...registry.values(), ...sharingUseCases].map(useCase => [useCase.name, useCase])).values(),
]
