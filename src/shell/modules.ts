import { contactsUseCases } from '#contacts'
import { type AnyForm, type AnyPage, createRegistry, type ModuleWeb, type Registry } from '#platform'

/** Every use case of the product: the API, its description and the access matrix walk over it. */
export const registry: Registry = createRegistry([...contactsUseCases])

const modules: readonly ModuleWeb[] = []

/** Every page of the product: routes, navigation and the gates of the browser tests walk over it. */
export const pages: readonly AnyPage[] = modules.flatMap(module => module.pages)
export const forms: readonly AnyForm[] = modules.flatMap(module => module.forms)
