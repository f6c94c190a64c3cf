import { words } from '../../core/words.ts'
import { BackupUnusable } from '../../store/backup/backup-unusable.ts'
import { checkBackup } from '../../store/backup/read-backup.ts'
import { restoreTown } from '../../store/backup/restore-town.ts'
import { verifyTown } from '../../store/verify/verify.ts'
import type { Command } from './command.ts'
import { refusedWith } from './command.ts'
import { printLine } from './print.ts'
import { verifiedText } from './verify.ts'
import { withDatabase } from './with-town.ts'

export const restore: Command = {
  name: 'restore',
  about: words('从备份文件恢复一个镇，并核对全部账目。', 'Restores a town from a backup and checks the whole book.'),
  synopsis: 'FILE [--replace]',
  options: { replace: { type: 'boolean' } },
  operands: ['FILE'],
  run: async (given) => {
    const file = given.operands[0] ?? ''
    const { head } = await checkBackup(file) // before a data directory is made for it
    const code = given.text('town')
    if (code !== undefined && code !== head.town.code) throw refusedWith('town-unknown', { town: code })
    return withDatabase(given, async (db) => {
      const restored = await restoreTown(db, file, { replace: given.flag('replace') })
      printLine(`已从 ${file} 恢复 ${restored.name}（${restored.code}）。 Restored ${restored.code} from ${file}.`)
      const verified = await verifyTown(db, restored)
      printLine(verifiedText(verified))
      if (verified.journal.head !== restored.hash) throw new BackupUnusable('backup-damaged', file)
      return verified.ok ? 0 : 1
    })
  },
}
