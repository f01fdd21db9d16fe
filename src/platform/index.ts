export { type Clock, fixedClock, systemClock } from './clock.ts'
export { type Config, readConfig } from './config.ts'
export { beforeCommit, createPool, type Db, dbOn, isDatabaseAway, Work } from './database/pool.ts'
export { type DossierTable, readDossierRows } from './database/dossier-rows.ts'
export { prepared } from './database/prepare.ts'
export { ROLES, type Role, SLICES, type Slice } from '#kernel'
export { type Actor, type SystemActor } from './use-case/actor.ts'
export { type FieldError, readInput } from './use-case/input.ts'
export { found, NotFound } from './use-case/not-found.ts'
export { type AnyUseCase, createRegistry, type Registry } from './use-case/registry.ts'
export { createRunner, type Runner, type RunOptions } from './use-case/runner.ts'
export {
  type Access,
  allow,
  type Change,
  command,
  type Command,
  type CommandContext,
  type Fact,
  query,
  type Query,
  type QueryContext,
  type UseCase,
} from './use-case/use-case.ts'
export { ACTORS_CHANNEL, type Actors, createActors, hashToken } from './sessions/actors.ts'
export { type Auth, createAuth, hashPassword, type Enrolment, type SignInOutcome, type Visitor } from './sessions/auth.ts'
export { configurePaperCodes, groupedPaperCode, paperCodes, typedPaperCode } from './sessions/paper-code.ts'
export { secondFactorCookieName } from './sessions/cookie.ts'
export { municipalities } from './sessions/municipalities.ts'
export { type OwnMembership } from './sessions/accounts.ts'
export { createLimiter, type Limiter } from './sessions/limiter.ts'
export { type Listening, listenForActors } from './sessions/listen.ts'
export { addJob, addJobIn } from './jobs/add-job.ts'
export { createJobs, type Jobs, type JobTask } from './jobs/jobs.ts'
export { createMailer, MAIL_TASK, type Mailer, type MailMessage } from './mail/mailer.ts'
export { type KeptMail, keptMail } from './mail/kept-mail.ts'
export { codeLetter, invitationAnewLetter, invitationLetter, welcomeAnewLetter, welcomeLetter } from './mail/letters.ts'
export { type SmsGatewaySettings, smsGateway, smsTask } from './sms/send-sms.ts'
export {
  codeText,
  createTexter,
  invitationAnewText,
  invitationText,
  SMS_TASK,
  type Texter,
  type TextMessage,
} from './sms/texter.ts'
export { mailTask, type MailTransport, mailTransport } from './mail/send-mail.ts'
export {
  type AnyForm,
  type AnyPage,
  type Download,
  type DownloadFile,
  form,
  type Form,
  type FormDone,
  type FormFields,
  type FormState,
  type ModuleWeb,
  type NavigationItem,
  type Notice,
  page,
  type Page,
  type PageContext,
  type PageRequest,
  type RunUseCase,
  UI_LANGUAGES,
  type UiLanguage,
  type UploadedFile,
} from './web/page.ts'
export { formFields } from './web/fields.ts'
export { readBodies, UnreadableBody } from './web/bodies.ts'
export { csrfTokenFor, isOwnRequest, isSameToken } from './web/csrf.ts'
export { keepNotice, readNotice } from './web/notice.ts'
export { plainProblem, type Problem, problemOf, statusOf } from './web/problem.ts'
export { API_BASE, API_VERSION, sendProblem, serveApi } from './web/serve-api.ts'
export { serveDownloads, serveForms, servePages } from './web/serve-pages.ts'
export {
  actorOf,
  contextOf,
  type ErrorKind,
  type Kept,
  type PresentedToken,
  requestOf,
  sendHtml,
  type ServeParts,
} from './web/serve.ts'
export { hasFormToken, isFromOwnPages, postedFields } from './web/visitor.ts'
export { describeApi } from './web/openapi.ts'
export { projectRoot } from './database/locate.ts'
export { FACTS_TASK, factsTask, type Reaction, type ToldFact } from './outbox.ts'
export { DEFAULT_RETENTION, FORGET_TASK, forgetTask, type Retention } from './retention.ts'
