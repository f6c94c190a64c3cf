import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { StoreUnavailable, fileRefusal, storeUnavailableCodes } from './store-unavailable.ts'

const docs = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'database.md'), 'utf8')

describe.each(storeUnavailableCodes)('%s', (code) => {
  test('is one line in Chinese and in English that names its subject', () => {
    const refusal = new StoreUnavailable(code, 'the\n subject.')
    expect(refusal.message).toBe(`${refusal.chinese} ${refusal.english}`)
    expect(refusal.chinese).toMatch(/\p{Script=Han}.*the subject.*。$/u)
    expect(refusal.english).toMatch(/^[^\p{Script=Han}]*the subject[^\p{Script=Han}]*\.$/u)
    expect(refusal.message).not.toContain('\n')
  })

  test('is explained in the documentation', () => {
    expect(docs).toContain(`| \`${code}\` |`)
  })
})

test('what the file system refuses becomes a line; what it does not stays as it was', () => {
  expect(fileRefusal(Object.assign(new Error('x'), { code: 'EACCES' }), '/data')).toMatchObject({ code: 'permission' })
  expect(fileRefusal(Object.assign(new Error('x'), { code: 'ENOSPC' }), '/data')).toMatchObject({ code: 'disk-full' })
  const other = new Error('x')
  expect(fileRefusal(other, '/data')).toBe(other)
})
