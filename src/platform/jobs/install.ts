import { runMigrations } from 'graphile-worker'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { quiet } from './quiet.ts'

const SCHEMA = 'graphile_worker'

const rightsFor = (role: string): string => `
grant usage on schema ${SCHEMA} to ${role};
grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
grant usage, select on all sequences in schema ${SCHEMA} to ${role};
grant execute on all functions in schema ${SCHEMA} to ${role};
`

/** The queue's tables have row-level security without a policy: only their owner sees rows until this opens them. */
const policiesFor = (role: string): string => `
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = '${SCHEMA}' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'opstap_app')
  loop
    execute format('create policy opstap_app on ${SCHEMA}.%I to %s using (true) with check (true)', t, ${escapeLiteral(role)});
  end loop;
end $$`

/** Installs the queue as owner and lets the application work in it. Does nothing new on a database that has it. */
export const installJobs = async (ownerUrl: string, appRole: string): Promise<void> => {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: quiet })
  const role = escapeIdentifier(appRole)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(rightsFor(role))
    await owner.query(policiesFor(role))
  } finally {
    await owner.end()
  }
}
