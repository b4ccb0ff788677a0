-- The archive by month of the posts' own time, so that a month goes by dropping tables rather than rows one by one. A mention, its
-- score and the history of its figures lie in the same month.

alter table archived_mention rename to archived_mention_v1;
alter table mention_score    rename to mention_score_v1;
alter table archived_mention_v1 no force row level security;
alter table mention_score_v1    no force row level security;
-- index names belong to the schema; the new tables want them
alter table archived_mention_v1 rename constraint archived_mention_pkey to archived_mention_v1_pkey;
alter table mention_score_v1    rename constraint mention_score_pkey    to mention_score_v1_pkey;
drop index archived_mention_by_time, archived_mention_search, archived_mention_monitors, mention_score_by_label;

create table archived_mention (
  workspace     text        not null,
  mention_id    text        not null,
  created_at    timestamptz not null,
  revision      int         not null,
  figures_since timestamptz not null,  -- since when its engagement is as it is; what was before is in engagement_history
  platform      text        not null,
  language      text        not null,
  kind          text,
  author        text,
  followers     bigint,
  cluster       text,
  flags         text[]      not null,
  monitors      text[]      not null,
  mention       jsonb       not null,
  search        tsvector,              -- the words a query may ask for, without positions; null: not told, so always a candidate
  primary key (workspace, mention_id, created_at)
) partition by range (created_at);
create index archived_mention_by_time   on archived_mention (workspace, created_at desc, mention_id desc);
create index archived_mention_by_author on archived_mention (workspace, author) where author is not null;
create index archived_mention_cluster   on archived_mention (workspace, cluster) where cluster is not null;
create index archived_mention_search    on archived_mention using gin (search);
create index archived_mention_unindexed on archived_mention (workspace, mention_id) where search is null;
create index archived_mention_monitors  on archived_mention using gin (monitors);

create table mention_score (
  workspace    text        not null,
  mention_id   text        not null,
  created_at   timestamptz not null,
  revision     int         not null,
  label        text        not null,
  score        jsonb       not null,
  primary key (workspace, mention_id, created_at)
) partition by range (created_at);

-- Figures that a mention once had. Those it has now stand in the mention.
create table engagement_history (
  workspace    text        not null,
  mention_id   text        not null,
  created_at   timestamptz not null,  -- the mention's, for the month
  revision     int         not null,  -- the last that had them
  observed_at  timestamptz not null,  -- when they were first seen
  likes        bigint      not null,
  reposts      bigint      not null,
  replies      bigint      not null,
  views        bigint      not null,
  primary key (workspace, mention_id, created_at, revision)
) partition by range (created_at);

-- Which platforms there are mentions of: an account's pseudonym is another on each.
create table archived_platform (
  workspace    text        not null,
  platform     text        not null,
  primary key (workspace, platform)
);
insert into archived_platform select distinct workspace, platform from archived_mention_v1;

alter table archived_platform  enable row level security;
alter table archived_platform  force  row level security;
create policy own_workspace on archived_platform  using (workspace = current_setting('bellwether.workspace', true));
alter table archived_mention   enable row level security;
alter table archived_mention   force  row level security;
create policy own_workspace on archived_mention   using (workspace = current_setting('bellwether.workspace', true));
alter table mention_score      enable row level security;
alter table mention_score      force  row level security;
create policy own_workspace on mention_score      using (workspace = current_setting('bellwether.workspace', true));
alter table engagement_history enable row level security;
alter table engagement_history force  row level security;
create policy own_workspace on engagement_history using (workspace = current_setting('bellwether.workspace', true));

-- What lies in no month's table: times long ago or far ahead, and rows of a month whose table could not be made yet.
create table archived_mention_default   partition of archived_mention   default;
create table mention_score_default      partition of mention_score      default;
create table engagement_history_default partition of engagement_history default;

-- A policy of the whole table does not guard a partition that is asked by its own name.
alter table archived_mention_default   enable row level security;
alter table archived_mention_default   force  row level security;
create policy own_workspace on archived_mention_default   using (workspace = current_setting('bellwether.workspace', true));
alter table mention_score_default      enable row level security;
alter table mention_score_default      force  row level security;
create policy own_workspace on mention_score_default      using (workspace = current_setting('bellwether.workspace', true));
alter table engagement_history_default enable row level security;
alter table engagement_history_default force  row level security;
create policy own_workspace on engagement_history_default using (workspace = current_setting('bellwether.workspace', true));

