-- When sources of posts and figures send, to tell when one is quieter than it ever is (docs/operations.md). A source is a
-- platform, an ad account or a connector.
create table source (
  workspace    text        not null,
  stream       text        not null,  -- mentions, ad-performance
  source       text        not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  silent_from  timestamptz,           -- silent if nothing comes until then; null: to be reckoned
  silent_since timestamptz,           -- while it is held silent: its last arrival
  primary key (workspace, stream, source)
);
create index source_by_last on source (last_at);

-- The hours in which something came.
create table source_hour (
  workspace    text        not null,
  stream       text        not null,
  source       text        not null,
  hour         timestamptz not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  longest_gap  interval    not null default '0',  -- between two arrivals in it
  primary key (workspace, stream, source, hour)
);
create index source_hour_by_time on source_hour (hour);

-- A row here, and that it was told back, was acknowledged by Kafka before it was committed.
create table source_silence (
  workspace    text        not null,
  stream       text        not null,
  source       text        not null,
  since        timestamptz not null,  -- its last arrival
  noticed_at   timestamptz not null,
  ended_at     timestamptz,
  told_back    boolean     not null default false,
  primary key (workspace, stream, source, since)
);
create index source_silence_to_tell on source_silence (workspace) where ended_at is not null and not told_back;

-- Since when, and until when, some instance has been watching without a pause. Of the installation, not of a workspace.
create table source_watch (
  one          boolean     not null primary key default true check (one),
  since        timestamptz not null,
  until        timestamptz not null
);

alter table source enable row level security;
alter table source force  row level security;
create policy own_workspace on source using (workspace = current_setting('bellwether.workspace', true));
alter table source_hour enable row level security;
alter table source_hour force  row level security;
create policy own_workspace on source_hour using (workspace = current_setting('bellwether.workspace', true));
alter table source_silence enable row level security;
alter table source_silence force  row level security;
create policy own_workspace on source_silence using (workspace = current_setting('bellwether.workspace', true));

-- The worker asks which sources are due, and removes what is too old to count.
create policy worker on source         for select using (current_setting('bellwether.worker', true) = 'on');
create policy worker on source_hour    using (current_setting('bellwether.worker', true) = 'on');
create policy worker on source_silence using (current_setting('bellwether.worker', true) = 'on');
