-- What a municipality has to choose from when a step or goal is appreciated, with its value where it has one, and how that counts
-- beside a benefit.
create table recognition_option (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  kind text not null check (kind in ('compliment', 'certificate', 'outing', 'voucher', 'card', 'other')),
  words text not null,
  value_cents integer check (value_cents > 0),
  counts_as text not null default 'nothing' check (counts_as in ('nothing', 'gift', 'premium')),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
call guard('recognition_option');

-- What may be spent on recognition in a year: by the municipality, or by one organisation. Spending is counted here, in the same
-- transaction, so that two at once cannot spend more than there is; the check is the last word.
create table recognition_budget (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  year integer not null check (year between 2000 and 2100),
  organisation_id uuid,
  amount_cents integer not null check (amount_cents >= 0),
  spent_cents integer not null default 0 check (spent_cents >= 0),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, year, organisation_id),
  check (spent_cents <= amount_cents),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
call guard('recognition_budget');

-- What was agreed: from the list, or in own words; the value as it was when it was agreed.
alter table step add column recognition_option_id uuid,
  add column recognition_cents integer check (recognition_cents > 0),
  add column recognition_counts_as text check (recognition_counts_as in ('nothing', 'gift', 'premium'));
alter table goal add column recognition_kind text,
  add column recognition text,
  add column recognition_option_id uuid,
  add column recognition_cents integer check (recognition_cents > 0),
  add column recognition_counts_as text check (recognition_counts_as in ('nothing', 'gift', 'premium'));

-- Given for a step or for a goal; handed out when the thing itself changes hands.
alter table recognition_given alter column step_id drop not null,
  add column goal_id uuid,
  add column value_cents integer check (value_cents > 0),
  add column counts_as text not null default 'nothing' check (counts_as in ('nothing', 'gift', 'premium')),
  add column handed_on date,
  add column handed_by uuid,
  add column budget_id uuid,
  add column version integer not null default 1,
  add foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  add foreign key (tenant_id, budget_id) references recognition_budget (tenant_id, id),
  add check (step_id is not null or goal_id is not null);

grant select, insert, update, delete on recognition_option, recognition_budget to :app_role;
