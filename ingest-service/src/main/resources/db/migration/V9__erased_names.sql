-- Posts by others that name an erased account or answer an erased post are revised without it.

-- What the worker looks for while it is under way: the one place where an erasure's account or post stands as it was named.
alter table erasure
  add column names_platform    text,
  add column names_account     text,        -- null where a post is erased, and null again once all are found and revised
  add column names_post        text,        -- the native id, likewise
  add column names_at          timestamptz, -- how far the archive has been looked through
  add column names_id          text,
  add column names_found       boolean not null default true,  -- false: there is more to look through
  add column mentions_redacted bigint  not null default 0;

-- Since when services are awaited.
alter table erasure add column announced_at timestamptz;

-- true: of somebody else, and only named the account or answered the post
alter table erasure_mention add column of_other boolean not null default false;

-- Who answered a post. Replies only, so that the others cost nothing.
create index archived_mention_replies on archived_mention (workspace, (mention ->> 'inReplyTo'))
  where mention ->> 'inReplyTo' is not null;

-- A finished back-fill has no place to go on from, and so no mention's id.
update backfill set place_at = null, place_id = null, later = '{}' where state not in ('queued', 'running');
