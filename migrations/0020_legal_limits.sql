-- Legal amounts and terms that a municipality adds to those that come with the product, or puts in their place.
-- A row is never changed in what it says: what replaces it is a row of its own, so that the history is what was believed when.
create table legal_limit (
  tenant_id uuid not null references municipality (tenant_id),
  id uuid not null,
  key text not null,
  value numeric(14, 2) not null check (value >= 0),
  valid_from date not null,
  valid_until date,
  source text not null,
  mark text not null check (mark in ('verified', 'checkLocally')),
  state text not null check (state in ('current', 'replaced', 'withdrawn')),
  set_by uuid not null,
  set_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (valid_until is null or valid_until >= valid_from),
  check ((state = 'current') = (closed_at is null))
);
create index on legal_limit (tenant_id, key);
call guard('legal_limit');
grant select, insert, update on legal_limit to :app_role;
