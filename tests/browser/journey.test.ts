import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn } from '#kernel'
import { NOTE, planReview, seeAsDesk, seeAsPartner, seeAsStranger, seeWhatHappened, writeNote } from './journey/after.ts'
import { agree, agreeSteps, GOAL, MARKED, STEPS, STRENGTH, talk, UNMARKED, WISH } from './journey/conversation.ts'
import { openWindows, type Windows } from './journey/hand.ts'
import { choose, nextOneWaits } from './journey/matching.ts'
import {
  expectNothingRed,
  invite,
  PHONE,
  printPlan,
  readInArabic,
  readWhoLooked,
  signInWithCode,
  takeFirstStep,
  tryWithoutScript,
} from './journey/phone.ts'
import { accept, amend, askBack, EMAIL, planFirstConversation, refer } from './journey/referral.ts'
import { importAsItIs, importNextEdition, mergeStoredDouble, watchALongList } from './journey/supply.ts'
import { openProduct, type Product } from './product.ts'

/** The main job, from a list of offers to a first small step taken. Watch it: HEADED=1 npx vitest run tests/browser/journey.test.ts */
const LONGEST_MS = 300_000
const AS_MANY_SECONDS = 120
const SMALLER = 'Eerst alleen even kijken'
const HOME_2451_CA = { lat: 52.16, lon: 4.72 }

let product: Product
let windows: Windows
beforeAll(async () => {
  product = await openProduct()
  windows = openWindows(product.visit, { viewport: { width: 1280, height: 900 } })
}, LONGEST_MS)
afterAll(async () => {
  await windows.end()
  await product.close()
})

/** Browsers report a refused form as an error; anything else is one. */
const ASKED_FOR = /the server responded with a status of (400|404|409)/

test(
  'from a referral to a first small step taken, in Dutch',
  async () => {
    const { origin } = product
    const today = dayIn(new Date())
    const pageOf = async (name: string) => (await windows.of(name)).page

    // 1. The supply
    const fresh = await pageOf('beheer@anders.opstap.test')
    await importAsItIs(fresh, origin)
    await watchALongList(fresh, origin)
    const beheer = await pageOf('beheer')
    await importNextEdition(beheer, origin)
    await mergeStoredDouble(beheer, origin)

    // 2. The referral
    const desk = await pageOf('serviceplein')
    const { url, seconds } = await refer(desk, origin)
    expect(seconds).toBeLessThan(AS_MANY_SECONDS)
    await amend(desk)

    // 3. The coach sees it, asks back, accepts and plans
    const coach = await pageOf('coach')
    await askBack(coach, desk, origin, url)
    const id = await accept(coach, url)
    const home = `${origin}/deelnemers/${id}`
    await planFirstConversation(coach, addDays(today, 1))

    // 4 and 5. Together at one screen: wish, goal, and what fits
    const find = await talk(coach, home)
    const told = { said: [WISH, STRENGTH], goal: GOAL, dayParts: ['2-morning', '4-afternoon', '4-evening'], point: HOME_2451_CA }
    await choose(product, coach, find, { ...told, age: 40 })
    await nextOneWaits(product, coach)

    // 6. Three small steps
    await agreeSteps(coach, home, [today, addDays(today, 2), addDays(today, 7)])
    await agree(coach, home)

    // 7. On the phone
    await invite(coach, home, EMAIL)
    const phone = await product.visit(PHONE)
    await signInWithCode(phone.page, origin, EMAIL)
    await takeFirstStep(phone.page, STEPS[0])
    const plain = await product.visit({
      ...PHONE,
      javaScriptEnabled: false,
      storageState: await phone.page.context().storageState(),
    })
    await tryWithoutScript(plain.page, origin, STEPS[1], SMALLER)
    await expectNothingRed(phone.page, origin)
    await readInArabic(phone.page, origin, SMALLER)

    // 8. The coach sees it, writes a note, plans a review
    await seeWhatHappened(coach, home, STEPS[0].title, STEPS[1].title)
    const note = await writeNote(coach, home)
    await planReview(coach, home, addDays(today, 28))

    // 9. Who sees what
    await seeAsDesk(desk, { origin, id, marked: MARKED, hidden: [NOTE, UNMARKED, GOAL, STEPS[0].title] })
    await seeAsPartner(await pageOf('partner'), origin)
    await seeAsStranger(await pageOf('coach@anders.opstap.test'), origin, id)

    // 10. Who looked, and the plan on paper
    await readWhoLooked(phone.page, origin)
    await printPlan(phone.page, origin, [GOAL, SMALLER])

    const complaints = [...windows.complaints(), ...phone.complaints, ...plain.complaints]
    expect(complaints.filter(each => !ASKED_FOR.test(each))).toEqual([])
    await Promise.all([phone.end(), plain.end()])
    process.stdout.write(`Referral: about ${Math.round(seconds)} s of typing. Note: ${note.ms} ms, ${note.keys} keys.\n`)
  },
  LONGEST_MS,
)
