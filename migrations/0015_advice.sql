-- The advice at the end of a trajectory, and how the municipality decided. An organisation advises, the municipality decides
-- (Participatiewet artikel 7 lid 4): it reads what was sent, never a draft, and writes nothing but its decision.
create table advice (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  trajectory_id uuid not null,
  state text not null check (state in ('draft', 'sent', 'withdrawn', 'decided')),
  direction text check (direction in ('onward', 'stayActive', 'extension', 'end')),
  summary text not null default '',
  growth text not null default '',
  because text not null default '',
  -- What came of each goal, in words: its title as it was, what changed, and which of the four outcomes that touches.
  goals jsonb not null default '[]',
  extend_until date,
  to_organisation_id uuid,
  reads_until date,
  stays_at text not null default '',
  end_reason text,
  written_by uuid not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid,
  withdrawal_reason text,
  decision text check (decision in ('agreed', 'otherwise')),
  decision_words text,
  decided_at timestamptz,
  decided_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  foreign key (tenant_id, to_organisation_id) references organisation (tenant_id, id),
  check ((state = 'decided') = (decided_at is not null)),
  check (state = 'draft' or sent_at is not null)
);
create index on advice (tenant_id, participant_id);
create index on advice (tenant_id, state, sent_at);
-- One advice at a time is being written or waits for an answer.
create unique index advice_open on advice (tenant_id, trajectory_id) where state in ('draft', 'sent');
call guard('advice', 'advice');

-- What stood there before each amendment after sending, with the reason.
create table advice_version (
  tenant_id uuid not null,
  advice_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  fields jsonb not null,
  reason text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, advice_id, version),
  foreign key (tenant_id, advice_id) references advice (tenant_id, id)
);
create index on advice_version (tenant_id, participant_id);
call guard('advice_version', 'advice');

-- What was sent opens by a slice of its own: to the municipality, and to the person whom it is about.
do $$
declare
  wall constant text := 'tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid';
  reads constant text := opened_by('app.sent_advice');
  decides constant text := opened_by('app.sent_advice_write');
begin
  execute format('create policy advice_sent on advice for select using (%s and state <> ''draft'' and %s)', wall, reads);
  execute format('create policy advice_decided on advice for update using (%s and state = ''sent'' and %s)
    with check (%1$s and state = ''decided'' and %2$s)', wall, decides);
  execute format('create policy advice_version_sent on advice_version for select using (%s and %s)', wall, reads);
  execute format('create policy own_word_sent on own_word for select using (%s and for_municipality and %s)', wall, reads);
end $$;

grant select, insert, update, delete on advice, advice_version to :app_role;

-- A referral that carries a trajectory on: the plan goes along, and the former coordinator reads on until a day.
alter table referral
  add column carries_on_trajectory_id uuid,
  add column former_reads_until date,
  add foreign key (tenant_id, carries_on_trajectory_id) references trajectory (tenant_id, id);

-- Whoever coordinates now writes the advice; the person reads what was sent. Without force the owner of the table may change rows
-- of all municipalities; the wall is back before the commit.
alter table access_grant no force row level security;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{advice}'::text[]) slice),
  writes = (select array_agg(distinct slice) from unnest(writes || '{advice}'::text[]) slice),
  version = version + 1
where ground = 'trajectory' and membership_id is not null and 'plan' = any (writes) and revoked_at is null;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{sent_advice}'::text[]) slice),
  version = version + 1
where ground = 'self' and revoked_at is null;

alter table access_grant force row level security;

-- A conversation of three: the person, whoever guided so far, and whoever guides from now on.
alter table appointment drop constraint appointment_kind_check;
alter table appointment add constraint appointment_kind_check
  check (kind in ('firstConversation', 'conversation', 'review', 'threeWay', 'other'));
