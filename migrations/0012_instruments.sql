-- Conversation instruments. Shipped texts are in the code; what a municipality has a licence for it loads itself. Nothing points to the
-- texts: a filled one names its questionnaire and version, and no new version ever changes it.
create table instrument_version (
  tenant_id uuid not null references municipality (tenant_id),
  key text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('preview', 'offered', 'withdrawn')),
  content jsonb not null,
  file_name text not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  primary key (tenant_id, key, version)
);
call guard('instrument_version');

-- One view on one occasion: the person's, the coach's, or one that they filled together. Views stand beside each other, none replaces another.
create table filled_instrument (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  occasion_id uuid not null,
  instrument_key text not null,
  instrument_version integer not null,
  kind text not null check (kind in ('web', 'ladder', 'scan', 'check')),
  view text not null check (view in ('participant', 'coach', 'together')),
  state text not null check (state in ('draft', 'finished', 'discarded')),
  answers jsonb not null default '{}',
  marks text[] not null default '{}',
  said jsonb not null default '{}',
  started_at timestamptz not null,
  started_by uuid not null,
  finished_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  check (state <> 'finished' or finished_on is not null)
);
comment on column filled_instrument.answers is 'question or dimension to number';
comment on column filled_instrument.marks is 'what somebody wants to talk about';
comment on column filled_instrument.said is 'own words to a dimension or question, with their language';
create index on filled_instrument (tenant_id, participant_id, started_at);
call guard('filled_instrument', 'instruments');

-- How it read before it was amended: nothing that was finished disappears.
create table filled_instrument_earlier (
  tenant_id uuid not null,
  filled_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  instrument_version integer not null,
  answers jsonb not null,
  marks text[] not null,
  said jsonb not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, filled_id, version),
  foreign key (tenant_id, filled_id) references filled_instrument (tenant_id, id)
);
call guard('filled_instrument_earlier', 'instruments');

grant select, insert, update, delete on instrument_version to :app_role;
grant select, insert, update on filled_instrument to :app_role;
grant select, insert on filled_instrument_earlier to :app_role;
