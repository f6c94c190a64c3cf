import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, clusters, openHere } from '../../../test/harness/embedded.ts'

const { fresh } = clusters()

test('the log of the database tells that a row was refused, and nothing of what stood in it', async () => {
  const data = fresh()
  const server = await openHere(data)
  await ask(server, 'create table people (name text unique)')
  await ask(server, `insert into people values ('某甲')`)
  const again = `do $$ declare given text := chr(26576) || chr(30002); begin insert into people values (given); end $$`
  await expect(ask(server, again)).rejects.toMatchObject({ code: '23505', detail: 'Key (name)=(某甲) already exists.' })
  const log = readFileSync(join(data, 'postgres.log'), 'utf8')
  expect(log).toMatch(/people_name_key/)
  expect(log).not.toContain('某甲')
})
