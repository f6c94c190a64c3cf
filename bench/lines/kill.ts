import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { endure } from '../kill/endure.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'

/** Ten times: a process writes, then it and the database server are killed with -9; what it was told is done must be there, and nothing by halves. */
export const name = 'kill'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const data = mkdtempSync(join(tmpdir(), 'zhenwu-kill-'))
  try {
    const { told, lost, halves, unclean } = await endure(data, () => {}, () => {})
    context.say(`${told} acknowledged change sets; ${lost} lost, ${halves} half done, ${unclean} differences`)
    return [
      bounded({ name: 'kill -9 x10: acknowledged writes lost', value: lost, unit: 'writes', most: 0 }),
      bounded({ name: 'kill -9 x10: half done, or not clean afterwards', value: halves + unclean, unit: 'found', most: 0 }),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
