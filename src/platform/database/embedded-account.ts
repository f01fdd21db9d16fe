import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { DatabaseStartError } from './embedded-error.ts'

/** PostgreSQL refuses to run as root, so under root it runs as this operating-system user. */
const ownUser = 'opstap-pg'

export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

/** How a program of the database is started: as which user, and with which words in front of it. */
export type Runner = { readonly account: Account | undefined; readonly prefix: readonly string[] }

export const isRoot = (): boolean => process.geteuid?.() === 0

const accounts = (): readonly Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))

const accountByUid = (uid: number): Account | undefined => accounts().find(account => account.uid === uid)

const accountByName = (name: string): Account | undefined => accounts().find(account => account.name === name)

/** Our own user, made on first use; where that is impossible, one that most systems have. */
const unprivilegedAccount = (): Account => {
  const existing = accountByName(ownUser)
  if (existing) return existing
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', ownUser], {
    stdio: 'ignore',
  })
  const account = accountByName(ownUser) ?? accountByName('postgres') ?? accountByName('nobody')
  if (account) return account
  throw new DatabaseStartError(
    `PostgreSQL does not run as root and no other user could be made: start Opstap as an ordinary user, or make the user "${ownUser}" first.`,
  )
}

/** Existing data keeps its owner. `dataOwner` is the user id the data belongs to, if there are any. */
export const accountFor = (dataOwner: number | undefined): Account | undefined => {
  if (!isRoot()) {
    const self = process.geteuid?.()
    if (dataOwner === undefined || dataOwner === self) return undefined
    const name = accountByUid(dataOwner)?.name ?? `user ${dataOwner}`
    throw new DatabaseStartError(
      `The data belong to ${name === 'root' ? 'root' : `"${name}"`}: start Opstap as that user, or choose another directory with OPSTAP_DATA.`,
    )
  }
  if (dataOwner === undefined || dataOwner === 0) return unprivilegedAccount()
  return accountByUid(dataOwner) ?? { uid: dataOwner, gid: dataOwner, name: `user ${dataOwner}` }
}

const canReach = (runner: Runner, paths: readonly string[]): 'yes' | 'no' | 'not allowed to change user' => {
  const test = paths.map((_, index) => `test -x "$${index + 1}"`).join(' && ')
  const [file, args] = commandOf(runner, '/bin/sh', ['-c', test, 'sh', ...paths])
  const result = spawnSync(file, args, { ...identityOf(runner), cwd: '/', stdio: 'ignore' })
  if (result.error) return 'not allowed to change user'
  return result.status === 0 ? 'yes' : 'no'
}

/**
 * The way to run the database so that it reaches its programs and its data. Under root these often lie below a closed
 * directory (/root, mktemp -d); then the database gets the single right to look through directories, from util-linux' setpriv.
 */
export const runnerFor = (account: Account | undefined, paths: readonly string[]): Runner => {
  const plain: Runner = { account, prefix: [] }
  if (!account) return plain
  const reach = canReach(plain, paths)
  if (reach === 'yes') return plain
  if (reach === 'not allowed to change user') {
    throw new DatabaseStartError(
      `PostgreSQL does not run as root and this system does not let root become "${account.name}": start Opstap as an ordinary user.`,
    )
  }
  for (const right of ['dac_read_search', 'dac_override']) {
    // Without this bit access(2), with which initdb looks for its neighbour postgres, would leave the right out of account.
    const prefix = [
      'setpriv',
      '--securebits=+no_setuid_fixup',
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
    ]
    const withRight: Runner = { account, prefix: [...prefix, `--inh-caps=-all,+${right}`, `--ambient-caps=-all,+${right}`] }
    if (canReach(withRight, paths) === 'yes') return withRight
  }
  const closed = paths.filter(path => canReach(plain, [path]) !== 'yes')
  throw new DatabaseStartError(
    `The database runs as user "${account.name}", who cannot reach ${closed.join(' or ')}: ` +
      'move Opstap (or its data, with OPSTAP_DATA) to a directory that others may enter, such as /opt/opstap, or start it as an ordinary user.',
  )
}

export const commandOf = (runner: Runner, program: string, args: readonly string[]): readonly [string, string[]] => {
  const [file = program, ...rest] = [...runner.prefix, program, ...args]
  return [file, rest]
}

/** setpriv changes the user itself; it must still be root to do so. */
export const identityOf = (runner: Runner): { readonly uid?: number; readonly gid?: number } =>
  runner.account && runner.prefix.length === 0 ? { uid: runner.account.uid, gid: runner.account.gid } : {}
