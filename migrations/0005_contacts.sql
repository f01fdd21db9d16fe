create table note (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  words text not null,
  kind text not null check (kind in ('conversation', 'phone', 'message', 'visit', 'other')),
  happened_on date not null,
  written_at timestamptz not null,
  written_by uuid not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id)
);
create index on note (tenant_id, participant_id, written_at desc);
call guard('note', 'notes');

-- Earlier texts of an amended note: nothing that was written disappears.
create table note_version (
  tenant_id uuid not null,
  note_id uuid not null,
  version integer not null,
  participant_id uuid not null,
  words text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  primary key (tenant_id, note_id, version),
  foreign key (tenant_id, note_id) references note (tenant_id, id)
);
call guard('note_version', 'notes');

create table appointment (
  tenant_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  membership_id uuid not null,
  kind text not null check (kind in ('firstConversation', 'conversation', 'review', 'other')),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 600),
  place text,
  review_id uuid,
  state text not null check (state in ('planned', 'held', 'cancelled', 'missed')),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, participant_id) references participant (tenant_id, participant_id),
  foreign key (tenant_id, membership_id) references membership (tenant_id, id)
);
create index on appointment (tenant_id, participant_id, starts_at);
create index on appointment (tenant_id, membership_id, starts_at);
call guard('appointment', 'appointments');

grant select, insert, update, delete on note, note_version, appointment to :app_role;
