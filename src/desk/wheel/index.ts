import type { AnyPage } from '#platform'
import { myWheelPage } from './my-wheel.page.tsx'
import { rolesPage } from './roles.page.tsx'
import { wheelPage } from './wheel.page.tsx'

export const wheelPages: readonly AnyPage[] = [wheelPage, rolesPage, myWheelPage]
