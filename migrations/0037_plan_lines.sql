-- Where somebody stands, as lists of people show it: the same as goals and steps say, kept with them in one transaction, so that a
-- list reads one row of each person instead of every step. A plan without a row is read from its goals and steps; the server makes
-- the missing rows at its start and every night.
create table plan_line (
  tenant_id uuid not null,
  participant_id uuid not null,
  line text not null,
  primary key (tenant_id, participant_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id) on delete cascade
);
comment on column plan_line.line is 'JSON; empty while it is being made';
call guard('plan_line', 'plan');
grant select, insert, update, delete on plan_line to :app_role;
