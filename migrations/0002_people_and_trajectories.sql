-- People: the call name alone is what a partner may know; everything else sits in slices of its own.
create table participant (
  tenant_id uuid not null references municipality (tenant_id),
  participant_id uuid not null,
  call_name text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, participant_id)
);
call guard('participant', 'name');

create table participant_identity (
  tenant_id uuid not null,
  participant_id uuid not null,
  surname text not null,
  birth_date date not null,
  sex text check (sex in ('f', 'm', 'x')),
  folded_name text not null,
  version integer not null default 1,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on participant_identity (tenant_id, birth_date, folded_name);
-- Trigrams of the folded name; the search function filters by municipality and allowed participants itself.
create index participant_identity_name on participant_identity using gin (tenant_id, folded_name gin_trgm_ops) with (fastupdate = off);
call guard('participant_identity', 'identity');

-- Citizen service number: encrypted, found by a keyed hash, for municipal staff only.
create table participant_bsn (
  tenant_id uuid not null,
  participant_id uuid not null,
  bsn_encrypted bytea not null,
  bsn_hash bytea not null,
  version integer not null default 1,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create unique index on participant_bsn (tenant_id, bsn_hash);
call guard('participant_bsn', 'bsn');

create table participant_contact (
  tenant_id uuid not null,
  participant_id uuid not null,
  phone text,
  email text,
  address text,
  postcode text,
  place text,
  language text not null default 'nl',
  interpreter boolean not null default false,
  channels text[] not null default '{}',
  preferences text,
  version integer not null default 1,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
call guard('participant_contact', 'contact');

create table referral (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  state text not null check (state in ('sent', 'questioned', 'accepted', 'rejected', 'withdrawn')),
  trajectory_type text not null,
  law text not null,
  to_organisation_id uuid not null,
  from_membership_id uuid not null,
  reason text not null,
  wish_as_said text not null,
  wish_language text not null default 'nl',
  voluntary boolean not null default true,
  sent_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  answered_by uuid,
  rejection_reason text,
  question text,
  question_answer text,
  trajectory_id uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, to_organisation_id) references organisation (tenant_id, id)
);
create index on referral (tenant_id, participant_id);
create index on referral (tenant_id, to_organisation_id, state);
create index on referral (tenant_id, from_membership_id, state);
call guard('referral', 'referral');

-- The trace of a referral: each earlier text, by whom and why it was amended.
create table referral_version (
  tenant_id uuid not null,
  referral_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  fields jsonb not null,
  reason text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, referral_id, version),
  foreign key (tenant_id, referral_id) references referral (tenant_id, id)
);
create index on referral_version (tenant_id, participant_id);
call guard('referral_version', 'referral');

create table trajectory (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  referral_id uuid,
  type text not null,
  law text not null,
  state text not null check (state in ('intake', 'active', 'ended')),
  organisation_id uuid not null,
  coordinator_id uuid not null,
  started_on date not null,
  planned_end_on date,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, coordinator_id) references membership (tenant_id, id)
);
create index on trajectory (tenant_id, participant_id);
create index on trajectory (tenant_id, coordinator_id, state);
create index on trajectory (tenant_id, organisation_id, state);
call guard('trajectory', 'trajectory');

create table review (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  trajectory_id uuid not null,
  planned_on date not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  held_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id)
);
create index on review (tenant_id, participant_id, planned_on);
call guard('review', 'trajectory');

-- Search by name among the participants that the actor may reach: the wall's operators are not leakproof, so the
-- index is only used here, with the municipality and the allowed ids as explicit filters.
grant select on participant, participant_identity to opstap_search;
create policy search_reads on participant for select to opstap_search using (true);
create policy search_reads on participant_identity for select to opstap_search using (true);
create function search_participants(p_folded text, p_limit integer)
returns table (participant_id uuid, call_name text, surname text, birth_date date)
language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select i.tenant_id, i.participant_id, i.surname, i.birth_date, i.folded_name
    from participant_identity i
    where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and i.folded_name like '%' || p_folded || '%'
  )
  select f.participant_id, p.call_name, f.surname, f.birth_date
  from found f
  join participant p on p.tenant_id = f.tenant_id and p.participant_id = f.participant_id
  where current_setting('app.identity', true) in ('*', '{' || f.participant_id::text || '}')
    or f.participant_id in (
      select id::uuid
      from unnest('{0,1,2,3,4,5,6,7,8,9,a,b,c,d,e,f}'::text[]) d (digit),
        string_to_table(current_setting('app.people_' || current_setting('app.identity', true) || '_' || d.digit, true), ',') id)
  order by (f.folded_name like p_folded || '%') desc, p.call_name, f.surname
  limit least(p_limit, 50)
$$;
grant create on schema public to opstap_search;
alter function search_participants(text, integer) owner to opstap_search;
revoke create on schema public from opstap_search;
revoke all on function search_participants(text, integer) from public;
grant execute on function search_participants(text, integer) to :app_role;

grant select, insert, update, delete on participant, participant_identity, participant_bsn, participant_contact, referral, referral_version,
  trajectory, review to :app_role;
