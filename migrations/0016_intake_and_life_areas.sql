-- The first conversations of a trajectory: the own wish to change, enough rest to begin, what stands in the way.
-- Nothing in it closes a door: with severe obstacles support comes first, with a day to look again.
create table intake (
  tenant_id uuid not null,
  trajectory_id uuid not null,
  participant_id uuid not null,
  wish text not null default '',
  wish_language text not null default 'nl',
  stability jsonb not null default '{}',
  stability_words text not null default '',
  obstacles text not null default '',
  state text not null check (state in ('talking', 'supportFirst')),
  support text not null default '',
  support_by text not null default '',
  look_again_on date,
  version integer not null default 1,
  primary key (tenant_id, trajectory_id),
  foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  check ((state = 'supportFirst') = (look_again_on is not null))
);
comment on column intake.stability is 'answers by question; what was not asked is absent';
create index on intake (tenant_id, participant_id);
create index on intake (tenant_id, look_again_on) where state = 'supportFirst';
call guard('intake', 'intake');

-- How it read before each change: for the history, and for taking a change back.
create table intake_version (
  tenant_id uuid not null,
  trajectory_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  fields jsonb not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, trajectory_id, version),
  foreign key (tenant_id, trajectory_id) references intake (tenant_id, trajectory_id)
);
call guard('intake_version', 'intake');

-- Life areas are shut. One is opened for a reason and until a day; each row is one such period.
create table life_area (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  area text not null check (area in ('finances', 'housing', 'health', 'mentalHealth', 'addiction', 'parenting', 'homeRelations', 'justice')),
  reason text not null check (reason <> ''),
  opened_on date not null,
  opened_by uuid not null,
  until date not null check (until >= opened_on),
  closed_on date,
  -- What the person has against it, and what was answered.
  objection text not null default '',
  objection_language text not null default 'nl',
  objected_on date,
  answer text not null default '',
  answered_on date,
  answered_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on life_area (tenant_id, participant_id);
create index on life_area (tenant_id, objected_on) where objected_on is not null and answered_on is null;
-- A second period of the same area begins when the first was closed, also when two people open it at once.
create unique index on life_area (tenant_id, participant_id, area) where closed_on is null;
call guard('life_area', 'lifeAreas');

-- What was written about an area; read while a period of that area runs.
create table life_area_note (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  area text not null,
  words text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on life_area_note (tenant_id, participant_id, area, written_at);
call guard('life_area_note', 'lifeAreas');

-- Earlier texts of a period's reason or of a note: nothing that was written disappears.
create table life_area_version (
  tenant_id uuid not null,
  of_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  words text not null,
  until date,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, of_id, version),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
call guard('life_area_version', 'lifeAreas');

grant select, insert, update, delete on intake, intake_version, life_area, life_area_note, life_area_version to :app_role;

-- Two slices more: the coordinator reads and writes both; the person reads both and may object to an open area.
-- Without force the owner of the table may change rows of all municipalities; the wall is back before the commit.
alter table access_grant no force row level security;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{intake,lifeAreas}'::text[]) slice),
  writes = (select array_agg(distinct slice) from unnest(writes || '{intake,lifeAreas}'::text[]) slice),
  version = version + 1
where ground = 'trajectory' and membership_id is not null and 'plan' = any (writes) and revoked_at is null;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{intake,lifeAreas}'::text[]) slice),
  writes = (select array_agg(distinct slice) from unnest(writes || '{lifeAreas}'::text[]) slice),
  version = version + 1
where ground = 'self' and revoked_at is null;

alter table access_grant force row level security;
