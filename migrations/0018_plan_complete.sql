-- Which goal of an area has the attention: the open one that got it last. So there is always exactly one, and a goal that
-- comes back stands where it stood.
alter table goal add column focused_at timestamptz;
-- Goals that are there already: the first of each area. Without force the owner may change rows of all municipalities; the wall
-- is back before the commit.
alter table goal no force row level security;
update goal set focused_at = goal.created_at
from (
  select distinct on (tenant_id, participant_id, area) tenant_id, id from goal
  where state = 'open' order by tenant_id, participant_id, area, position, id
) first
where goal.tenant_id = first.tenant_id and goal.id = first.id;
alter table goal force row level security;

-- What somebody needs to take a step, and from whom.
alter table step add column help_what text, add column help_from text;

-- What an agreement depends on, and the duty in law that it is tied to; without one it is voluntary.
alter table agreement add column terms text not null default '', add column tied_to text;

-- What each side says of an agreement: kept or not, in own words. The other side's words stand beside it, and the municipality
-- reads none of them: this is in the slice of the plan, also for agreements that are marked for it.
create table agreement_said (
  tenant_id uuid not null,
  agreement_id uuid not null,
  side text not null check (side in ('guide', 'participant')),
  participant_id uuid not null,
  outcome text not null check (outcome in ('kept', 'notKept', 'withdrawn')),
  words text not null default '',
  said_on date not null,
  said_by uuid not null,
  primary key (tenant_id, agreement_id, side),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on agreement_said (tenant_id, participant_id);
call guard('agreement_said', 'plan');

-- What somebody gives back, in own words; hours only when the person wants to say them.
create table reciprocity (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  words text not null,
  language text not null default 'nl',
  hours_per_week numeric(4, 1),
  said_on date not null,
  written_by uuid not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on reciprocity (tenant_id, participant_id);
call guard('reciprocity', 'plan');

grant select, insert, update, delete on agreement_said, reciprocity to :app_role;
