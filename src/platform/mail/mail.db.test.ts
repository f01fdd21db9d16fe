import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { createJobs, type Jobs } from '../jobs/jobs.ts'
import { keptMail } from './kept-mail.ts'
import { codeLetter, passwordLetter } from './letters.ts'
import { createMailer, MAIL_TASK } from './mailer.ts'
import { mailTask, mailTransport } from './send-mail.ts'

let house: TestHouse
const log: string[] = []

beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())

/** The least of a mail server (RFC 5321), which can be told to say "later". */
const mailServer = async (): Promise<{
  readonly url: string
  readonly received: string[]
  busy: boolean
  readonly close: () => void
}> => {
  const received: string[] = []
  const state = { busy: false }
  const talk = (socket: Socket): void => {
    let data: string[] | undefined
    let rest = ''
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (data !== undefined) {
          if (line === '.') {
            received.push(data.join('\n'))
            data = undefined
            say('250 kept')
          } else data.push(line)
        } else if (/^EHLO|^HELO/i.test(line)) say('250 test')
        else if (/^MAIL/i.test(line)) say(state.busy ? '451 later' : '250 ok')
        else if (/^DATA/i.test(line)) {
          data = []
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
  }
  const server: Server = createServer(talk)
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    get busy() {
      return state.busy
    },
    set busy(busy: boolean) {
      state.busy = busy
    },
    close: () => server.close(),
  }
}

const jobsWith = (smtpUrl: string | undefined, demo: boolean): Jobs => {
  const transport = mailTransport({ smtpUrl, from: 'Opstap <opstap@veenrijk.test>', demo, pool: house.pool })
  const jobs = createJobs({
    connectionString: house.appUrl,
    tasks: { [MAIL_TASK]: mailTask(transport, 'https://opstap.veenrijk.test') },
    log: line => log.push(line),
  })
  return { ...jobs, runDue: () => jobs.runDue().then(released) }
}

/** The queue writes down how a job ended without waiting for it; until then the row still says that it is at work. */
const released = async (): Promise<void> => {
  const atWork = 'select from graphile_worker._private_jobs where locked_at is not null'
  await expect.poll(async () => (await house.owner.query(atWork)).rowCount, { timeout: 5_000 }).toBe(0)
}
const waiting = async () =>
  (
    await house.owner.query<{ attempts: number; last_error: string | null }>(
      'select attempts, last_error from graphile_worker._private_jobs',
    )
  ).rows

test('mail goes to the mail server after the answer; when that is busy it is tried again, and sent once', async () => {
  const server = await mailServer()
  const jobs = jobsWith(server.url, false)
  server.busy = true
  await createMailer(house.pool).send(passwordLetter('anna@brug.test', 'nl', 'sleutel123'))
  expect(server.received).toEqual([])
  await jobs.runDue()
  expect(await waiting()).toMatchObject([{ attempts: 1 }])
  expect(log.join()).toContain('Job mail failed at attempt 1')
  server.busy = false
  await house.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await jobs.runDue()
  await jobs.runDue()
  expect(await waiting()).toEqual([])
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toContain('From: Opstap <opstap@veenrijk.test>')
  expect(server.received[0]).toContain('To: anna@brug.test')
  const words = server.received[0]?.replaceAll('=\n', '').replaceAll('=3D', '=')
  expect(words).toContain('https://opstap.veenrijk.test/aanmelden/nieuw-wachtwoord?sleutel=sleutel123')
  server.close()
})

test('a running worker picks mail up by itself', async () => {
  const server = await mailServer()
  const jobs = jobsWith(server.url, false)
  await jobs.start()
  await createMailer(house.pool).send(codeLetter('selam@post.test', 'en', '123456'))
  await expect.poll(() => server.received.length, { timeout: 5_000 }).toBe(1)
  await jobs.stop()
  server.close()
  expect(server.received[0]).toContain('Subject: 123456 is your code for Opstap')
})

test('a trial keeps its mail for the page; without mail server and outside a trial the job waits and says why', async () => {
  await createMailer(house.pool).send(codeLetter('selam@post.test', 'ar', '654321'))
  await jobsWith(undefined, false).runDue()
  expect(await waiting()).toMatchObject([{ attempts: 1 }])
  expect(log.join()).toContain('set SMTP_URL')
  await house.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await jobsWith(undefined, true).runDue()
  expect(await keptMail(house.pool)).toMatchObject([{ to: 'selam@post.test', subject: '654321 هو رمزك لدخول Opstap' }])
})

test('a line break in an address makes no second header', async () => {
  const server = await mailServer()
  await createMailer(house.pool).send({ to: 'a@b.test\r\nBcc: evil@x.test', subject: 'x\r\nBcc: evil@x.test', text: 'x' })
  await jobsWith(server.url, false).runDue()
  expect(server.received.join()).not.toMatch(/^Bcc:/im)
  server.close()
})
