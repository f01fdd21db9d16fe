import { z } from 'zod'
import type { SmsGatewaySettings } from './sms/send-sms.ts'
import { DEFAULT_RETENTION, type Retention } from './retention.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.enum(['0', '1', '']).transform(text => text === '1')

const days = z.coerce.number().int().min(1).max(3_650)

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  OPSTAP_DATA: z.string().default('.opstap'),
  OPSTAP_DEMO: flag.optional(),
  OPSTAP_SECRET: z.string().min(32).optional(),
  OPSTAP_ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Opstap <opstap@localhost>'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  SMS_FROM: z.string().max(30).optional(),
  OPSTAP_LANGUAGES: z.string().optional(),
  OPSTAP_PROXY: z.string().optional(),
  OPSTAP_KEEP_ANSWERS: days.default(DEFAULT_RETENTION.answerDays),
  OPSTAP_KEEP_FACTS: days.default(DEFAULT_RETENTION.factDays),
  OPSTAP_POOL: z.coerce.number().int().min(1).max(32).default(4),
})

export interface Config {
  readonly host: string
  readonly port: number
  /** Folder of the embedded database and of the generated secret. */
  readonly dataDir: string
  /** A trial: demo data and sign-ins. Off in production and on a database server, unless OPSTAP_DEMO=1 says so. */
  readonly demo: boolean
  readonly secret: string | undefined
  /** Public address, for links in mail and for the origin check behind a proxy. */
  readonly origin: string | undefined
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Folder with languages that come as files; `languages/` beside the product when left out. */
  readonly languagesDir: string | undefined
  /** The gateway for text messages; left out: none. */
  readonly sms: SmsGatewaySettings | undefined
  /** Addresses of the proxies whose X-Forwarded-For is believed; none when left out. */
  readonly proxies: readonly string[]
  readonly poolSize: number
  /** How long is kept what is only there for repeats and for telling. */
  readonly retention: Retention
}

/** Reads the settings from the environment; throws with one sentence a setting that does not fit. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) throw new Error(`A setting does not fit: ${z.prettifyError(parsed.error)}`)
  const set = parsed.data
  return {
    host: set.HOST,
    port: set.PORT,
    dataDir: set.OPSTAP_DATA,
    demo: set.OPSTAP_DEMO ?? (set.NODE_ENV !== 'production' && set.DATABASE_URL === undefined),
    secret: set.OPSTAP_SECRET,
    origin: set.OPSTAP_ORIGIN,
    databaseUrl: set.DATABASE_URL,
    databaseOwnerUrl: set.DATABASE_OWNER_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    languagesDir: set.OPSTAP_LANGUAGES,
    sms: set.SMS_URL === undefined ? undefined : { url: set.SMS_URL, token: set.SMS_TOKEN, from: set.SMS_FROM },
    proxies: (set.OPSTAP_PROXY ?? '')
      .split(',')
      .map(address => address.trim())
      .filter(address => address !== ''),
    poolSize: set.OPSTAP_POOL,
    retention: { answerDays: set.OPSTAP_KEEP_ANSWERS, factDays: set.OPSTAP_KEEP_FACTS },
  }
}
