-- A letter is made by whoever guides somebody, who knows the birthday too. So it opens an account that leads to that one dossier and
-- to nothing else: not that of a colleague, past the second factor, and no other dossier. Otherwise as before.
grant create on schema auth to opstap_gate;
create or replace function auth.redeem_paper(p_code_hash bytea, p_month integer, p_day integer, p_line uuid, p_origin text)
returns table (user_id uuid, membership_id uuid)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  letter record;
  fits boolean;
begin
  -- Per municipality, so that each look-up is by an index that starts with it.
  select i.tenant_id, i.id, i.participant_id, i.membership_id, m.user_id into letter
  from municipality g
  join paper_invitation i on i.tenant_id = g.tenant_id and i.code_hash = p_code_hash
  join membership m on m.tenant_id = i.tenant_id and m.id = i.membership_id and m.active and m.participant_id = i.participant_id
  join auth."user" u on u.id = m.user_id and u.disabled_at is null
  where i.used_at is null and i.withdrawn_at is null and i.tries < 5
    and i.expires_on >= (now() at time zone 'Europe/Amsterdam')::date
    and not exists (
      select from auth.works_in w join membership x on x.tenant_id = w.tenant_id and x.user_id = w.user_id
      where w.user_id = m.user_id and x.id <> m.id)
  for update of i;
  if not found then return; end if;
  select extract(month from p.birth_date) = p_month and extract(day from p.birth_date) = p_day into fits
  from participant_identity p where p.tenant_id = letter.tenant_id and p.participant_id = letter.participant_id;
  fits := coalesce(fits, false);
  update paper_invitation i
  set tries = i.tries + case when fits then 0 else 1 end, used_at = case when fits then now() end, version = i.version + 1
  where i.tenant_id = letter.tenant_id and i.id = letter.id;
  perform set_config('app.tenant', letter.tenant_id::text, true);
  insert into access_line (tenant_id, participant_id, id, membership_id, role, use_case, kind, slices, outcome, origin)
  values (letter.tenant_id, letter.participant_id, p_line, letter.membership_id, 'participant', 'sharing.usePaperInvitation', 'write',
    '{sharing}', case when fits then 'allowed' else 'refused' end, p_origin);
  if fits then return query select letter.user_id, letter.membership_id; end if;
end $$;
alter function auth.redeem_paper(bytea, integer, integer, uuid, text) owner to opstap_gate;
revoke create on schema auth from opstap_gate;
