-- The ground on which every tenant table stands: schemas, accounts, the gate, grants, access lines.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema auth;
grant usage on schema auth to :app_role;
grant usage on schema public to :app_role;
grant usage on schema public, auth to opstap_gate;
grant usage on schema public to opstap_search;

-- The condition "this row's dossier is opened by this setting". A setting holds * for the whole municipality, {id} for one
-- dossier, or the number of a list of people. The settings `app.people_<number>_<last digit of the id>` hold that list, so
-- that a row is looked up among a sixteenth of it: settings are text and searched anew for every row. An id of 36
-- characters can only be found as a whole.
create function opened_by(p_setting text) returns text
language sql immutable as $$
  select format($policy$(current_setting(%1$L, true) in ('*', '{' || participant_id::text || '}') or strpos(
    current_setting('app.people_' || current_setting(%1$L, true) || '_' || right(participant_id::text, 1), true), participant_id::text) > 0)$policy$, p_setting)
$$;

-- Puts a table behind the tenant wall; with a slice also behind that slice's settings (reading `app.<slice>`,
-- writing `app.<slice>_write`). Equality on settings only, so that it stays cheap and can be distributed.
create procedure guard(p_table text, p_slice text default null)
language plpgsql as $$
declare
  wall constant text := 'tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid';
  reading text := wall;
  writing text := wall;
begin
  if p_slice is not null then
    reading := wall || ' and ' || opened_by('app.' || p_slice);
    writing := wall || ' and ' || opened_by('app.' || p_slice || '_write');
  end if;
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  execute format('create policy %I on %I for select using (%s)', p_table || '_reads', p_table, reading);
  execute format('create policy %I on %I for insert with check (%s)', p_table || '_inserts', p_table, writing);
  execute format('create policy %I on %I for update using (%s) with check (%s)', p_table || '_updates', p_table, writing, writing);
  execute format('create policy %I on %I for delete using (%s)', p_table || '_deletes', p_table, writing);
  execute format('comment on table %I is %L', p_table, coalesce('slice:' || p_slice, 'tenant'));
end $$;

