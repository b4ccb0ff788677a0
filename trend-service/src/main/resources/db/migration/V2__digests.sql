-- Digests, and when each is next due: whoever makes one locks its row, so that of several instances one makes it. What it
-- tells goes into the outbox in the same transaction.
create table alert_digest (
  workspace    text        not null,
  id           text        not null,
  version      integer     not null,
  created_at   timestamptz not null default now(),
  name         text        not null,
  definition   jsonb       not null,
  next_due_at  timestamptz,               -- null while it is switched off
  last_made_at timestamptz,               -- end of the time that the last one told of
  primary key (workspace, id),
  constraint alert_digest_name unique (workspace, name)
);
create index alert_digest_due on alert_digest (next_due_at) where next_due_at is not null;

alter table alert_digest enable row level security;
alter table alert_digest force  row level security;
create policy own_workspace on alert_digest
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));
-- Which one is due is asked of all workspaces at once.
create policy worker_reads on alert_digest for select using (current_setting('bellwether.worker', true) = 'on');

-- What was said of monitors, by the hour (event time): each instance copies the hours of its own series, and a digest needs
-- them all. Counts only; kept for 40 days.
create table monitor_hour (
  workspace      text             not null,
  monitor        text             not null,
  hour           timestamptz      not null,
  mentions       bigint,                    -- null where that is not known
  negative_share double precision,          -- null where too few were scored
  primary key (workspace, monitor, hour)
);
create index monitor_hour_age on monitor_hour (hour);

alter table monitor_hour enable row level security;
alter table monitor_hour force  row level security;
create policy own_workspace on monitor_hour
  using (workspace = current_setting('bellwether.workspace', true))
  with check (workspace = current_setting('bellwether.workspace', true));
create policy worker_reads on monitor_hour for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker_trims on monitor_hour for delete using (current_setting('bellwether.worker', true) = 'on');
