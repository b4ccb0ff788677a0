-- The oldest of a platform, for retention: without it every batch reads past all that other platforms keep.
create index archived_mention_by_platform on archived_mention (workspace, platform, created_at);

-- The worker that removes old text signatures asks which workspaces have a memory of texts.
create policy worker on text_memory for select using (current_setting('bellwether.worker', true) = 'on');
