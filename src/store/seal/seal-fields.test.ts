import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { smallTown } from '../../../test/builders/small-town.ts'
import { freshDatabase } from '../../../test/harness/town.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { kindOf } from '../../core/ledger/kinds/kinds.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { decrypt, encrypt, sealKey } from './cipher.ts'
import { blindIndex, openMasterKey } from './master-key.ts'
import { openSealed, sealFields } from './seal-fields.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenwu-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ledger: Ledger = {
  key: 'allowance',
  title: words('津贴', 'Allowance'),
  shape: 'event',
  line: 'test',
  owner: 'farm',
  orgField: 'org',
  dateField: 'day',
  fields: [{ key: 'identity', title: words('证件号', 'Identity'), kind: 'sealed', personal: 'sealed' }],
}

test('the key file is made once and only its owner may read it', () => {
  const file = join(folder, 'a', 'master.json')
  const first = openMasterKey(file)
  expect(openMasterKey(file)).toEqual(first)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a changed byte or another key opens nothing', () => {
  const key = sealKey(Buffer.alloc(32, 7))
  const sealed = encrypt(key, Buffer.from('999999'))
  expect(decrypt(key, sealed)?.toString()).toBe('999999')
  expect(decrypt(sealKey(Buffer.alloc(32, 8)), sealed)).toBeUndefined()
  for (const index of [0, 17, sealed.length - 1]) {
    const broken = Buffer.from(sealed)
    broken[index] = (broken[index] ?? 0) ^ 1
    expect(decrypt(key, broken)).toBeUndefined()
  }
})

test('sealed fields are found by their blind index, opened by their key, and erased with it', async () => {
  const place = await freshDatabase()
  const town = await smallTown(place.database, 'town_sealed')
  const master = openMasterKey(join(folder, 'b', 'master.json'))
  const plain = '99999919400101001X'
  const rows = await sealFields(place.database.pool, town.schema, master, ledger, [{ identity: plain }, { identity: plain.toLowerCase() }, {}])
  if (isRefusal(rows)) throw new Error(rows.code)
  const [one, other, none] = rows.map((row) => row['identity'])
  expect(none).toBeUndefined()
  expect(one).not.toBe(other)
  expect(String(one).slice(0, 32)).toBe(blindIndex(master, plain))
  expect(String(other).slice(0, 32)).toBe(String(one).slice(0, 32))
  const field = ledger.fields[0]
  if (field === undefined) throw new Error('field')
  expect(kindOf(field).parse(String(one), field)).toBe(one)
  expect(String(one)).not.toContain('1940')
  expect(await openSealed(place.database.pool, town.schema, master, String(one))).toBe(plain)
  await place.database.pool.query(`update "${town.schema}".subject_keys set wrapped = null, destroyed_at = now()`)
  expect(await openSealed(place.database.pool, town.schema, master, String(one))).toBeUndefined()
  expect(await sealFields(place.database.pool, town.schema, master, ledger, [{ identity: plain }])).toMatchObject({ refused: true, fields: [{ field: 'identity', code: 'person-erased' }] })
  await town.close()
})
