-- Which keys have made pseudonyms, by id: without one of them its authors cannot be found, and so not erased.
-- Of the installation, not of a workspace.
create table pseudonym_key (
  key_id      text        not null primary key,
  first_used  timestamptz not null
);
