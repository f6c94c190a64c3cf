/** Why a backup cannot be made or restored, as one line a person can act on, in Chinese and in English. */
const lines = {
  'backup-missing': [(s: string) => `没有这个文件：${s}。`, (s: string) => `There is no file ${s}.`],
  'directory-missing': [(s: string) => `没有 ${s} 所在的目录。`, (s: string) => `There is no directory for ${s}.`],
  'backup-foreign': [(s: string) => `${s} 不是镇务的备份文件。`, (s: string) => `${s} is not a Zhenwu backup.`],
  'backup-cut': [(s: string) => `备份文件 ${s} 不完整，后面的内容缺失；未作任何改动。`, (s: string) => `The backup ${s} is cut short; nothing was changed.`],
  'backup-damaged': [(s: string) => `备份文件 ${s} 已损坏或被改动；未作任何改动。`, (s: string) => `The backup ${s} is damaged or was changed; nothing was restored.`],
  'backup-newer': [(s: string) => `备份由更新的镇务写成（${s}）；请升级镇务后再恢复。`, (s: string) => `The backup was written by a newer Zhenwu (${s}). Upgrade Zhenwu to restore it.`],
  'town-exists': [(s: string) => `镇 ${s} 已在库中；要以备份取代它，请加 --replace。`, (s: string) => `The town ${s} is already here. Add --replace to put the backup in its place.`],
} as const

export type BackupUnusableCode = keyof typeof lines

/** Thrown by `backupTown` and `restoreTown`; `message` is the Chinese line, a space and the English line. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable'
  readonly code: BackupUnusableCode

  constructor(code: BackupUnusableCode, subject: string, cause?: unknown) {
    const [zh, en] = lines[code]
    super(`${zh(subject)} ${en(subject)}`, { cause })
    this.code = code
  }
}
