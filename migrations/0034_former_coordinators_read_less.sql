-- Whoever guided until a warm hand-over reads along until a day: the plan and what is agreed, no more of what is written from then
-- on in conversations, questionnaires or life areas. Grants that run get less as well; the wall is back before the commit.
alter table access_grant no force row level security;
update access_grant
set reads = array(select slice from unnest(reads) slice
    where slice = any ('{name,identity,trajectory,referral,plan,agreements,placements,appointments}'::text[])),
  version = version + 1
where ground = 'trajectory' and purpose = 'handOver' and writes = '{}' and revoked_at is null;
alter table access_grant force row level security;
