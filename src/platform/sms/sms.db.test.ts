import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PhoneNumber } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { systemClock } from '../clock.ts'
import { createJobs, type Jobs } from '../jobs/jobs.ts'
import { keptMail } from '../mail/kept-mail.ts'
import { codeText, createTexter, invitationText, SMS_TASK } from './texter.ts'
import { httpGateway, type SmsGateway, smsGateway, smsTask } from './send-sms.ts'

const NUMBER = PhoneNumber.parse('+31612345678')
let house: TestHouse
let server: Server
let url: string
let status = 200
let silent = false
const received: { body: unknown; token: string | undefined }[] = []
const log: string[] = []

beforeAll(async () => {
  house = await createHouse()
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ body: JSON.parse(Buffer.concat(parts).toString()), token: request.headers.authorization })
      if (silent) return
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end('x')
    })
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
})
beforeEach(async () => {
  status = 200
  silent = false
  received.length = 0
  log.length = 0
  await house.owner.query('delete from graphile_worker._private_jobs')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await house.close()
})

const jobsWith = (gateway: SmsGateway): Jobs =>
  createJobs({
    connectionString: house.appUrl,
    tasks: { [SMS_TASK]: smsTask(gateway, systemClock, 'https://opstap.veenrijk.test') },
    log: line => log.push(line),
  })
const waiting = async () =>
  (await house.owner.query<{ attempts: number }>('select attempts from graphile_worker._private_jobs')).rows

test('the gateway gets number, words, sender and token', async () => {
  await httpGateway({ url, token: 'geheim', from: 'Opstap' }).deliver({ to: NUMBER, text: 'Hallo' })
  expect(received).toEqual([{ body: { to: '+31612345678', text: 'Hallo', from: 'Opstap' }, token: 'Bearer geheim' }])
})

test('a gateway that is busy is tried again; the log knows neither number nor code', async () => {
  const jobs = jobsWith(httpGateway({ url, token: undefined, from: undefined }))
  await createTexter(house.pool).send(codeText(NUMBER, 'nl', '123456', new Date()))
  status = 503
  await jobs.runDue()
  expect(await waiting()).toEqual([{ attempts: 1 }])
  expect(log.join()).toContain('The text gateway answered 503')
  expect(log.join()).not.toMatch(/123456|612345678/)
  status = 202
  await house.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await jobs.runDue()
  expect(await waiting()).toEqual([])
  expect(received).toHaveLength(2)
  expect(received[1]?.body).toMatchObject({ to: '+31612345678', text: expect.stringContaining('123456') as string })
})

test('a gateway that says nothing is not waited for; one that points elsewhere gets nothing there', async () => {
  silent = true
  const gateway = httpGateway({ url, token: 'geheim', from: undefined }, 50)
  await expect(gateway.deliver({ to: NUMBER, text: 'Hallo' })).rejects.toThrow('cannot be reached: TimeoutError')
  silent = false
  status = 302
  await expect(gateway.deliver({ to: NUMBER, text: 'Hallo' })).rejects.toThrow('cannot be reached')
})

test('a code that is past its time is not sent any more', async () => {
  const before = new Date(Date.now() - 11 * 60_000)
  await createTexter(house.pool).send(codeText(NUMBER, 'ar', '654321', before))
  await jobsWith(httpGateway({ url, token: undefined, from: undefined })).runDue()
  expect(received).toEqual([])
  expect(await waiting()).toEqual([])
})

test('an invitation says where to go', async () => {
  await createTexter(house.pool).send(invitationText(NUMBER, 'nl'))
  await jobsWith(httpGateway({ url, token: undefined, from: undefined })).runDue()
  expect(received[0]?.body).toMatchObject({
    text: expect.stringContaining('https://opstap.veenrijk.test/aanmelden/code') as string,
  })
})

test('a trial keeps messages beside its mail; without gateway and outside a trial the job says what to set', async () => {
  const { pool } = house
  await createTexter(pool).send(codeText(NUMBER, 'en', '222333', new Date()))
  await jobsWith(smsGateway({ settings: undefined, demo: false, pool })).runDue()
  expect(log.join()).toContain('set SMS_URL')
  await house.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await jobsWith(smsGateway({ settings: undefined, demo: true, pool })).runDue()
  expect(await keptMail(pool)).toMatchObject([
    { to: '+31612345678', channel: 'sms', words: expect.stringContaining('222333') as string },
  ])
})
