-- How long a workspace keeps mentions, by the posts' own time: of one platform, or ('') of all that have no rule of their own.
create table retention_policy (
  workspace  text not null,
  platform   text not null,
  days       int  not null check (days between 1 and 36500),
  primary key (workspace, platform)
);
alter table retention_policy enable row level security;
alter table retention_policy force  row level security;
create policy own_workspace on retention_policy using (workspace = current_setting('bellwether.workspace', true));

-- The worker asks which workspace has mentions of which platform, and nothing else.
create policy worker on archived_platform for select using (current_setting('bellwether.worker', true) = 'on');
