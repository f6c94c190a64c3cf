import type { SettingKey } from '../core/town-setting.ts'
import { settingOf } from '../core/town-setting.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A setting somebody changed: its entry, and the value it stands at. */
export type StoredSetting = { readonly id: number; readonly version: number; readonly key: string; readonly value: number }

/** Settings that were changed in this town. */
export const readSettings = async (handle: Handle, schema: string): Promise<readonly StoredSetting[]> =>
  (await rowsOf<{ id: number; version: number; key: string; value: string }>(handle, sql`select id, version, key, value from ${table(schema, 'ledger_setting')} where not void order by id`)).map((row) => ({ ...row, value: Number(row.value) }))

/** What a setting stands at. */
export const settingValue = async (handle: Handle, schema: string, key: SettingKey): Promise<number> => (await readSettings(handle, schema)).find((each) => each.key === key)?.value ?? settingOf(key).from
