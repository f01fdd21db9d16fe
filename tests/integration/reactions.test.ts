import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { createJobs, createMailer, FACTS_TASK, factsTask, fixedClock, MAIL_TASK } from '#platform'
import { acceptReferral, getReferral, sendReferral } from '#trajectories'
import { referralInput } from '#trajectories/test-kit'
import { referralMail } from '../../src/shell/reactions/referral-mail.ts'

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() })

let house: TestHouse
beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())

test('who has to answer a referral gets a mail, and who sent it hears that it was accepted; no mail names the person', async () => {
  const tenantId = await house.municipality()
  const desk = await house.organisation(tenantId, 'municipalDesk', 'Serviceplein')
  const brug = await house.organisation(tenantId)
  const karin = await house.member(tenantId, 'serviceplein', { organisationId: desk })
  const mirjam = await house.member(tenantId, 'coach', { organisationId: brug })
  const elsewhere = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Rietdorp'),
  })
  const mails: z.infer<typeof Mail>[] = []
  const clock = { now: () => new Date() }
  const tools = { runner: house.runner, mailer: createMailer(house.pool), clock }
  const jobs = createJobs({
    connectionString: house.appUrl,
    tasks: {
      [FACTS_TASK]: factsTask(house.pool, referralMail(tools)),
      [MAIL_TASK]: async mail => void mails.push(Mail.parse(mail)),
    },
    log: () => undefined,
  })

  const sent = await house.runner.run(sendReferral, karin, referralInput(brug, { callName: 'Roza', surname: 'Kaya' }))
  if (!sent.ok) throw new Error(sent.code)
  await jobs.runDue()
  expect(mails.map(mail => [mail.to, mail.subject])).toEqual([[mirjam.email, 'Nieuwe aanmelding in Opstap']])
  expect(mails[0]?.text).toContain(`/aanmeldingen/${sent.value.referralId}`)

  const { participantId, referralId } = sent.value
  const read = await house.runner.run(getReferral, mirjam, { participantId, referralId })
  if (!read.ok) throw new Error(read.code)
  const accepted = await house.runner.run(acceptReferral, mirjam, { participantId, referralId, version: 1 })
  expect(accepted.ok).toBe(true)
  await jobs.runDue()
  expect(mails.map(mail => mail.to)).toEqual([mirjam.email, karin.email])
  expect(mails.some(mail => mail.to === elsewhere.email)).toBe(false)
  expect(mails.filter(mail => /Roza|Kaya/.test(mail.text + mail.subject))).toEqual([])
  const open = await house.owner.query('select count(*)::int as n from outbox_fact where handled_at is null')
  expect(open.rows[0]).toEqual({ n: 0 })
})

test('facts of long ago are history: they are handled without a mail', async () => {
  const tenantId = await house.municipality('Anders')
  const brug = await house.organisation(tenantId)
  await house.member(tenantId, 'coach', { organisationId: brug })
  await house.owner.query(
    `insert into outbox_fact (tenant_id, id, name, payload, at) values ($1, gen_random_uuid(), 'ReferralSent', $2, '2026-01-01')`,
    [tenantId, JSON.stringify({ referralId: tenantId, organisationId: brug, participantId: tenantId })],
  )
  const mails: unknown[] = []
  const mailer = { send: async (mail: unknown) => void mails.push(mail) }
  await factsTask(
    house.pool,
    referralMail({ runner: house.runner, mailer, clock: fixedClock('2026-11-22T10:00:00Z') }),
  )({ tenantId })
  expect(mails).toEqual([])
  const open = await house.owner.query('select count(*)::int as n from outbox_fact where tenant_id = $1 and handled_at is null', [
    tenantId,
  ])
  expect(open.rows[0]).toEqual({ n: 0 })
})
