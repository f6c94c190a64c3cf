import type pg from 'pg'

/**
 * What a schema looks like, as text: two databases with the same tables give the same text, whatever the schema's name, the order in
 * which tables were made, or the version of PostgreSQL (not-null constraints, which only some versions list, show on their columns).
 */

/**
 * The tables, columns, constraints, indexes, sequences, views, functions, triggers, types and comments of one schema, one line each,
 * sorted. Runs in a transaction of its own, so `client` must not be in one.
 */
export async function catalogueSnapshot(client: pg.ClientBase, schema: string): Promise<string> {
  const lines: string[] = []
  await client.query('begin read only')
  try {
    await client.query('set local search_path to pg_catalog') // names of the schema's own things come out qualified, and are stripped
    for (const query of queries) {
      const { rows } = await client.query<{ line: string }>(query, [schema])
      lines.push(...rows.map(({ line }) => withoutName(line, schema)))
    }
  } finally {
    await client.query('rollback')
  }
  return `${lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')}\n`
}

function withoutName(line: string, schema: string): string {
  return line.replaceAll('\n', ' ').replaceAll(new RegExp(`\\b${schema}\\.`, 'g'), '').trimEnd()
}

const columns = `
  select format('table %s column %s %s%s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attcollation not in (0, t.typcollation) then ' collate ' || co.collname else '' end,
           case when a.attnotnull then ' not null' else '' end,
           case a.attidentity when 'a' then ' identity always' when 'd' then ' identity' else '' end,
           case when d.adbin is null then ''
                else case a.attgenerated when '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid) end) as line
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_collation co on co.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where n.nspname = $1 and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`

const tables = `
  select format('table %s%s', c.relname, case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid)
           when c.relispartition then ' partition ' || pg_get_expr(c.relpartbound, c.oid) else '' end) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p')`

const constraints = `
  select format('table %s constraint %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and k.contype <> 'n'`

const indexes = `
  select format('table %s index %s', c.relname, pg_get_indexdef(i.indexrelid)) as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`

const comments = `
  select format('table %s%s comment %s', c.relname, case d.objsubid when 0 then '' else ' column ' || a.attname end, d.description) as line
  from pg_description d
  join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
  where n.nspname = $1 and c.relkind in ('r', 'p')`

const others = `
  select format('%s %s', case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'materialized view' end, c.relname) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('S', 'v', 'm')
  union all
  select format('function %s(%s) %s %s', p.proname, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), md5(p.prosrc))
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1
  union all
  select format('table %s trigger %s', c.relname, pg_get_triggerdef(g.oid))
  from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and not g.tgisinternal
  union all
  select format('type %s %s', t.typname, coalesce(
           (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
           format_type(t.typbasetype, t.typtypmod)))
  from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname = $1 and t.typtype in ('e', 'd')`

const queries = [tables, columns, constraints, indexes, comments, others]
