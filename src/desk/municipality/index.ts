import type { AnyPage, AnyUseCase } from '#platform'
import { getTrajectoryState } from './get-trajectory-state.ts'
import { trajectoryPage } from './trajectory.page.tsx'

export const municipalityUseCases: readonly AnyUseCase[] = [getTrajectoryState]
export const municipalityPages: readonly AnyPage[] = [trajectoryPage]
