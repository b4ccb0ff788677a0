-- Which mentions have been taken, and as which revision. Written in the transaction that waits for Kafka's
-- acknowledgement, so a row here means the topic has it.
create table mention_identity (
  workspace    text        not null,
  mention_id   text        not null,
  revision     int         not null,
  edited_at    timestamptz,
  request_key  text,        -- Idempotency-Key of the request that brought this revision
  request_row  int,         -- and which row of it: the same row sent again is answered as before
  primary key (workspace, mention_id)
);

-- The archive: what the topic says a mention now is. Built from the topic alone.
create table archived_mention (
  workspace    text        not null,
  mention_id   text        not null,
  revision     int         not null,
  created_at   timestamptz not null,
  platform     text        not null,
  language     text        not null,
  monitors     text[]      not null,
  mention      jsonb       not null,
  -- 'simple': posts mix languages, and a stemmer of the wrong one hides words
  search       tsvector    not null generated always as (to_tsvector('simple', mention ->> 'text')) stored,
  primary key (workspace, mention_id)
);
create index archived_mention_by_time on archived_mention (workspace, created_at desc, mention_id desc);
create index archived_mention_search on archived_mention using gin (search);
create index archived_mention_monitors on archived_mention using gin (monitors);

-- Apart from the mention, because a score may arrive before the archive has the mention.
create table mention_score (
  workspace    text        not null,
  mention_id   text        not null,
  revision     int         not null,
  label        text        not null,
  score        jsonb       not null,
  primary key (workspace, mention_id)
);
create index mention_score_by_label on mention_score (workspace, label);

create table monitor (
  workspace    text        not null,
  id           text        not null,
  version      int         not null,
  created_at   timestamptz not null,
  name         text        not null,
  definition   jsonb       not null,
  primary key (workspace, id),
  unique (workspace, name)
);

-- One more with every change of any monitor, so that every instance knows when its compiled matchers are stale.
create table monitor_generation (
  workspace    text        not null primary key,
  generation   bigint      not null
);

create table ad_row (
  workspace    text        not null,
  row_key      text        not null,
  figures      text        not null,  -- digest of the figures: the same again is a duplicate, others restate
  request_key  text,
  request_row  int,
  primary key (workspace, row_key)
);

alter table mention_identity   enable row level security;
alter table mention_identity   force  row level security;
create policy own_workspace on mention_identity   using (workspace = current_setting('bellwether.workspace', true));
alter table archived_mention   enable row level security;
alter table archived_mention   force  row level security;
create policy own_workspace on archived_mention   using (workspace = current_setting('bellwether.workspace', true));
alter table mention_score      enable row level security;
alter table mention_score      force  row level security;
create policy own_workspace on mention_score      using (workspace = current_setting('bellwether.workspace', true));
alter table monitor            enable row level security;
alter table monitor            force  row level security;
create policy own_workspace on monitor            using (workspace = current_setting('bellwether.workspace', true));
alter table monitor_generation enable row level security;
alter table monitor_generation force  row level security;
create policy own_workspace on monitor_generation using (workspace = current_setting('bellwether.workspace', true));
alter table ad_row             enable row level security;
alter table ad_row             force  row level security;
create policy own_workspace on ad_row             using (workspace = current_setting('bellwether.workspace', true));
