-- Figures about everybody in a municipality, for policy. This is the one place where small numbers are kept back: a figure is
-- shown when nobody or at least this many different people stand behind it, so that nobody is recognised by it. What is
-- kept back adds nothing to a total either, because totals are made of what is shown (docs/decisions/small-numbers.md).
create function small_number() returns integer
language sql immutable as $$ select 5 $$;

create function shown_count(p_count bigint, p_people bigint) returns integer
language sql immutable set search_path = pg_catalog, public as $$
  select case when p_people = 0 or p_people >= small_number() then p_count::integer end
$$;

-- Read by a role that nobody signs in as; whoever asks gets the figures of the own municipality and no row.
grant select on goal, unmet_wish, offer to opstap_search;
create policy search_reads on goal for select to opstap_search using (true);
create policy search_reads on unmet_wish for select to opstap_search using (true);
create policy search_reads on offer for select to opstap_search using (true);

create function area_figures()
returns table (area text, people integer, open_goals integer, reached_goals integer, unmet_wishes integer, offers integer, laws text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  with here as (
    select nullif(current_setting('app.tenant', true), '')::uuid as tenant_id
  ), goals as (
    select g.area,
      count(*) filter (where g.state = 'open') as open, count(distinct g.participant_id) filter (where g.state = 'open') as open_people,
      count(*) filter (where g.state = 'reached') as reached, count(distinct g.participant_id) filter (where g.state = 'reached') as reached_people
    from goal g join here using (tenant_id)
    group by g.area
  ), wishes as (
    select u.area, count(*) as wishes, count(distinct u.participant_id) as people
    from unmet_wish u join here using (tenant_id)
    where u.resolved_on is null
    group by u.area
  ), supply as (
    -- Offers are nobody's: they are counted as they are.
    select a.area, count(*)::integer as offers,
      (select array_agg(distinct l.law order by l.law)
       from offer x join here using (tenant_id)
       cross join lateral jsonb_array_elements_text(case jsonb_typeof(x.details -> 'laws') when 'array' then x.details -> 'laws' else '[]' end) l (law)
       where x.state = 'active' and a.area = any (x.areas)) as laws
    from offer o join here using (tenant_id) cross join lateral unnest(o.areas) a (area)
    where o.state = 'active'
    group by a.area
  )
  select w.area,
    shown_count(coalesce(g.open_people, 0), coalesce(g.open_people, 0)),
    shown_count(coalesce(g.open, 0), coalesce(g.open_people, 0)),
    shown_count(coalesce(g.reached, 0), coalesce(g.reached_people, 0)),
    shown_count(coalesce(u.wishes, 0), coalesce(u.people, 0)),
    coalesce(s.offers, 0), coalesce(s.laws, '{}')
  from unnest('{independence,contacts,takingPart,contributing,skills,paidWork}'::text[]) with ordinality w (area, place)
  left join goals g on g.area = w.area
  left join wishes u on u.area = w.area
  left join supply s on s.area = w.area
  where (select tenant_id from here) is not null
  order by w.place
$$;
grant create on schema public to opstap_search;
alter function area_figures() owner to opstap_search;
revoke create on schema public from opstap_search;
revoke all on function area_figures() from public;
grant execute on function area_figures() to :app_role;
