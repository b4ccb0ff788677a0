-- Bringing the archive in line with a monitor that was made, changed or deleted: a job a version, written in the
-- transaction of the change. A worker of any instance takes it up, and commits how far it has come with each page.
create table backfill (
  workspace      text        not null,
  monitor_id     text        not null,
  version        int         not null,
  state          text        not null check (state in ('queued', 'running', 'done', 'failed', 'superseded', 'skipped')),
  definition     jsonb,               -- the monitor; null once it is deleted, and its id is to go everywhere
  starts_from    timestamptz,         -- posts before are left alone
  phase          text        not null default 'add' check (phase in ('add', 'remove')),
  place_at       timestamptz,         -- where the last page ended
  place_id       text,
  later          text[]      not null default '{}',  -- mentions that were being changed when their page came
  total          bigint,              -- mentions to look at, as counted at the start
  scanned        bigint      not null default 0,
  matched        bigint      not null default 0,
  added          bigint      not null default 0,
  removed        bigint      not null default 0,
  skipped        bigint      not null default 0,
  failures       int         not null default 0,     -- in a row
  requested_at   timestamptz not null default now(),
  started_at     timestamptz,
  finished_at    timestamptz,
  claimed_by     text,
  claimed_until  timestamptz,
  primary key (workspace, monitor_id, version)
);
create index backfill_open on backfill (requested_at) where state in ('queued', 'running');

alter table backfill enable row level security;
alter table backfill force  row level security;
create policy own_workspace on backfill using (workspace = current_setting('bellwether.workspace', true));
-- Which job is next is asked of all workspaces at once.
create policy worker on backfill using (current_setting('bellwether.worker', true) = 'on');
