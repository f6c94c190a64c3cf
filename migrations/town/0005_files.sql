-- Documents that entries name: kept once, under the digest of their bytes.

create table files (
  hash text collate "C" constraint files_pk primary key,
  media_type text not null,
  size bigint not null,
  bytes bytea not null,
  added_at timestamptz(3) not null default now(),
  constraint files_hash_form check (hash ~ '^[0-9a-f]{64}$')
);
comment on table files is 'Files that entries name, each once under the SHA-256 of its bytes; one that no entry names does no harm. 附件，按摘要存放。';
