create table towns (
  code text not null,
  name text not null,
  schema text not null,
  created_at timestamptz not null default now(),
  constraint towns_pkey primary key (code),
  constraint towns_schema_key unique (schema),
  constraint towns_code_form check (code ~ '^[0-9A-Za-z][0-9A-Za-z_-]{0,62}$'),
  constraint towns_schema_form check (schema ~ '^[a-z][a-z0-9_]{0,62}$')
);

comment on table towns is 'Which towns this database holds, and the schema in which everything of a town lives. 本库所有的镇，以及各镇数据所在的模式。';
comment on column towns.code is 'Administrative division code, such as 330282112. 行政区划代码。';
