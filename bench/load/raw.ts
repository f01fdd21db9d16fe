import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashToken } from '#platform'
import type { Coach } from '../data/people.ts'
import { fastId } from '../data/random.ts'

export type Operation = 'dossier' | 'caseload' | 'note' | 'search'

const SCRIPTS = 40
const parts = (coach: Coach, person: string): readonly string[] =>
  [
    'participant',
    'participant_identity',
    'participant_contact',
    'trajectory',
    'review',
    'wish',
    'practical',
    'goal',
    'step',
    'placement',
    'appointment',
  ]
    .map(table => `(select json_agg(x) from ${table} x where tenant_id = '${coach.tenantId}' and participant_id = '${person}')`)
    .concat(
      `(select json_agg(x) from (select * from note where tenant_id = '${coach.tenantId}' and participant_id = '${person}' order by written_at desc limit 50) x)`,
    )

const bare = (operation: Operation, coach: Coach, person: string): string => {
  const { tenantId, membershipId } = coach
  switch (operation) {
    case 'dossier':
      return `select ${parts(coach, person).join(', ')};`
    case 'caseload':
      return `select t.*, p.call_name, i.surname, (select json_agg(g) from goal g where g.tenant_id = t.tenant_id and g.participant_id = t.participant_id), (select json_agg(s) from step s where s.tenant_id = t.tenant_id and s.participant_id = t.participant_id), (select max(n.happened_on) from note n where n.tenant_id = t.tenant_id and n.participant_id = t.participant_id) from trajectory t join participant p on p.tenant_id = t.tenant_id and p.participant_id = t.participant_id join participant_identity i on i.tenant_id = t.tenant_id and i.participant_id = t.participant_id where t.tenant_id = '${tenantId}' and t.coordinator_id = '${membershipId}' and t.state = any ('{intake,active}');`
    case 'note':
      return `insert into note (tenant_id, id, participant_id, words, kind, happened_on, written_at, written_by) values ('${tenantId}', gen_random_uuid(), '${person}', 'Belde: het ging goed.', 'phone', current_date, now(), '${membershipId}');`
    case 'search':
      return `with found as materialized (select tenant_id, participant_id, surname, birth_date from participant_identity where tenant_id = '${tenantId}' and folded_name like '%selam%') select f.*, p.call_name from found f join participant p on p.tenant_id = f.tenant_id and p.participant_id = f.participant_id where f.participant_id = any ('{${coach.participants.join(',')}}') limit 20;`
  }
}

const SLICES: Readonly<Record<Operation, readonly [reads: string, writes: string]>> = {
  dossier: ['{name,identity,trajectory,contact,referral,plan,placements,notes,appointments}', '{}'],
  caseload: ['{name,identity,trajectory,plan,placements,notes,appointments}', '{}'],
  note: ['{}', '{notes}'],
  search: ['{name,identity}', '{}'],
}

/** The same with transaction, session check and access line, as the application's role. */
const guarded = (operation: Operation, coach: Coach, person: string): string => {
  const [reads, writes] = SLICES[operation]
  const about = operation === 'dossier' || operation === 'note' ? `'${person}'` : 'null'
  const line =
    about === 'null'
      ? `insert into access_list (tenant_id, id, membership_id, role, use_case, kind, shown) values ('${coach.tenantId}', gen_random_uuid(), '${coach.membershipId}', 'coach', 'bench', 'read', '{}');`
      : `insert into access_line (tenant_id, participant_id, id, membership_id, role, use_case, kind, slices) values ('${coach.tenantId}', ${about}, gen_random_uuid(), '${coach.membershipId}', 'coach', 'bench', 'read', '{plan}');`
  return [
    'begin;',
    `select auth.enter('${hashToken(coach.token)}', '${coach.tenantId}', '${coach.membershipId}', 'coach', ${about}, '${reads}', '${writes}', '{}', '{}');`,
    line,
    bare(operation, coach, person),
    'commit;',
  ].join('\n')
}

export interface RawResult {
  readonly perSecond: number
  readonly p95: number
}

export const hasPgbench = (): boolean => existsSync('/usr/bin/pgbench') || spawnSync('pgbench', ['--version']).status === 0

const readLatencies = (directory: string): readonly number[] =>
  readdirSync(directory)
    .filter(name => name.startsWith('log.'))
    .flatMap(name => readFileSync(join(directory, name), 'utf8').split('\n'))
    .filter(line => line !== '')
    .map(line => Number(line.split(' ')[2]) / 1_000)
    .toSorted((a, b) => a - b)

/** raw1 (bare, as the owner, no row-level security in the way) or raw5 (guarded, as the application), by pgbench. */
export const raw = (
  kind: 'raw1' | 'raw5',
  operation: Operation,
  url: string,
  coaches: readonly Coach[],
  connections: number,
  seconds: number,
): RawResult => {
  const directory = mkdtempSync(join(tmpdir(), 'opstap-raw-'))
  try {
    const files = Array.from({ length: SCRIPTS }, (_, i) => {
      const coach = coaches[i % coaches.length]
      const person = coach?.participants[(i * 7) % coach.participants.length]
      if (coach === undefined || person === undefined) throw new Error('No coach with people to measure with')
      const file = join(directory, `${fastId(Date.now())}.sql`)
      writeFileSync(file, kind === 'raw1' ? bare(operation, coach, person) : guarded(operation, coach, person))
      return file
    })
    const ran = spawnSync(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(connections),
        '-j',
        '1',
        '-T',
        String(seconds),
        '-l',
        '--log-prefix',
        join(directory, 'log'),
        ...files.flatMap(file => ['-f', file]),
        url,
      ],
      { encoding: 'utf8' },
    )
    const perSecond = Number(/tps = ([\d.]+)/.exec(ran.stdout)?.[1])
    if (!Number.isFinite(perSecond)) throw new Error(`pgbench did not run: ${ran.stderr}`)
    const times = readLatencies(directory)
    return { perSecond, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
