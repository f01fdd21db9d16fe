-- Mail of a trial installation: kept here instead of sent, and shown at /demo/post. No tenant: an account may have several.
create table auth.mail_message (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  words text not null,
  created_at timestamptz not null default now()
);
create index on auth.mail_message (created_at);
grant select, insert, delete on auth.mail_message to :app_role;
