import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogueSnapshot } from '../src/store/catalogue-snapshot.ts'
import { migrateShared, migrateTown, migrationsDirectory, sharedSchema } from '../src/store/migrate.ts'
import { freshDatabase } from './harness/town.ts'

/** The tables the migrations make are committed as text, so a change of schema shows in review. `UPDATE_SNAPSHOT=1` writes it anew. */

const committed = join(migrationsDirectory, 'snapshot.txt')

test('the migrations make exactly the committed tables, and each says what it is for', async () => {
  const { database } = await freshDatabase()
  const client = await database.connect()
  try {
    await migrateShared(client)
    await migrateTown(client, 'a_town')
    const shared = await catalogueSnapshot(client, sharedSchema)
    const town = await catalogueSnapshot(client, 'a_town')
    const made = `# every database\n${shared}\n# every town\n${town}`
    if (process.env['UPDATE_SNAPSHOT'] === '1') writeFileSync(committed, made)
    expect(made).toBe(readFileSync(committed, 'utf8'))
    expect(silentTables(made)).toEqual([])
  } finally {
    client.release()
  }
})

function silentTables(snapshot: string): string[] {
  const named = [...snapshot.matchAll(/^table (\w+)( partition by .*)?$/gm)].map(([, name]) => name ?? '')
  return named.filter((name) => !snapshot.includes(`\ntable ${name} comment `))
}
