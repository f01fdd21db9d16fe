-- What a coordinator and the person reach grew: instruments (the person fills them too) and money. Grants that run get it as well.
-- Without force the owner of the table may change rows of all municipalities; the wall is back before the commit.
alter table access_grant no force row level security;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{instruments,money}'::text[]) slice),
  writes = (select array_agg(distinct slice) from unnest(writes || '{instruments,money}'::text[]) slice),
  version = version + 1
where ground = 'trajectory' and membership_id is not null and 'plan' = any (writes) and revoked_at is null;

update access_grant
set reads = (select array_agg(distinct slice) from unnest(reads || '{instruments,money}'::text[]) slice),
  writes = (select array_agg(distinct slice) from unnest(writes || '{instruments}'::text[]) slice),
  version = version + 1
where ground = 'self' and revoked_at is null;

alter table access_grant force row level security;
