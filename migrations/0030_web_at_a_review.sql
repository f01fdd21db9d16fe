-- Whether somebody wants the own web on the table at one review. No row is no: it is never shown by itself. It stands with the
-- instruments, which neither the municipality nor the figures for policy can open.
create table review_web (
  tenant_id uuid not null,
  review_id uuid not null,
  participant_id uuid not null,
  shows boolean not null,
  chosen_as text not null check (chosen_as in ('person', 'together')),
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, review_id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, review_id) references review (tenant_id, id)
);
create index on review_web (tenant_id, participant_id);
call guard('review_web', 'instruments');

grant select, insert, update, delete on review_web to :app_role;
