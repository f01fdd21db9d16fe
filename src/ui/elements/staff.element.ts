import { startDrafts } from './draft-keeper.element.ts'
import { startReadAloud } from './read-aloud.element.ts'
import { startShortcuts } from './shortcuts.element.ts'
import { startSubmitOnce } from './submit-once.element.ts'
import { startUnfolding } from './unfold.element.ts'

startDrafts()
startSubmitOnce()
startShortcuts()
startReadAloud()
startUnfolding()
