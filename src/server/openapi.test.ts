import { expect, test } from 'vitest'
import { callerOf, servedTown } from '../../test/harness/served-town.ts'
import type { Caller } from '../../test/harness/served-town.ts'

const served = servedTown()

type Page = { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string; readonly parameters?: readonly { name: string }[]; readonly requestBody?: { content: { 'application/json': { schema: { properties: Record<string, { properties: Record<string, unknown>; required?: readonly string[] }> } } } } }>>>> }
const page = async (caller: Caller): Promise<Page> => {
  const answer = await caller.get('openapi.json')
  expect(answer.status).toBe(200)
  return JSON.parse(answer.bytes.toString()) as Page
}

test('the API page of a caller lists the calls her posts allow, and no ledger she may not see', async () => {
  const pathsOf = async (login: string) => Object.keys((await page(await served.as(login))).paths)
  const farm = await pathsOf('farm')
  expect(farm).toEqual(expect.arrayContaining(['/api/sale.create', '/api/sale.list', '/api/household.change', '/api/correction.propose', '/api/figure.list', '/api/session.end', '/api/source.read', '/api/source.accept', '/api/source.list', '/api/source.open', '/api/source.fetch']))
  expect(farm.filter((path) => path.includes('case') || path.includes('edition.seal') || path.includes('sale.change'))).toEqual([])
  expect(JSON.stringify(await page(await served.as('farm')))).not.toContain('"case')
  const leader = await pathsOf('leader')
  expect(leader).toEqual(expect.arrayContaining(['/api/sale.read', '/api/source.read', '/api/source.fetch']))
  expect(leader.filter((path) => !/^.api.(freeze|remark|proposal|instruction|supervision|view)\./.test(path) && /\.(create|correct|void|declare|approve|accept)$/.test(path) && path !== '/api/session.create')).toEqual([])
  expect(await pathsOf('order')).toContain('/api/case.create')
  expect(Object.keys((await page(callerOf(served.app, {}))).paths)).toEqual(['/api/session.create', '/api/town.read'])
})

test('the fields of a ledger are told as declared', async () => {
  const { openapi, paths } = await page(await served.as('farm'))
  expect(openapi).toBe('3.1.0')
  const { fields } = paths['/api/sale.create']?.['post']?.requestBody?.content['application/json'].schema.properties ?? {}
  expect(fields?.required).toEqual(['org', 'day'])
  expect(fields?.properties).toMatchObject({ day: { type: 'string', format: 'date' }, kind: { title: '类别 Kind', enum: ['pig', 'sheep'] }, money: { title: '金额 Money', pattern: '^-?\\d+(\\.\\d{1,2})?$' } })
  const { set } = paths['/api/sale.correct']?.['post']?.requestBody?.content['application/json'].schema.properties ?? {}
  expect(set?.properties['note']).toMatchObject({ type: ['string', 'null'] })
  expect(paths['/api/sale.list']?.['get']?.parameters?.map((each) => each.name)).toEqual(['q', 'where', 'void', 'sort', 'desc', 'offset', 'limit'])
  expect(paths['/api/figure.list']?.['get']?.summary).toBe('指标 Figures')
})
