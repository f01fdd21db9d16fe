import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { signInRoutes } from '#organisations'
import { configureBsn } from '#people'
import { registerLanguages } from '#ui'
import { KEEP_PLAN_LINES, keepPlanLinesTask } from '#plans'
import { CONTINUE_IMPORT, continueImportJob } from '#supply'
import { REMIND_TASK, remindTask } from '#trajectories'
import {
  type Actors,
  type Clock,
  configurePaperCodes,
  addJob,
  createActors,
  createAuth,
  createJobs,
  createMailer,
  createPool,
  createRunner,
  createTexter,
  DEFAULT_RETENTION,
  FACTS_TASK,
  factsTask,
  FORGET_TASK,
  forgetTask,
  keptMail,
  listenForActors,
  MAIL_TASK,
  mailTask,
  mailTransport,
  municipalities,
  type Retention,
  type Runner,
  SMS_TASK,
  type SmsGatewaySettings,
  smsGateway,
  smsTask,
  systemClock,
} from '#platform'
import { pendingMigrations } from '../platform/database/migrate.ts'
import { languagesDirectory, loadLanguages } from './languages.ts'
import { pages } from './modules.ts'
import { navigationFor } from './navigation.ts'
import { errorPage } from './pages/error.page.tsx'
import { referralMail } from './reactions/referral-mail.ts'
import { diaryGoesAlong } from './reactions/diary-goes-along.ts'
import { reviewInDiary } from './reactions/review-in-diary.ts'
import { createServer } from './server.ts'

export interface Installation {
  /** Connection string of the application's role. */
  readonly appUrl: string
  readonly secret: string
  /** A trial: second factors off, mail kept and shown. */
  readonly demo: boolean
  /** Public address without a path; https makes cookies secure. */
  readonly origin: string
  /** As configured: what the origin check compares with; absent on a trial, where the host decides. */
  readonly configuredOrigin: string | undefined
  readonly poolSize: number
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** The gateway for text messages. */
  readonly sms?: SmsGatewaySettings | undefined
  /** Addresses of the proxies in front. */
  readonly proxies?: readonly string[]
  /** The usual one when left out. */
  readonly retention?: Retention
  /** Folder with languages that came as files. */
  readonly languagesDir?: string
  readonly log: (line: string) => void
  readonly clock?: Clock
}

export interface Composed {
  readonly app: FastifyInstance
  readonly runner: Runner
  readonly actors: Actors
  readonly pool: pg.Pool
  /** Starts the jobs; the server listens by itself. */
  readonly start: () => Promise<void>
  /** Lets running work end, then closes everything. */
  readonly stop: () => Promise<void>
}

/** Puts the product together on a migrated database: server, sessions, jobs. */
export const compose = async (installation: Installation): Promise<Composed> => {
  const languages = loadLanguages(installation.languagesDir ?? languagesDirectory())
  registerLanguages(languages)
  const { appUrl, secret, demo, origin, log, clock = systemClock } = installation
  configureBsn(secret)
  configurePaperCodes(secret)
  const pool = createPool(appUrl, installation.poolSize)
  const actors = createActors(pool)
  const listening = listenForActors(appUrl, actors)
  const runner = createRunner({ pool, clock, stillSignedIn: actors.stillSignedIn })
  const mailer = createMailer(pool)
  const auth = createAuth({ pool, secret, mail: mailer, sms: createTexter(pool), demo, clock, origin })
  const transport = mailTransport({ smtpUrl: installation.smtpUrl, from: installation.mailFrom, demo, pool })
  const tasks = {
    [MAIL_TASK]: mailTask(transport, origin),
    [FACTS_TASK]: factsTask(pool, {
      ...referralMail({ runner, mailer, clock }),
      ...reviewInDiary(runner),
      ...diaryGoesAlong(runner),
    }),
    [SMS_TASK]: smsTask(smsGateway({ settings: installation.sms, demo, pool }), clock, origin),
    [CONTINUE_IMPORT]: continueImportJob(runner),
    [REMIND_TASK]: remindTask(runner, () => municipalities(pool)),
    [KEEP_PLAN_LINES]: keepPlanLinesTask(runner, () => municipalities(pool)),
    [FORGET_TASK]: forgetTask(pool, clock, installation.retention ?? DEFAULT_RETENTION),
  }
  const jobs = createJobs({ connectionString: appUrl, tasks, daily: [FORGET_TASK, REMIND_TASK, KEEP_PLAN_LINES], log })
  const app = await createServer({
    runner,
    actors,
    clock,
    secret,
    ownOrigin: installation.configuredOrigin,
    demo,
    proxies: installation.proxies ?? [],
    secure: origin.startsWith('https:'),
    signInPath: '/aanmelden',
    tokenOf: auth.tokenOf,
    navigation: (actor, lang, path) => navigationFor(pages, actor, lang, path),
    languages: languages.map(({ code }) => code),
    errorPage,
    log,
    isReady: async () => (await pendingMigrations(appUrl)).length === 0,
    registerSignIn: signInRoutes({ auth, keptMail: () => keptMail(pool) }),
  })
  return {
    app,
    runner,
    actors,
    pool,
    start: async () => {
      await jobs.start()
      await addJob(pool, KEEP_PLAN_LINES, {})
    },
    stop: async () => {
      await app.close()
      await jobs.stop()
      await listening.stop()
      await pool.end()
    },
  }
}
