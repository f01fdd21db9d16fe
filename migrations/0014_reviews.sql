-- A review may wait with a reason, and has a result. The day that it waits until says nothing about somebody and stands with the
-- review; words are part of the plan, which the municipality and colleagues do not read.
alter table review add column hold_until date;

create table review_result (
  tenant_id uuid not null,
  review_id uuid not null,
  participant_id uuid not null,
  goes_on text not null default '',
  changes text not null default '',
  hold_reason text not null default '',
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (tenant_id, review_id),
  foreign key (tenant_id, review_id) references review (tenant_id, id)
);
create index on review_result (tenant_id, participant_id);
call guard('review_result', 'plan');

-- What somebody thinks of it, before a review (review_id) or about the advice at the end of a trajectory (trajectory_id): written by
-- the person, or by somebody else as the person said it.
create table own_word (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  review_id uuid,
  trajectory_id uuid,
  words text not null,
  language text not null default 'nl',
  written_as text not null check (written_as in ('person', 'asSaid')),
  written_by uuid not null,
  written_at timestamptz not null,
  for_municipality boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, review_id) references review (tenant_id, id),
  foreign key (tenant_id, trajectory_id) references trajectory (tenant_id, id),
  check ((review_id is null) <> (trajectory_id is null))
);
create index on own_word (tenant_id, participant_id);
create unique index on own_word (tenant_id, review_id) where review_id is not null;
create unique index on own_word (tenant_id, trajectory_id) where trajectory_id is not null;
call guard('own_word', 'plan');

-- A moment in the diary for a review that exists.
alter table appointment add foreign key (tenant_id, review_id) references review (tenant_id, id);
create index on appointment (tenant_id, review_id) where review_id is not null;

grant select, insert, update, delete on review_result, own_word to :app_role;