-- Accounts: exempt from the tenant rules (a person may work in several municipalities).
create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  language text not null default 'nl',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- `token` holds the SHA-256 of the cookie's token, in hexadecimal: who reads the table cannot sign in with it.
create table auth.session (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references auth."user" (id) on delete cascade,
  active_membership_id uuid,
  -- A password was right, but the second factor still has to be set up: opens nothing yet.
  second_factor_due boolean not null default false,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.session (user_id);
create table auth.account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.account (user_id);
-- `id` is text: better-auth reserves some of these rows under a name of its own making.
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.verification (identifier);
create table auth.two_factor (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on auth.two_factor (user_id);
-- A code of the second factor that was used: it does not work a second time within its minute.
create table auth.used_code (
  user_id uuid not null references auth."user" (id) on delete cascade,
  code text not null,
  expires_at timestamptz not null,
  primary key (user_id, code)
);
-- In which municipalities a person has a membership: leads from an account to the tenants.
create table auth.works_in (
  user_id uuid not null references auth."user" (id) on delete cascade,
  tenant_id uuid not null,
  primary key (user_id, tenant_id)
);
create table auth.api_token (
  id uuid primary key,
  token text not null unique,
  tenant_id uuid not null,
  membership_id uuid not null,
  name text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

create table municipality (
  tenant_id uuid primary key,
  slug text not null,
  name text not null,
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
call guard('municipality');

create table organisation (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('municipalDesk', 'welfare', 'workCompany', 'socialTeam', 'partner', 'volunteers')),
  email text,
  phone text,
  address text,
  postcode text,
  place text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
call guard('organisation');

-- Who works where in which role; a participant's own sign-in is a membership too, bound to the one dossier.
create table membership (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  user_id uuid not null,
  organisation_id uuid,
  participant_id uuid,
  role text not null check (role in ('coach', 'serviceplein', 'workcoach', 'kernteam', 'teamondersteuning', 'sociaalteam',
    'partner', 'netwerkcoach', 'planner', 'beleid', 'beheer', 'participant')),
  name text not null,
  function_title text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check ((role = 'participant') = (participant_id is not null))
);
create index on membership (tenant_id, user_id);
create index on membership (tenant_id, organisation_id);
call guard('membership');

-- The one place that says who reaches which slices of whose dossier, on which ground, for which purpose, until when.
create table access_grant (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  participant_id uuid not null,
  membership_id uuid,
  organisation_id uuid,
  reads text[] not null,
  writes text[] not null default '{}',
  ground text not null check (ground in ('referral', 'trajectory', 'careTeam', 'share', 'placement', 'self')),
  legal_basis text not null,
  purpose text not null,
  valid_from date not null,
  valid_until date,
  revoked_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  check ((membership_id is null) <> (organisation_id is null))
);
create index on access_grant (tenant_id, participant_id);
create index on access_grant (tenant_id, membership_id) where revoked_at is null;
create index on access_grant (tenant_id, organisation_id) where revoked_at is null;
call guard('access_grant', 'sharing');

-- Who looked at or changed what of whose dossier (BIO2 8.15: action, object, result, origin, actor, time).
create table access_line (
  tenant_id uuid not null,
  participant_id uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  membership_id uuid,
  organisation_id uuid,
  role text not null,
  use_case text not null,
  kind text not null check (kind in ('read', 'write')),
  slices text[] not null,
  outcome text not null default 'allowed',
  origin text,
  changed jsonb,
  primary key (tenant_id, participant_id, id)
);
alter table access_line enable row level security;
alter table access_line force row level security;
comment on table access_line is 'slice:log';
do $$ begin
  execute 'create policy access_line_reads on access_line for select using (
    tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid and ' || opened_by('app.log') || ')';
end $$;
create policy access_line_inserts on access_line for insert with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- A list or a municipality-wide action: one line, with the ids that were shown.
create table access_list (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  membership_id uuid,
  role text not null,
  use_case text not null,
  kind text not null check (kind in ('read', 'write')),
  shown uuid[] not null default '{}',
  outcome text not null default 'allowed',
  origin text,
  changed jsonb,
  primary key (tenant_id, id)
);
call guard('access_list');

-- A command's first answer, so that a repeat (double submit, back button, replay) does nothing twice.
create table idempotency (
  tenant_id uuid not null,
  membership_id uuid not null,
  key text not null,
  use_case text not null,
  fingerprint text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (tenant_id, membership_id, key)
);
call guard('idempotency');
-- An answer may hold parts of a dossier: it is there for the member to whom it was given, and for nobody else.
create policy idempotency_own on idempotency as restrictive using (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  and membership_id = nullif(current_setting('app.actor', true), '')::uuid);

-- Facts for other modules, published in the same transaction as the change.
create table outbox_fact (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  handled_at timestamptz,
  primary key (tenant_id, id)
);
create index on outbox_fact (tenant_id, id) where handled_at is null;
call guard('outbox_fact');

-- The gate: one row of accounts in, settings out. Owned by a role that sees the three tables it needs and nothing else.
grant select on auth."user", auth.session, auth.works_in, auth.api_token to opstap_gate;
grant select on membership, municipality, organisation, access_grant to opstap_gate;
create policy gate_reads on membership for select to opstap_gate using (true);
create policy gate_reads on municipality for select to opstap_gate using (true);
create policy gate_reads on organisation for select to opstap_gate using (true);
create policy gate_reads on access_grant for select to opstap_gate using (true);

-- Who is behind this token? No row when it is unknown, expired or the person is disabled.
create function auth.resolve(p_token text)
returns table (user_id uuid, user_name text, email text, language text, session_id uuid, membership_id uuid, tenant_id uuid, tenant_name text,
  organisation_id uuid, organisation_name text, role text, name text, participant_id uuid, memberships integer, via text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with known as (
    select s.user_id, s.id as session_id, s.active_membership_id as wanted, 'session' as via
    from auth.session s where s.token = p_token and s.expires_at > now() and not s.second_factor_due
    union all
    select m.user_id, null, m.id, 'token'
    from auth.api_token t join membership m on m.tenant_id = t.tenant_id and m.id = t.membership_id where t.token = p_token and t.expires_at > now()
  )
  select u.id, u.name, u.email, u.language, k.session_id, m.id, m.tenant_id, g.name, m.organisation_id, o.name, m.role, m.name, m.participant_id,
    (select count(*)::int from auth.works_in w join membership x on x.tenant_id = w.tenant_id and x.user_id = u.id and x.active where w.user_id = u.id), k.via
  from known k
  join auth."user" u on u.id = k.user_id and u.disabled_at is null
  join lateral (
    select m.* from auth.works_in w join membership m on m.tenant_id = w.tenant_id and m.user_id = w.user_id and m.active
    where w.user_id = u.id
    order by (m.id = k.wanted) desc nulls last, m.created_at, m.id limit 1
  ) m on k.via = 'session' or m.id = k.wanted
  join municipality g on g.tenant_id = m.tenant_id
  left join organisation o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  limit 1
$$;

-- Where somebody has an active membership, over all municipalities: for signing in and for the switcher.
create function auth.memberships_of(p_user uuid)
returns table (membership_id uuid, tenant_id uuid, tenant_name text, organisation_name text, role text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.id, m.tenant_id, g.name, o.name, m.role
  from auth.works_in w
  join membership m on m.tenant_id = w.tenant_id and m.user_id = w.user_id and m.active
  join municipality g on g.tenant_id = m.tenant_id
  left join organisation o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  where w.user_id = p_user
  order by m.created_at, m.id
$$;

-- The municipalities of this installation: for jobs and the command line, which start outside any of them.
create function auth.municipalities()
returns table (tenant_id uuid, slug text, name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.tenant_id, g.slug, g.name from municipality g order by g.created_at, g.tenant_id
$$;

-- Opens the slices for the rest of this transaction, if the session still stands and the grants allow it.
-- p_participant narrows everything to one dossier; without it a slice opens for all participants that this member reaches,
-- with p_own only for those whom the member reaches by name and not through the organisation.
-- p_wide are the slices that the role's policy opens for the whole municipality. p_optional open when granted, and do not refuse.
-- Answers the opened slices (reads, and writes with suffix _write), or null: then nothing is set and every statement sees no rows.
create function auth.enter(p_token text, p_tenant uuid, p_membership uuid, p_role text, p_participant uuid, p_reads text[], p_writes text[],
  p_optional text[], p_wide text[], p_own boolean default false)
returns text[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  me record;
  held_reads text[];
  held_writes text[];
  opened text[];
  today date := (now() at time zone 'Europe/Amsterdam')::date;
  list record;
  lists integer := 0;
begin
  select m.tenant_id, m.id, m.organisation_id into me
  from membership m join auth."user" u on u.id = m.user_id and u.disabled_at is null
  where m.tenant_id = p_tenant and m.id = p_membership and m.role = p_role and m.active
    and m.user_id = coalesce(
      (select s.user_id from auth.session s where s.token = p_token and s.expires_at > now() and not s.second_factor_due),
      (select x.user_id from auth.api_token t join membership x on x.tenant_id = t.tenant_id and x.id = t.membership_id
       where t.token = p_token and t.expires_at > now() and t.membership_id = p_membership));
  if not found then return null; end if;

  if p_participant is not null then
    select coalesce(array_agg(distinct r) filter (where r is not null), '{}'), coalesce(array_agg(distinct w) filter (where w is not null), '{}')
    into held_reads, held_writes
    from access_grant g
    left join lateral unnest(g.reads) r on true
    left join lateral unnest(g.writes) w on true
    where g.tenant_id = me.tenant_id and g.participant_id = p_participant
      and (g.membership_id = me.id or g.organisation_id = me.organisation_id)
      and g.revoked_at is null and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today);
    if not (p_reads <@ (held_reads || p_wide)) or not (p_writes <@ (held_writes || p_wide)) then return null; end if;
    opened := array(select s from unnest(p_reads || p_optional) s where s = any (held_reads || p_wide))
      || array(select w || '_write' from unnest(p_writes) w);
    perform set_config('app.' || s, '{' || p_participant || '}', true) from unnest(opened || p_writes) s;
  else
    opened := p_reads || p_optional || p_writes || array(select w || '_write' from unnest(p_writes) w);
    perform set_config('app.' || s, '*', true) from unnest(opened) s where s = any (p_wide) or left(s, -6) = any (p_wide);
    -- Grants are of a few kinds; slices that the same kinds open share a list.
    for list in
      with kinds as materialized (
        select row_number() over () as number, k.* from (
          select g.reads, g.writes, array_agg(g.participant_id) as people
          from access_grant g
          where g.tenant_id = me.tenant_id
            and (g.membership_id = me.id or g.organisation_id = case when p_own then null else me.organisation_id end)
            and g.revoked_at is null and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)
          group by g.reads, g.writes
        ) k
      ), wanted as (
        select w.slice, array_agg(k.number order by k.number) as kinds
        from (select distinct s as slice, s = any (p_writes) as writing from unnest(p_reads || p_optional || p_writes) s) w
        left join kinds k on w.slice = any (case when w.writing then k.writes else k.reads end)
        where w.slice <> all (p_wide)
        group by w.slice
      )
      select array_agg(w.slice) as slices,
        array(select distinct p::text from kinds k cross join unnest(k.people) p where k.number = any (w.kinds)) as people
      from wanted w
      group by w.kinds
    loop
      lists := lists + 1;
      perform set_config('app.people_' || lists || '_' || d.digit, coalesce(i.ids, ''), true)
      from unnest('{0,1,2,3,4,5,6,7,8,9,a,b,c,d,e,f}'::text[]) d (digit)
      left join (select right(p.id, 1) as digit, string_agg(p.id, ',') as ids from unnest(list.people) p (id) group by 1) i using (digit);
      perform set_config('app.' || s, lists::text, true) from unnest(opened) s where s = any (list.slices) or left(s, -6) = any (list.slices);
    end loop;
  end if;
  perform set_config('app.tenant', me.tenant_id::text, true), set_config('app.actor', me.id::text, true),
    set_config('app.organisation', coalesce(me.organisation_id::text, ''), true);
  return opened;
end $$;

grant create on schema auth to opstap_gate;
alter function auth.resolve(text) owner to opstap_gate;
alter function auth.memberships_of(uuid) owner to opstap_gate;
alter function auth.municipalities() owner to opstap_gate;
alter function auth.enter(text, uuid, uuid, text, uuid, text[], text[], text[], text[], boolean) owner to opstap_gate;
revoke create on schema auth from opstap_gate;
revoke all on function auth.resolve(text), auth.memberships_of(uuid), auth.municipalities(), auth.enter(text, uuid, uuid, text, uuid, text[], text[], text[], text[], boolean) from public;
grant execute on function auth.resolve(text), auth.memberships_of(uuid), auth.municipalities(), auth.enter(text, uuid, uuid, text, uuid, text[], text[], text[], text[], boolean) to :app_role;

grant select, insert, update, delete on all tables in schema auth to :app_role;
grant select, insert, update, delete on municipality, organisation, membership, access_grant, idempotency, outbox_fact to :app_role;
grant select, insert on access_line, access_list to :app_role;
