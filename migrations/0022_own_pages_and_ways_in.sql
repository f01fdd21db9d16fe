-- How a participant gets in without a mail address: a telephone number of the own sign-in, in E.164.
alter table auth."user" add column phone text unique check (phone ~ '^\+[1-9][0-9]{7,14}$');

-- A trial keeps text messages beside its mail.
alter table auth.mail_message add column channel text not null default 'mail' check (channel in ('mail', 'sms'));

-- An address or number that somebody wants to sign in with, until it is proved with the code that was sent there.
create table auth.sign_in_change (
  user_id uuid primary key references auth."user" (id) on delete cascade,
  channel text not null check (channel in ('mail', 'sms')),
  address text not null,
  -- HMAC of the code with the installation's secret.
  code_hash text not null,
  tries integer not null default 0,
  -- How many codes were sent since `counted_from`: a bound on letters to strangers.
  sent integer not null default 1,
  counted_from timestamptz not null,
  expires_at timestamptz not null
);
grant select, insert, update, delete on auth.sign_in_change to :app_role;

-- An invitation on paper: a code that signs in once, together with the birthday. Only its keyed hash is kept.
create table paper_invitation (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  -- The own sign-in that it opens.
  membership_id uuid not null,
  code_hash bytea not null,
  language text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_on date not null,
  tries integer not null default 0,
  used_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, membership_id) references membership (tenant_id, id),
  foreign key (tenant_id, made_by) references membership (tenant_id, id)
);
create unique index on paper_invitation (tenant_id, code_hash);
create index on paper_invitation (tenant_id, participant_id);
call guard('paper_invitation', 'sharing');
grant select, insert, update on paper_invitation to :app_role;

-- Uses a code once. A wrong birthday counts; after five the letter is worth nothing. Whatever is wrong gives the same: no row.
grant select, update on paper_invitation to opstap_gate;
create policy gate_reads on paper_invitation for select to opstap_gate using (true);
create policy gate_updates on paper_invitation for update to opstap_gate using (true) with check (true);
grant select (tenant_id, participant_id, birth_date) on participant_identity to opstap_gate;
create policy paper_reads on participant_identity for select to opstap_gate using (true);
grant insert on access_line to opstap_gate;

create function auth.redeem_paper(p_code_hash bytea, p_month integer, p_day integer, p_line uuid, p_origin text)
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
grant create on schema auth to opstap_gate;
alter function auth.redeem_paper(bytea, integer, integer, uuid, text) owner to opstap_gate;
revoke create on schema auth from opstap_gate;
revoke all on function auth.redeem_paper(bytea, integer, integer, uuid, text) from public;
grant execute on function auth.redeem_paper(bytea, integer, integer, uuid, text) to :app_role;

-- What somebody tells in own words: part of the plan, for whoever reads the plan.
create table participant_story (
  tenant_id uuid not null,
  participant_id uuid not null,
  words text not null,
  language text not null,
  told_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
call guard('participant_story', 'plan');

-- A wish to have something corrected that one cannot change oneself; it waits for an answer.
create table correction (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  about text not null check (about in ('name', 'contact', 'referral', 'trajectory', 'plan', 'places', 'appointments', 'other')),
  words text not null,
  language text not null,
  state text not null check (state in ('asked', 'answered', 'withdrawn')),
  asked_at timestamptz not null,
  outcome text check (outcome in ('changed', 'partly', 'notChanged')),
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, answered_by) references membership (tenant_id, id),
  check ((state = 'answered') = (answered_at is not null))
);
create index on correction (tenant_id, participant_id);
create index on correction (tenant_id, state) where state = 'asked';
call guard('correction', 'plan');
grant select, insert, update on participant_story, correction to :app_role;

-- A person says how to be called: the own grant may write the name. Grants that run get it as well; the wall is back before the commit.
alter table access_grant no force row level security;
update access_grant
set writes = (select array_agg(distinct slice) from unnest(writes || '{name,identity}'::text[]) slice), version = version + 1
where ground = 'self' and revoked_at is null;
alter table access_grant force row level security;
