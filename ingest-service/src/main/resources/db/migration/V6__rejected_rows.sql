-- Rows and whole bodies that were refused, with the reason: nothing is thrown away unseen. Never what the row said: it has
-- gone through no redaction.
create table rejected_row (
  workspace    text        not null,
  id           bigint      not null generated always as identity,
  at           timestamptz not null,
  kind         text        not null,  -- mentions, ad-performance
  request_key  text,                  -- Idempotency-Key
  request_id   text,                  -- X-Request-Id, as the gateway's log and audit have it
  line         int,
  row          int,                   -- from 0; null when the whole body was refused
  field        text,
  reason       text        not null,
  platform     text,
  mention_id   text,                  -- where it could be read: erasure and retention find the row by it
  primary key (workspace, id)
);
create index rejected_row_by_time on rejected_row (at);
create index rejected_row_by_mention on rejected_row (workspace, mention_id) where mention_id is not null;
-- The same request sent again is refused again, and listed once.
create unique index rejected_row_once on rejected_row (workspace, kind, request_key, coalesce(row, -1))
  where request_key is not null;

alter table rejected_row enable row level security;
alter table rejected_row force  row level security;
create policy own_workspace on rejected_row using (workspace = current_setting('bellwether.workspace', true));
-- What has expired goes in every workspace at once.
create policy worker on rejected_row using (current_setting('bellwether.worker', true) = 'on');
