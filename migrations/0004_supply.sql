-- Supply: what can be filtered or counted has a column, the rest of the offer's description is in `details`.
create table offer (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  organisation_id uuid,
  organisation_name text not null,
  name text not null,
  kind text not null,
  description text not null default '',
  areas text[] not null default '{}',
  postcode text,
  place text,
  address text,
  capacity integer check (capacity >= 0),
  -- The number of free places is a statement with a date; placements since then are subtracted.
  free_stated integer check (free_stated >= 0),
  free_stated_on date,
  -- With precision `month` it is the first day of that month.
  last_confirmed_on date,
  last_confirmed_precision text check (last_confirmed_precision in ('day', 'month')),
  last_confirmed_by text,
  details jsonb not null default '{}',
  -- In which lists it stands and what they said at the last import; a merged offer stands in a list more than once.
  sources jsonb not null default '[]',
  -- Name, organisation and postcode, folded: by which a list without stable numbers recognises it.
  identity_key text not null,
  corrected_fields text[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'archived', 'merged')),
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index on offer (tenant_id, state, name);
create index on offer (tenant_id, identity_key);
create index on offer (tenant_id, organisation_id);
-- Also answers, without the rows, whether any offer changed.
create index on offer (tenant_id, updated_at) include (version);
call guard('offer');

create table offer_version (
  tenant_id uuid not null,
  offer_id uuid not null,
  version integer not null,
  fields jsonb not null,
  replaced_at timestamptz not null default now(),
  replaced_by uuid,
  cause text not null,
  primary key (tenant_id, offer_id, version),
  foreign key (tenant_id, offer_id) references offer (tenant_id, id)
);
call guard('offer_version');

-- A list that was uploaded: what was recognised of it, what its columns mean, what an import would do and how far it is.
create table supply_import (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  source text not null,
  file_name text not null,
  state text not null check (state in ('mapping', 'preview', 'applying', 'applied', 'cancelled')),
  -- Encoding, delimiter, title lines and the line with headings, and per column what was proposed and why.
  recognised jsonb not null,
  mapping jsonb not null,
  -- The day for which dates and free places were read; applying reads the rows again for the same day.
  read_on date not null,
  planned_at timestamptz,
  summary jsonb not null default '{}',
  rows_total integer not null,
  rows_done integer not null default 0,
  result jsonb not null default '{}',
  applied_at timestamptz,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index on supply_import (tenant_id, created_at desc);
call guard('supply_import');

-- One row of the list as it stands in the file, what was typed instead, what an import would do with it, and what it did.
create table supply_import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  line integer not null,
  cells jsonb not null,
  corrections jsonb not null default '{}',
  outcome text check (outcome in ('takenOver', 'repaired', 'doubtful', 'refused')),
  plan text check (plan in ('new', 'unchanged', 'changed', 'refused')),
  offer_id uuid,
  changes jsonb not null default '{}',
  double_of_row integer,
  double_of_offer uuid,
  decision text check (decision in ('list', 'ours', 'skip')),
  double_decision text check (double_decision in ('merge', 'keepApart')),
  result text check (result in ('created', 'changed', 'kept', 'unchanged', 'refused', 'skipped', 'merged')),
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references supply_import (tenant_id, id) on delete cascade
);
call guard('supply_import_row');

-- Pairs that a person looked at and kept apart: never offered for merging again.
create table offer_kept_apart (
  tenant_id uuid not null,
  offer_id uuid not null,
  other_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (tenant_id, offer_id, other_id),
  check (offer_id < other_id)
);
call guard('offer_kept_apart');

-- Postcode → point, as imported by the municipality (there is no open set in the registries).
create table postcode_point (
  tenant_id uuid not null references municipality (tenant_id),
  postcode text not null,
  lat double precision not null,
  lon double precision not null,
  source text not null,
  primary key (tenant_id, postcode)
);
call guard('postcode_point');

-- Words that mean the same here: extends the shipped synonym list.
create table synonym_set (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  words text[] not null,
  primary key (tenant_id, id)
);
call guard('synonym_set');

-- A person at a place over time. The partner that offers it reads its own placements, and of the person the call name.
create table placement (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  offer_id uuid not null,
  offer_organisation_id uuid,
  goal_id uuid,
  area text not null,
  state text not null check (state in ('placed', 'waiting', 'ended', 'cancelled')),
  since date not null,
  starts_on date,
  until date,
  waiting_since timestamptz,
  reasons jsonb not null default '[]',
  outcome text check (outcome in ('stayed', 'stopped', 'movedOn')),
  outcome_words text,
  made_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, offer_id) references offer (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id)
);
create index on placement (tenant_id, participant_id);
create index on placement (tenant_id, offer_id, state);
create index on placement (tenant_id, offer_organisation_id, state);
call guard('placement', 'placements');
create policy placement_own_offer on placement for select using (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  and current_setting('app.own_placements', true) = '*'
  and offer_organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- How many places an offer has left and how earlier participants fared, without telling who they are.
grant select on placement, offer to opstap_gate;
create policy gate_reads on placement for select to opstap_gate using (true);
create policy gate_reads on offer for select to opstap_gate using (true);
create function offer_counts(p_offer uuid default null)
returns table (offer_id uuid, placed_since_statement integer, placed integer, waiting integer, joined integer, stayed integer, stopped integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  -- Placements at an offer that was merged into another count for the one that it became.
  select t.id,
    count(*) filter (where p.state = 'placed' and (t.free_stated_on is null or p.since >= t.free_stated_on))::int,
    count(*) filter (where p.state = 'placed')::int,
    count(*) filter (where p.state = 'waiting')::int,
    count(*) filter (where p.state in ('placed', 'ended'))::int,
    count(*) filter (where p.outcome in ('stayed', 'movedOn'))::int,
    count(*) filter (where p.outcome = 'stopped')::int
  from placement p
  join offer o on o.tenant_id = p.tenant_id and o.id = p.offer_id
  join offer t on t.tenant_id = o.tenant_id and t.id = coalesce(o.merged_into, o.id)
  where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    and (p_offer is null or o.id = p_offer or o.merged_into = p_offer)
  group by t.id
$$;
grant create on schema public to opstap_gate;
alter function offer_counts(uuid) owner to opstap_gate;
revoke create on schema public from opstap_gate;
revoke all on function offer_counts(uuid) from public;
grant execute on function offer_counts(uuid) to :app_role;

-- The place in the queue of those who wait, without telling who else waits; for opened dossiers only.
create function placement_queue(p_participant uuid default null)
returns table (placement_id uuid, queue_position integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, (
    select count(*)::int from placement q
    where q.tenant_id = p.tenant_id and q.offer_id = p.offer_id and q.state = 'waiting' and (q.waiting_since, q.id) <= (p.waiting_since, p.id))
  from placement p
  where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and p.state = 'waiting'
    and (p_participant is null or p.participant_id = p_participant)
    and (current_setting('app.placements', true) in ('*', '{' || p.participant_id::text || '}') or strpos(
      current_setting('app.people_' || current_setting('app.placements', true) || '_' || right(p.participant_id::text, 1), true), p.participant_id::text) > 0)
$$;
grant create on schema public to opstap_gate;
alter function placement_queue(uuid) owner to opstap_gate;
revoke create on schema public from opstap_gate;
revoke all on function placement_queue(uuid) from public;
grant execute on function placement_queue(uuid) to :app_role;

grant select, insert, update, delete on offer, offer_version, supply_import, supply_import_row, offer_kept_apart, postcode_point, synonym_set,
  placement to :app_role;
