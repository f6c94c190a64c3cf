import { expect, test } from 'vitest'
import { runConverter } from './run-converter.ts'

const shell = (words: string, limits: { readonly seconds: number; readonly most: number }): ReturnType<typeof runConverter> => runConverter('/bin/sh', ['-c', words], limits, process.env)

test('what a program tells, and how it ended', async () => {
  const { code, out, err } = await shell('echo told; echo why >&2; exit 3', { seconds: 60, most: 100 })
  expect([code, out.toString(), err]).toEqual([3, 'told\n', 'why\n'])
})

test('one that does not end is ended, with what it started and what holds its output open', async () => {
  expect((await shell('sleep 1000 & wait', { seconds: 1, most: 100 })).code).toBe(null)
})

test('one that tells without end is ended', async () => {
  expect((await shell('yes', { seconds: 60, most: 1000 })).code).toBe(null)
})

test('a program that is not there is an error', async () => {
  await expect(runConverter('/nowhere/converter', [], { seconds: 1, most: 1 }, process.env)).rejects.toThrow('ENOENT')
})
