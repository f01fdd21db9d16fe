-- What was written about a life area is there while a period of it runs. The wall knows that too: the gate sets the areas that run
-- on the day (`app.life_areas_now`, `*` for the person), and without it nothing is there. That a period was there, and its last
-- words, stay with the period itself: the person may still object and be answered.

-- Earlier words name their area, as the words themselves do. The wall is back before the commit.
alter table life_area_version add column area text;
alter table life_area_version no force row level security;
alter table life_area no force row level security;
alter table life_area_note no force row level security;
update life_area_version v set area = l.area from life_area l
where l.tenant_id = v.tenant_id and l.participant_id = v.participant_id and l.id = v.of_id;
update life_area_version v set area = n.area from life_area_note n
where n.tenant_id = v.tenant_id and n.participant_id = v.participant_id and n.id = v.of_id;
update life_area_version set area = '' where area is null;
alter table life_area_version force row level security;
alter table life_area force row level security;
alter table life_area_note force row level security;
alter table life_area_version alter column area set not null;

create policy life_area_note_today on life_area_note as restrictive using (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  and (current_setting('app.life_areas_now', true) = '*' or strpos(current_setting('app.life_areas_now', true), '{' || area || '}') > 0));
create policy life_area_version_today on life_area_version as restrictive using (
  tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  and (current_setting('app.life_areas_now', true) = '*' or strpos(current_setting('app.life_areas_now', true), '{' || area || '}') > 0));

grant select (tenant_id, participant_id, area, until, closed_on) on life_area to opstap_gate;
create policy gate_reads on life_area for select to opstap_gate using (true);

-- For the rest of this transaction, behind auth.enter: the areas of this person of which a period runs on that day.
create function auth.life_areas_on(p_participant uuid, p_day date)
returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  me uuid := nullif(current_setting('app.actor', true), '')::uuid;
  running text;
begin
  if exists (select from membership m where m.tenant_id = here and m.id = me and m.participant_id = p_participant) then
    running := '*';
  else
    select coalesce(string_agg('{' || a.area || '}', ''), '') into running from life_area a
    where a.tenant_id = here and a.participant_id = p_participant and a.closed_on is null and a.until >= p_day;
  end if;
  perform set_config('app.life_areas_now', running, true);
end $$;
grant create on schema auth to opstap_gate;
alter function auth.life_areas_on(uuid, date) owner to opstap_gate;
revoke create on schema auth from opstap_gate;
revoke all on function auth.life_areas_on(uuid, date) from public;
grant execute on function auth.life_areas_on(uuid, date) to :app_role;
