-- The plan: wishes and strengths as said, what has to be practical, goals on the wheel, small steps, recognition.
create table wish (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null check (kind in ('wish', 'strength')),
  words text not null,
  language text not null default 'nl',
  said_on date not null,
  written_by uuid not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on wish (tenant_id, participant_id);
call guard('wish', 'plan');

-- What would have to be practical: days, distance, language, energy, childcare. One row a person.
create table practical (
  tenant_id uuid not null,
  participant_id uuid not null,
  day_parts text[] not null default '{}',
  max_distance_km numeric(5, 1),
  travel_mode text,
  dutch_level text,
  languages text[] not null default '{}',
  energy text,
  needs_childcare boolean,
  max_cost_cents integer,
  remarks text,
  version integer not null default 1,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
comment on column practical.day_parts is 'weekday (1 = Monday) and part: 2-morning';
call guard('practical', 'plan');

create table goal (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  wish_id uuid,
  area text not null check (area in ('independence', 'contacts', 'takingPart', 'contributing', 'skills', 'paidWork')),
  title text not null,
  language text not null default 'nl',
  until date,
  state text not null check (state in ('open', 'reached', 'archived')),
  closed_on date,
  archive_reason text,
  archive_words text not null default '',
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, wish_id) references wish (tenant_id, id)
);
create index on goal (tenant_id, participant_id);
call guard('goal', 'plan');

create table step (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  goal_id uuid not null,
  title text not null,
  language text not null default 'nl',
  who text not null check (who in ('participant', 'coach', 'together', 'other')),
  who_name text,
  planned_on date,
  planned_at time,
  place text,
  recognition_kind text not null check (recognition_kind in ('compliment', 'certificate', 'outing', 'voucher', 'card', 'other', 'none')),
  recognition text not null default '',
  state text not null check (state in ('open', 'done', 'notYet', 'didNotWork')),
  answered_at timestamptz,
  answered_by uuid,
  own_words text,
  smaller_than uuid,
  position integer not null default 0,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id)
);
create index on step (tenant_id, participant_id, goal_id);
call guard('step', 'plan');

-- Recognition that was given: also when a step did not work.
create table recognition_given (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  step_id uuid not null,
  kind text not null,
  words text not null,
  given_at timestamptz not null,
  given_by uuid not null,
  seen_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, step_id) references step (tenant_id, id)
);
create index on recognition_given (tenant_id, participant_id, given_at);
call guard('recognition_given', 'plan');

-- A goal for which nothing suitable was found: reaches the supply side without the person's name.
create table unmet_wish (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  goal_id uuid not null,
  area text not null,
  words text not null,
  what_lacks text not null,
  noted_on date not null,
  noted_by uuid not null,
  resolved_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id)
);
create index on unmet_wish (tenant_id, participant_id);
create index on unmet_wish (tenant_id, area, noted_on);
call guard('unmet_wish', 'plan');

-- Two-sided promises; those meant for the municipality are marked, so that it sees these and no others.
create table agreement (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  promised_by text not null check (promised_by in ('participant', 'coach', 'municipality', 'other')),
  promised_by_name text,
  words text not null,
  until date,
  for_municipality boolean not null default false,
  state text not null default 'open' check (state in ('open', 'kept', 'notKept', 'withdrawn')),
  made_on date not null,
  made_by uuid not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on agreement (tenant_id, participant_id);
call guard('agreement', 'plan');
-- The municipality's contact person reads only what was marked, through a slice of its own.
do $$ begin
  execute 'create policy agreement_municipality on agreement for select using (
    tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid and for_municipality and ' || opened_by('app.agreements') || ')';
end $$;

grant select, insert, update, delete on wish, practical, goal, step, recognition_given, unmet_wish, agreement to :app_role;
