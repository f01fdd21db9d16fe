-- An organisation that pays is told one word about the rest: talk with the coach first. What it was told anew by an entry, and what it
-- took back or put back itself, is counted, so that the word cannot be asked until it gives the amount away.
alter table allowance_payment add column talk_first boolean not null default false;
comment on column allowance_payment.talk_first is 'this entry told the payer something that it did not know yet';
alter table allowance_payment_version add column by_payer boolean not null default false;

-- The wall is back before the commit.
alter table allowance_payment_version no force row level security;
alter table allowance_payment no force row level security;
alter table membership no force row level security;
update allowance_payment_version v set by_payer = true
from allowance_payment a, membership m
where a.tenant_id = v.tenant_id and a.id = v.payment_id and a.by_payer
  and m.tenant_id = v.tenant_id and m.id = v.replaced_by and m.role = 'partner' and m.organisation_id = a.organisation_id;
alter table membership force row level security;
alter table allowance_payment force row level security;
alter table allowance_payment_version force row level security;

grant select on allowance_payment_version to opstap_gate;
create policy gate_reads on allowance_payment_version for select to opstap_gate using (true);

grant create on schema public to opstap_gate;
set local role opstap_gate;

-- As before; and it is known that the payer did it.
create or replace function set_own_payment(p_id uuid, p_version integer, p_state text, p_at timestamptz)
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
  insert into allowance_payment_version (tenant_id, payment_id, version, participant_id, fields, replaced_at, replaced_by, by_payer)
  values (paid.tenant_id, p_id, p_version, paid.participant_id, jsonb_build_object('state', case p_state when 'paid' then 'withdrawn' else 'paid' end),
    p_at, nullif(current_setting('app.actor', true), '')::uuid, true);
  return true;
end $$;

create function note_talk_first(p_id uuid)
returns void
language sql security definer set search_path = pg_catalog, public as $$
  update allowance_payment a set talk_first = true
  where a.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and a.id = p_id and a.by_payer
    and current_setting('app.own_placements', true) = '*'
    and a.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
$$;

-- How often the own organisation entered something for this person since then, and how often that told it something or was turned.
create function own_payment_tries(p_participant uuid, p_since timestamptz)
returns table (entered integer, probed integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  with own as (
    select a.id, a.entered_at, a.talk_first from allowance_payment a
    where a.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and a.participant_id = p_participant and a.by_payer
      and current_setting('app.own_placements', true) = '*'
      and a.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
  )
  select (select count(*)::int from own where entered_at >= p_since),
    (select count(*)::int from own where entered_at >= p_since and talk_first)
    + (select count(*)::int from own join allowance_payment_version v
        on v.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and v.payment_id = own.id
        where v.by_payer and v.replaced_at >= p_since)
$$;

revoke all on function note_talk_first(uuid), own_payment_tries(uuid, timestamptz) from public;
grant execute on function note_talk_first(uuid), own_payment_tries(uuid, timestamptz) to :app_role;
reset role;
revoke create on schema public from opstap_gate;
