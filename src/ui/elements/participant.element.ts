import { startDrafts } from './draft-keeper.element.ts'
import { startReadAloud } from './read-aloud.element.ts'
import { startSubmitOnce } from './submit-once.element.ts'

startDrafts()
startReadAloud()
startSubmitOnce()
