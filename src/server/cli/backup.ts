import { words } from '../../core/words.ts'
import { backupTown } from '../../store/backup/backup-town.ts'
import type { Command } from './command.ts'
import { printLine } from './print.ts'
import { withTown } from './with-town.ts'

export const backup: Command = {
  name: 'backup',
  about: words('把一个镇的全部数据存成一个文件；主密钥不在其中，须另行保存。', 'Writes everything of a town to one file; the master key is not in it and is kept apart.'),
  synopsis: 'FILE',
  options: {},
  operands: ['FILE'],
  run: (given) =>
    withTown(given, async (town) => {
      const file = given.operands[0] ?? ''
      const { number, hash } = await backupTown(town.db, town, file)
      printLine(`已备份 ${town.name}（${town.code}）到 ${file}。 Backed up ${town.code} to ${file}.`)
      printLine(`流水 #${number} ${hash}`)
      return 0
    }),
}
