import type { AnyUseCase, ModuleWeb } from '#platform'
import { getAreaFigures } from './use-cases/get-area-figures.ts'
import { wheelPage } from './web/wheel.page.tsx'

export const insightUseCases: readonly AnyUseCase[] = [getAreaFigures]
export const insightWeb: ModuleWeb = { pages: [wheelPage], forms: [] }
