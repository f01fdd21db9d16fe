-- An offer that was merged away leads to the one that stands for it now, however many merges lie between: one capacity and
-- one queue. `merged_into` stays what somebody did, so that each merge can be taken back; placements keep their own offer.
alter table offer add column survivor_id uuid;
alter table offer add foreign key (tenant_id, survivor_id) references offer (tenant_id, id);
create index on offer (tenant_id, survivor_id) where survivor_id is not null;

with recursive chain as (
  select o.tenant_id, o.id, o.merged_into as survivor_id from offer o where o.merged_into is not null
  union
  select c.tenant_id, c.id, o.merged_into from chain c
  join offer o on o.tenant_id = c.tenant_id and o.id = c.survivor_id
  where o.merged_into is not null
)
update offer o set survivor_id = c.survivor_id
from chain c join offer s on s.tenant_id = c.tenant_id and s.id = c.survivor_id and s.merged_into is null
where o.tenant_id = c.tenant_id and o.id = c.id;

-- Both functions are replaced by ones that first gather the few ids of one offer and then read the placements by their index,
-- which needs no statistics to be quick. Somebody who comes at two offers that became one takes one place.
grant create on schema public to opstap_gate;
set local role opstap_gate;

create or replace function offer_counts(p_offer uuid default null)
returns table (offer_id uuid, placed_since_statement integer, placed integer, waiting integer, joined integer, stayed integer, stopped integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  ids uuid[];
begin
  if p_offer is not null then
    ids := p_offer || array(select o.id from offer o where o.tenant_id = tenant and o.survivor_id = p_offer);
    return query
    select t.id, (count(*) filter (where v.placed_since >= coalesce(t.free_stated_on, v.placed_since)))::int,
      count(v.placed_since)::int, (count(*) filter (where v.waits and v.placed_since is null))::int,
      sum(v.joined)::int, sum(v.stayed)::int, sum(v.stopped)::int
    from (
      select min(p.since) filter (where p.state = 'placed') as placed_since, bool_or(p.state = 'waiting') as waits,
        count(*) filter (where p.state in ('placed', 'ended')) as joined,
        count(*) filter (where p.outcome in ('stayed', 'movedOn')) as stayed,
        count(*) filter (where p.outcome = 'stopped') as stopped
      from placement p where p.tenant_id = tenant and p.offer_id = any (ids) group by p.participant_id
    ) v
    join offer t on t.tenant_id = tenant and t.id = p_offer
    group by t.id;
    return;
  end if;
  return query
  select t.id, (count(*) filter (where v.placed_since >= coalesce(t.free_stated_on, v.placed_since)))::int,
    count(v.placed_since)::int, (count(*) filter (where v.waits and v.placed_since is null))::int,
    sum(v.joined)::int, sum(v.stayed)::int, sum(v.stopped)::int
  from (
    select coalesce(o.survivor_id, o.id) as id,
      min(p.since) filter (where p.state = 'placed') as placed_since, bool_or(p.state = 'waiting') as waits,
      count(*) filter (where p.state in ('placed', 'ended')) as joined,
      count(*) filter (where p.outcome in ('stayed', 'movedOn')) as stayed,
      count(*) filter (where p.outcome = 'stopped') as stopped
    from placement p join offer o on o.tenant_id = p.tenant_id and o.id = p.offer_id
    where p.tenant_id = tenant
    group by coalesce(o.survivor_id, o.id), p.participant_id
  ) v
  join offer t on t.tenant_id = tenant and t.id = v.id
  group by t.id;
end $$;

-- For what somebody waits for: the place in the queue and how many come or wait there, without telling who else; for an
-- opened dossier only.
drop function placement_queue(uuid);
create function placement_queue(p_participant uuid)
returns table (placement_id uuid, queue_position integer, placed integer, placed_since_statement integer, waiting integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  waits record;
  ids uuid[];
begin
  for waits in
    select p.id, p.participant_id, p.waiting_since, coalesce(o.survivor_id, o.id) as offer_id
    from placement p join offer o on o.tenant_id = p.tenant_id and o.id = p.offer_id
    where p.tenant_id = tenant and p.state = 'waiting' and p.participant_id = p_participant
      and (current_setting('app.placements', true) in ('*', '{' || p.participant_id::text || '}') or strpos(
        current_setting('app.people_' || current_setting('app.placements', true) || '_' || right(p.participant_id::text, 1), true), p.participant_id::text) > 0)
  loop
    ids := waits.offer_id || array(select o.id from offer o where o.tenant_id = tenant and o.survivor_id = waits.offer_id);
    placement_id := waits.id;
    -- Who has a place already, at an offer that became this one, holds up nobody.
    select count(distinct q.participant_id)::int into queue_position
    from placement q
    where q.tenant_id = tenant and q.offer_id = any (ids) and q.state = 'waiting' and (q.waiting_since, q.id) <= (waits.waiting_since, waits.id)
      and (q.participant_id = waits.participant_id or q.participant_id <> all (array(
        select s.participant_id from placement s where s.tenant_id = tenant and s.offer_id = any (ids) and s.state = 'placed')));
    select c.placed, c.placed_since_statement, c.waiting into placed, placed_since_statement, waiting from offer_counts(waits.offer_id) c;
    return next;
  end loop;
end $$;
revoke all on function placement_queue(uuid) from public;
grant execute on function placement_queue(uuid) to :app_role;

reset role;
revoke create on schema public from opstap_gate;