-- Makes the tables of the month that begins with a day (UTC), and moves there what waited in the default ones. Attaching leaves
-- readers of the other months alone; the default tables are locked for a moment.
create function archive_create_month(first_day date) returns void language plpgsql as $$
declare
  whole text;
  part text;
  starts timestamptz := first_day::timestamp at time zone 'UTC';
  ends   timestamptz := (first_day + interval '1 month') at time zone 'UTC';
begin
  perform pg_advisory_xact_lock(hashtextextended('archive months of ' || current_schema(), 0));
  foreach whole in array array['archived_mention', 'mention_score', 'engagement_history'] loop
    part := whole || to_char(first_day, '_YYYY_MM');
    continue when to_regclass(part) is not null;
    execute format('create table %I (like %I including all)', part, whole);
    execute format('alter table %I enable row level security', part);
    execute format('create policy own_workspace on %I using (workspace = current_setting(''bellwether.workspace'', true))', part);
    -- for this transaction: rows of every workspace are to be moved
    execute format('alter table %I no force row level security', whole || '_default');
    execute format('with waiting as (delete from %I where created_at >= %L and created_at < %L returning *)'
      ' insert into %I select * from waiting', whole || '_default', starts, ends, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', whole, part, starts, ends);
    execute format('alter table %I force row level security', part);
    execute format('alter table %I force row level security', whole || '_default');
  end loop;
end $$;

-- Removes a month, for every workspace; with only_empty just when it holds no mention any more. Answers whether it is gone.
create function archive_drop_month(first_day date, only_empty boolean) returns boolean language plpgsql as $$
declare
  whole text;
  part text;
  used boolean;
  starts timestamptz := first_day::timestamp at time zone 'UTC';
  ends   timestamptz := (first_day + interval '1 month') at time zone 'UTC';
begin
  perform pg_advisory_xact_lock(hashtextextended('archive months of ' || current_schema(), 0));
  part := 'archived_mention' || to_char(first_day, '_YYYY_MM');
  if only_empty and to_regclass(part) is not null then
    execute format('alter table %I no force row level security', part);
    execute format('select exists (select from %I)', part) into used;
    execute format('alter table %I force row level security', part);
    if used then
      return false;
    end if;
  end if;
  foreach whole in array array['archived_mention', 'mention_score', 'engagement_history'] loop
    execute format('drop table if exists %I', whole || to_char(first_day, '_YYYY_MM'));
    if not only_empty then
      execute format('alter table %I no force row level security', whole || '_default');
      execute format('delete from %I where created_at >= %L and created_at < %L', whole || '_default', starts, ends);
      execute format('alter table %I force row level security', whole || '_default');
    end if;
  end loop;
  return true;
end $$;

-- What there is already. Months as the service makes them: from January 2006 to the next one.
do $$
declare
  month date;
begin
  for month in
    select distinct date_trunc('month', created_at at time zone 'UTC')::date from archived_mention_v1
    union
    select distinct date_trunc('month', (score ->> 'createdAt')::timestamptz at time zone 'UTC')::date from mention_score_v1
  loop
    if month >= date '2006-01-01' and month <= now() + interval '1 month' then
      perform archive_create_month(month);
    end if;
  end loop;
end $$;

-- The new tables are this transaction's own until it ends.
alter table archived_mention no force row level security;
alter table mention_score    no force row level security;
insert into archived_mention
  (workspace, mention_id, created_at, revision, figures_since, platform, language, kind, author, followers, flags, monitors, mention)
select workspace, mention_id, created_at, revision, (mention ->> 'observedAt')::timestamptz, platform, language,
  mention ->> 'kind', mention #>> '{author,pseudonym}', (mention #>> '{author,followers}')::bigint,
  case when (mention #>> '{flags,spam}')::float8 >= 0.5 then array['spam'] else array[]::text[] end, monitors, mention
from archived_mention_v1;
insert into mention_score (workspace, mention_id, created_at, revision, label, score)
select workspace, mention_id, (score ->> 'createdAt')::timestamptz, revision, label, score
from mention_score_v1;
alter table archived_mention force row level security;
alter table mention_score    force row level security;

drop table archived_mention_v1;
drop table mention_score_v1;
