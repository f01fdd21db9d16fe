-- Whether an account has, or ever had, a place at work. Such an account does not choose an own way in: once enabled again, that way
-- would lead to work, or none would be left.
grant create on schema auth to opstap_gate;
set local role opstap_gate;
create function auth.ever_worked(p_user uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from auth.works_in w
    join membership m on m.tenant_id = w.tenant_id and m.user_id = w.user_id and m.role <> 'participant'
    where w.user_id = p_user)
$$;
revoke all on function auth.ever_worked(uuid) from public;
grant execute on function auth.ever_worked(uuid) to :app_role;
reset role;
revoke create on schema auth from opstap_gate;
