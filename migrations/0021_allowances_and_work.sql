-- What organisations paid somebody for volunteering, over all of them together.
create table allowance_payment (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  -- The payer, when it works in the municipality; else its name only.
  organisation_id uuid,
  organisation_name text not null,
  -- The payer entered it itself: it may read this row, and no other of this person.
  by_payer boolean not null default false,
  paid_on date not null,
  amount_cents integer not null check (amount_cents > 0),
  kind text not null check (kind in ('allowance', 'actualCosts')),
  hours numeric(6, 2) check (hours > 0),
  words text not null default '',
  state text not null default 'paid' check (state in ('paid', 'withdrawn')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index on allowance_payment (tenant_id, participant_id, paid_on);
create index on allowance_payment (tenant_id, organisation_id, paid_on);
call guard('allowance_payment', 'money');
create policy allowance_payment_own on allowance_payment for select using (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  and by_payer and current_setting('app.own_placements', true) = '*'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

-- What a payment said before it was corrected or withdrawn.
create table allowance_payment_version (
  tenant_id uuid not null,
  payment_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  fields jsonb not null,
  why text not null default '',
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, payment_id, version),
  foreign key (tenant_id, payment_id) references allowance_payment (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on allowance_payment_version (tenant_id, participant_id);
call guard('allowance_payment_version', 'money');

-- Where somebody works or tries work, under which form in law, with the terms that go with it. A place at an offer
-- (`placement`) may be behind it.
create table work_placement (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  kind text not null check (kind in ('tryOut', 'volunteer', 'participationPlace', 'trialPlacement', 'shelteredWork',
    'wageSubsidyJob', 'wageDispensationJob', 'jobCoaching', 'careAndWork')),
  placement_id uuid,
  workplace text not null,
  tasks text not null default '',
  hours_per_week numeric(4, 1) check (hours_per_week > 0),
  -- Weekday (1 = Monday) and part: 2-morning.
  day_parts text[] not null default '{}',
  starts_on date not null,
  -- As agreed now, the last day included.
  ends_on date,
  extensions integer not null default 0,
  state text not null check (state in ('agreed', 'ended', 'cancelled')),
  ended_on date,
  outcome text check (outcome in ('stayed', 'stopped', 'movedOn')),
  outcome_words text not null default '',
  -- Moments that were dealt with: premium-1, review…
  handled text[] not null default '{}',
  made_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, placement_id) references placement (tenant_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index on work_placement (tenant_id, participant_id);
call guard('work_placement', 'placements');

-- A place at an offer is of a kind too: what the offer was says which. Without force the owner may change rows of all
-- municipalities; the wall is back before the commit.
alter table placement add column kind text not null default 'activity' check (kind in ('activity', 'volunteer', 'tryOut'));
alter table placement no force row level security;
alter table offer no force row level security;
update placement p
set kind = case when o.kind = 'internship' then 'tryOut' else 'volunteer' end
from offer o
where o.tenant_id = p.tenant_id and o.id = p.offer_id and o.kind in ('volunteerPlace', 'buddy', 'internship');
alter table offer force row level security;
alter table placement force row level security;

grant select, insert, update on allowance_payment, work_placement to :app_role;
grant select, insert on allowance_payment_version to :app_role;

-- An organisation where somebody comes enters what it paid, and learns nothing of what others paid: the sums stay in the
-- database, and one word comes out, the same for every reason.
grant select, insert, update on allowance_payment to opstap_gate;
grant insert on allowance_payment_version to opstap_gate;
grant select (tenant_id, participant_id, birth_date) on participant_identity to opstap_gate;
create policy gate_works on allowance_payment to opstap_gate using (true) with check (true);
create policy gate_keeps on allowance_payment_version for insert to opstap_gate with check (true);
create policy gate_reads on participant_identity for select to opstap_gate using (true);

grant create on schema public to opstap_gate;
set local role opstap_gate;

create function pay_at_own_place(p_id uuid, p_placement uuid, p_paid_on date, p_amount integer, p_kind text, p_hours numeric, p_words text,
  p_at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  here record;
begin
  select p.tenant_id, p.participant_id, o.id as organisation_id, o.name into here
  from placement p join organisation o on o.tenant_id = p.tenant_id and o.id = p.offer_organisation_id
  where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and p.id = p_placement and p.state = 'placed'
    and current_setting('app.own_placements', true) = '*'
    and p.offer_organisation_id = nullif(current_setting('app.organisation', true), '')::uuid;
  if not found then return false; end if;
  -- Whoever pays this person at the same moment waits here.
  perform pg_advisory_xact_lock(hashtextextended(here.tenant_id || '/' || here.participant_id || '/allowance', 0));
  insert into allowance_payment (tenant_id, id, participant_id, organisation_id, organisation_name, by_payer, paid_on, amount_cents, kind, hours,
    words, entered_by, entered_at)
  values (here.tenant_id, p_id, here.participant_id, here.organisation_id, here.name, true, p_paid_on, p_amount, p_kind, p_hours,
    p_words, nullif(current_setting('app.actor', true), '')::uuid, p_at);
  return true;
end $$;

-- Withdraws the own payment, or puts it back. False: it is not there, not one's own, or changed in the meantime.
create function set_own_payment(p_id uuid, p_version integer, p_state text, p_at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  paid record;
begin
  update allowance_payment a set state = p_state, version = a.version + 1
  where a.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and a.id = p_id and a.version = p_version and a.by_payer
    and a.state <> p_state and current_setting('app.own_placements', true) = '*'
    and a.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
  returning a.tenant_id, a.participant_id into paid;
  if not found then return false; end if;
  insert into allowance_payment_version (tenant_id, payment_id, version, participant_id, fields, replaced_at, replaced_by)
  values (paid.tenant_id, p_id, p_version, paid.participant_id, jsonb_build_object('state', case p_state when 'paid' then 'withdrawn' else 'paid' end),
    p_at, nullif(current_setting('app.actor', true), '')::uuid);
  return true;
end $$;

-- Whether the organisation should first talk with the coach: somebody is near or over a limit, counts by age, or the limits of that
-- day are not known. Which of these, and how much others paid, is not said.
create function own_place_allowance(p_day date, p_month integer, p_year integer, p_near integer, p_counts_below integer, p_placement uuid default null)
returns table (placement_id uuid, talk_first boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p_month is null or p_year is null or p_counts_below is null
    or extract(year from age(p_day, i.birth_date)) < p_counts_below
    or coalesce(s.in_month, 0) * 100 >= p_month::bigint * p_near or coalesce(s.in_year, 0) * 100 >= p_year::bigint * p_near
  from placement p
  join participant_identity i on i.tenant_id = p.tenant_id and i.participant_id = p.participant_id
  left join lateral (
    select sum(a.amount_cents) filter (where date_trunc('month', a.paid_on) = date_trunc('month', p_day)) as in_month, sum(a.amount_cents) as in_year
    from allowance_payment a
    where a.tenant_id = p.tenant_id and a.participant_id = p.participant_id and a.state = 'paid' and a.kind = 'allowance'
      and a.paid_on between date_trunc('year', p_day)::date and (date_trunc('year', p_day) + interval '1 year - 1 day')::date
  ) s on true
  where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and p.state = 'placed'
    and current_setting('app.own_placements', true) = '*'
    and p.offer_organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and (p_placement is null or p.id = p_placement)
$$;

revoke all on function pay_at_own_place(uuid, uuid, date, integer, text, numeric, text, timestamptz), set_own_payment(uuid, integer, text, timestamptz),
  own_place_allowance(date, integer, integer, integer, integer, uuid) from public;
grant execute on function pay_at_own_place(uuid, uuid, date, integer, text, numeric, text, timestamptz), set_own_payment(uuid, integer, text, timestamptz),
  own_place_allowance(date, integer, integer, integer, integer, uuid) to :app_role;
reset role;
revoke create on schema public from opstap_gate;
