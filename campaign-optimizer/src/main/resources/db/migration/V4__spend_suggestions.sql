-- What is known of brands, trends and moods, from the topics alone, so it can be built again.
create table brand_link (
  workspace       text             not null,
  monitor         text             not null,
  link            jsonb            not null,
  primary key (workspace, monitor)
);
create table watched_trend (
  workspace       text             not null,
  monitor         text             not null,
  id              text             not null,
  trend           jsonb            not null,  -- without its samples, and without terms that lead to a person or a page
  primary key (workspace, monitor, id)
);
create table storm_watch (
  workspace       text             not null,
  monitor         text             not null,
  at              timestamptz      not null,  -- event time
  calm            boolean          not null,
  watch           jsonb            not null,
  primary key (workspace, monitor)
);
create index storm_watch_by_time on storm_watch (workspace, at desc);

create table spend_suggestion (
  workspace       text             not null,
  id              text             not null,
  account         text             not null,
  monitor         text             not null,
  topic           text             not null,
  kind            text             not null,
  state           text             not null check (state in ('open', 'accepted', 'dismissed', 'lapsed')),
  opened_at       timestamptz      not null,
  heard_at        timestamptz      not null,  -- wall clock of the last news
  expires_at      timestamptz      not null,  -- event time at which it lapses without more
  resumed         boolean          not null default false,  -- an accepted pause that was taken back
  advice          jsonb            not null,
  lines           jsonb            not null,  -- the ad sets it is about, which stay as they were shown
  primary key (workspace, id)
);
-- One open suggestion of a matter, whoever writes.
create unique index spend_suggestion_open on spend_suggestion (workspace, account, monitor, topic) where state = 'open';
create index spend_suggestion_of_matter on spend_suggestion (workspace, monitor, account, topic, opened_at desc, id desc);
create index spend_suggestion_by_time on spend_suggestion (workspace, opened_at desc, id desc);

create table spend_suggestion_change (
  workspace       text             not null,
  suggestion      text             not null,
  number          int              not null,
  state           text             not null,
  at              timestamptz      not null,
  changed_by      text             not null,
  note            text,
  plan            text,
  primary key (workspace, suggestion, number),
  foreign key (workspace, suggestion) references spend_suggestion (workspace, id) on delete cascade
);

alter table brand_link enable row level security;
alter table brand_link force  row level security;
create policy own_workspace on brand_link using (workspace = current_setting('bellwether.workspace', true));
alter table watched_trend enable row level security;
alter table watched_trend force  row level security;
create policy own_workspace on watched_trend using (workspace = current_setting('bellwether.workspace', true));
alter table storm_watch enable row level security;
alter table storm_watch force  row level security;
create policy own_workspace on storm_watch using (workspace = current_setting('bellwether.workspace', true));
alter table spend_suggestion enable row level security;
alter table spend_suggestion force  row level security;
create policy own_workspace on spend_suggestion using (workspace = current_setting('bellwether.workspace', true));
alter table spend_suggestion_change enable row level security;
alter table spend_suggestion_change force  row level security;
create policy own_workspace on spend_suggestion_change using (workspace = current_setting('bellwether.workspace', true));

-- The workers that let go of what nothing more is heard of, and of what is old, ask whose they are.
create policy worker on spend_suggestion for select using (current_setting('bellwether.worker', true) = 'on');
create index spend_suggestion_silent on spend_suggestion (heard_at) where state = 'open';
create index spend_suggestion_old on spend_suggestion (heard_at) where state in ('lapsed', 'dismissed');
