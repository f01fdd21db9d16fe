-- The gate does less: no crossing of what a grant opens for reading with what it opens for writing, and no list of a whole
-- organisation for a search, which shows twenty people of it.
-- Opens the slices for the rest of this transaction, if the session still stands and the grants allow it.
-- p_participant narrows everything to one dossier; without it a slice opens for all participants that this member reaches,
-- with p_own only for those whom the member reaches by name and not through the organisation. Where p_own is null no list of people
-- is made: a function that searches asks the grants itself, and only finds the slice marked as `searched`.
-- p_wide are the slices that the role's policy opens for the whole municipality. p_optional open when granted, and do not refuse.
-- Answers the opened slices (reads, and writes with suffix _write), or null: then nothing is set and every statement sees no rows.
create or replace function auth.enter(p_token text, p_tenant uuid, p_membership uuid, p_role text, p_participant uuid, p_reads text[], p_writes text[],
  p_optional text[], p_wide text[], p_own boolean default false)
returns text[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  me record;
  held record;
  held_reads text[] := '{}';
  held_writes text[] := '{}';
  opened text[];
  today date := (now() at time zone 'Europe/Amsterdam')::date;
  list record;
  lists integer := 0;
begin
  select m.tenant_id, m.id, m.organisation_id into me
  from membership m join auth."user" u on u.id = m.user_id and u.disabled_at is null
  where m.tenant_id = p_tenant and m.id = p_membership and m.role = p_role and m.active
    and m.user_id = coalesce(
      (select s.user_id from auth.session s where s.token = p_token and s.expires_at > now() and not s.second_factor_due),
      (select x.user_id from auth.api_token t join membership x on x.tenant_id = t.tenant_id and x.id = t.membership_id
       where t.token = p_token and t.expires_at > now() and t.membership_id = p_membership));
  if not found then return null; end if;

  if p_participant is not null then
    for held in
      select g.reads, g.writes
      from access_grant g
      where g.tenant_id = me.tenant_id and g.participant_id = p_participant
        and (g.membership_id = me.id or g.organisation_id = me.organisation_id)
        and g.revoked_at is null and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)
    loop
      held_reads := held_reads || held.reads;
      held_writes := held_writes || held.writes;
    end loop;
    if not (p_reads <@ (held_reads || p_wide)) or not (p_writes <@ (held_writes || p_wide)) then return null; end if;
    opened := array(select s from unnest(p_reads || p_optional) s where s = any (held_reads || p_wide))
      || array(select w || '_write' from unnest(p_writes) w);
    perform set_config('app.' || s, '{' || p_participant || '}', true) from unnest(opened || p_writes) s;
  else
    opened := p_reads || p_optional || p_writes || array(select w || '_write' from unnest(p_writes) w);
    perform set_config('app.' || s, '*', true) from unnest(opened) s where s = any (p_wide) or left(s, -6) = any (p_wide);
    if p_own is null then
      perform set_config('app.' || s, 'searched', true) from unnest(p_reads || p_optional) s where s <> all (p_wide);
    else
      -- Grants are of a few kinds; slices that the same kinds open share a list.
      for list in
        with kinds as materialized (
          select row_number() over () as number, k.* from (
            select g.reads, g.writes, array_agg(g.participant_id) as people
            from access_grant g
            where g.tenant_id = me.tenant_id
              and (g.membership_id = me.id or g.organisation_id = case when p_own then null else me.organisation_id end)
              and g.revoked_at is null and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)
            group by g.reads, g.writes
          ) k
        ), wanted as (
          select w.slice, array_agg(k.number order by k.number) as kinds
          from (select distinct s as slice, s = any (p_writes) as writing from unnest(p_reads || p_optional || p_writes) s) w
          left join kinds k on w.slice = any (case when w.writing then k.writes else k.reads end)
          where w.slice <> all (p_wide)
          group by w.slice
        )
        select array_agg(w.slice) as slices,
          array(select distinct p::text from kinds k cross join unnest(k.people) p where k.number = any (w.kinds)) as people
        from wanted w
        group by w.kinds
      loop
        lists := lists + 1;
        perform set_config('app.people_' || lists || '_' || d.digit, coalesce(i.ids, ''), true)
        from unnest('{0,1,2,3,4,5,6,7,8,9,a,b,c,d,e,f}'::text[]) d (digit)
        left join (select right(p.id, 1) as digit, string_agg(p.id, ',') as ids from unnest(list.people) p (id) group by 1) i using (digit);
        perform set_config('app.' || s, lists::text, true) from unnest(opened) s where s = any (list.slices) or left(s, -6) = any (list.slices);
      end loop;
    end if;
  end if;
  perform set_config('app.tenant', me.tenant_id::text, true), set_config('app.actor', me.id::text, true),
    set_config('app.organisation', coalesce(me.organisation_id::text, ''), true);
  return opened;
end $$;

grant select on access_grant to opstap_search;
create policy search_reads on access_grant for select to opstap_search using (true);

-- Among everybody where the role's task in law opens names, in one dossier where the gate opened one, and else among those whom
-- a grant opens to this member or to the organisation: the same grants as the gate goes by.
create or replace function search_participants(p_folded text, p_limit integer)
returns table (participant_id uuid, call_name text, surname text, birth_date date)
language sql stable security definer set search_path = pg_catalog, public as $$
  -- Each setting is read once, not for every row that is looked at.
  with found as materialized (
    select i.tenant_id, i.participant_id, i.surname, i.birth_date, i.folded_name
    from participant_identity i
    where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and i.folded_name like '%' || p_folded || '%'
  ), valid as not materialized (
    select g.participant_id, g.membership_id, g.organisation_id
    from access_grant g
    where g.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
      and 'identity' = any (g.reads)
      and g.revoked_at is null
      and g.valid_from <= (select (now() at time zone 'Europe/Amsterdam')::date)
      and (g.valid_until is null or g.valid_until >= (select (now() at time zone 'Europe/Amsterdam')::date))
  )
  select f.participant_id, p.call_name, f.surname, f.birth_date
  from found f
  join participant p on p.tenant_id = f.tenant_id and p.participant_id = f.participant_id
  where current_setting('app.identity', true) in ('*', '{' || f.participant_id::text || '}')
    or (
      current_setting('app.identity', true) = 'searched'
      and f.participant_id in (
        select v.participant_id from valid v where v.membership_id = (select nullif(current_setting('app.actor', true), '')::uuid)
        union all
        select v.participant_id from valid v where v.organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
      )
    )
  order by (f.folded_name like p_folded || '%') desc, p.call_name, f.surname
  limit least(p_limit, 50)
$$;
