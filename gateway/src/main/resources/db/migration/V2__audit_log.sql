-- Who has seen and done what (docs/adr/0021). Templates, names and a keyed digest: no id, no value of a parameter that may
-- name a person, no secret, no address.
create table audit_entry (
  workspace   text        not null,
  id          bigint      not null generated always as identity,
  at          timestamptz not null,
  key_id      text        not null,
  method      text        not null,
  route       text        not null,  -- /v1/mentions/{id}
  subject     bytea,                 -- keyed digest of the one mention or author that was asked for
  parameters  text[]      not null,  -- names; of harmless ones with their value
  status      int         not null,
  request_id  text        not null,
  bytes_in    bigint,
  bytes_out   bigint,
  primary key (workspace, id)
);
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_subject on audit_entry (workspace, subject) where subject is not null;

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
-- A workspace reads its own. There is no policy to change an entry, and none to delete one within a day.
create policy own_workspace on audit_entry for select
  using (workspace = current_setting('bellwether.workspace', true));
create policy worker_writes on audit_entry for insert
  with check (current_setting('bellwether.worker', true) = 'on');
create policy worker_sees on audit_entry for select
  using (current_setting('bellwether.worker', true) = 'on');
create policy worker_expires on audit_entry for delete
  using (current_setting('bellwether.worker', true) = 'on' and at < now() - interval '1 day');
