-- A trajectory from start to ending: phases, pauses, endings and extensions, with a trace of every change; and what a
-- municipality calls a kind of trajectory and how it runs there.
alter table trajectory
  add column phase text,
  add column phase_since date,
  add column voluntary boolean not null default true,
  add column paused_on date,
  add column pause_reason text,
  add column pause_words text,
  add column return_on date,
  add column resumes_to text check (resumes_to in ('intake', 'active')),
  add column end_reason text,
  add column end_words text,
  -- The planned end before the first extension: an extension counts from there.
  add column extended_from date;
alter table trajectory drop constraint trajectory_state_check;
alter table trajectory add constraint trajectory_state_check check (state in ('intake', 'active', 'paused', 'ended'));
alter table trajectory add constraint trajectory_paused_check check ((state = 'paused') = (paused_on is not null));

-- Whether somebody takes part of their own free will was said with the referral. Without force the owner of the tables may
-- change rows of all municipalities; the wall is back before the commit.
alter table trajectory no force row level security;
alter table referral no force row level security;
update trajectory t set voluntary = r.voluntary from referral r where r.tenant_id = t.tenant_id and r.id = t.referral_id and not r.voluntary;
alter table trajectory force row level security;
alter table referral force row level security;

-- The trace of a trajectory: what stood there before each change, by whom and why it was changed.
create table trajectory_version (
  tenant_id uuid not null,
  trajectory_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  action text not null,
  fields jsonb not null,
  reason text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, trajectory_id, version),
  foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id)
);
create index on trajectory_version (tenant_id, participant_id);
call guard('trajectory_version', 'trajectory');

-- What a municipality sets itself for a kind of trajectory; what is empty follows the product.
create table trajectory_type_setting (
  tenant_id uuid not null references municipality (tenant_id),
  type text not null,
  name_nl text,
  name_en text,
  -- The law has a new name that may be used before it holds.
  new_name_early boolean not null default false,
  review_weeks integer check (review_weeks between 1 and 104),
  longest_months integer check (longest_months between 1 and 120),
  -- How long the coordinator still reaches the dossier after the ending.
  access_weeks integer check (access_weeks between 0 and 52),
  -- Referrals are advised to go to this organisation first, until that day.
  intake_organisation_id uuid,
  intake_until date,
  version integer not null default 1,
  primary key (tenant_id, type),
  foreign key (tenant_id, intake_organisation_id) references organisation (tenant_id, id)
);
call guard('trajectory_type_setting');

grant select, insert, update, delete on trajectory_version, trajectory_type_setting to :app_role;
