-- Reads of personal data stand in a chain of their own beside the book's. Who brought a file is known, and a picture has a small copy.

create table reads (
  number bigint constraint reads_pk primary key,
  recorded_at timestamptz(3) not null,
  person bigint not null,
  acting_for bigint,
  verb text collate "C" not null,
  ledger text collate "C" not null,
  entry bigint,
  field text collate "C" not null,
  rows integer,
  purpose text not null,
  previous bytea not null,
  hash bytea not null
);
comment on table reads is 'Append-only record of every read of personal data, numbered without gaps; each row chained to the last by SM3. 个人信息查阅记录。';
comment on column reads.entry is 'The entry whose field was revealed; null where a list was printed, taken out or searched.';
comment on column reads.field is 'The field that was read; for a list its personal fields, joined by commas.';
comment on column reads.rows is 'How many rows a list had; null for a single field.';
create index reads_person on reads (person, number);
create index reads_entry on reads (ledger, entry, number);

create table reads_head (
  one boolean primary key default true constraint reads_head_one check (one),
  number bigint not null,
  hash bytea not null,
  recorded_at timestamptz(3) not null
);
comment on table reads_head is 'The last number and hash of the reads: the one row that whoever reads personal data takes.';
insert into reads_head (number, hash, recorded_at) values (0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z');

create table uploads (
  hash text collate "C" not null,
  person bigint not null,
  added_at timestamptz(3) not null default now(),
  constraint uploads_pk primary key (hash, person)
);
comment on table uploads is 'Who brought which file; only she may name it in an entry that did not name it before. 附件上传人。';

create table thumbnails (
  hash text collate "C" constraint thumbnails_pk primary key,
  media_type text not null,
  bytes bytea not null
);
comment on table thumbnails is 'A small copy of a picture, by the digest of the picture; it carries nothing but the image. 照片缩略图。';
