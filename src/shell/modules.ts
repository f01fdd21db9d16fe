import { contactsUseCases } from '#contacts'
import { deskUseCases, deskWeb } from '#desk'
import { instrumentsUseCases, instrumentsWeb } from '#instruments'
import { insightUseCases, insightWeb } from '#insight'
import { matchingUseCases, matchingWeb } from '#matching'
import { organisationsUseCases, organisationsWeb } from '#organisations'
import { peopleUseCases } from '#people'
import { plansUseCases } from '#plans'
import { regimesUseCases, regimesWeb } from '#regimes'
import { sharingUseCases } from '#sharing'
import { supplyUseCases, supplyWeb } from '#supply'
import { trajectoriesUseCases, trajectoriesWeb } from '#trajectories'
import { type AnyForm, type AnyPage, createRegistry, type Download, type ModuleWeb, type Registry } from '#platform'

/** Every use case of the product: the API, its description and the access matrix walk over it. */
export const registry: Registry = createRegistry([
  ...organisationsUseCases,
  ...regimesUseCases,
  ...peopleUseCases,
  ...sharingUseCases,
  ...trajectoriesUseCases,
  ...supplyUseCases,
  ...instrumentsUseCases,
  ...plansUseCases,
  ...contactsUseCases,
  ...matchingUseCases,
  ...insightUseCases,
  ...deskUseCases,
])

const modules: readonly ModuleWeb[] = [
  organisationsWeb,
  regimesWeb,
  trajectoriesWeb,
  supplyWeb,
  instrumentsWeb,
  matchingWeb,
  insightWeb,
  deskWeb,
]

/** Every page of the product: routes, navigation and the gates of the browser tests walk over it. */
export const pages: readonly AnyPage[] = modules.flatMap(module => module.pages)
export const forms: readonly AnyForm[] = modules.flatMap(module => module.forms)
export const downloads: readonly Download[] = modules.flatMap(module => module.downloads ?? [])
