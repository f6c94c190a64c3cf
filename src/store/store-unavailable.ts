/**
 * Why the database cannot be used, as one line a person can act on, in Chinese and in English. `subject` is the path, address or
 * version the line is about.
 */

const lines = {
  'data-directory-foreign': [
    (s) => `目录 ${s} 里有不属于镇务的文件，未作任何改动；请换一个空目录。`,
    (s) => `The directory ${s} holds files that are not Zhenwu's; nothing was changed. Choose an empty one.`,
  ],
  'data-directory-half-made': [
    (s) => `目录 ${s} 不完整，缺少数据库的控制文件；请从备份恢复到一个空目录。`,
    (s) => `The directory ${s} is incomplete: the database's control files are missing. Restore a backup into an empty directory.`,
  ],
  'data-directory-newer': [
    (s) => `数据由更新的 PostgreSQL 写成（${s}）；请升级镇务后再打开。`,
    (s) => `The data were written by a newer PostgreSQL (${s}). Upgrade Zhenwu to open them.`,
  ],
  'data-directory-older': [
    (s) => `数据由较旧的 PostgreSQL 写成（${s}）；请用原来的版本备份，再用本版本恢复。`,
    (s) => `The data were written by an older PostgreSQL (${s}). Make a backup with the version that wrote them and restore it with this one.`,
  ],
  'postmaster-orphaned': [
    (s) => `上次遗留的数据库进程仍占用数据，无法接管：${s}。请结束它后重试。`,
    (s) => `A database process left from before still holds the data and cannot be taken over: ${s}. End it and try again.`,
  ],
  'disk-full': [
    (s) => `磁盘已满：${s}。请腾出空间后重试，已保存的内容不受影响。`,
    (s) => `The disk is full: ${s}. Free some space and try again; what was saved is safe.`,
  ],
  permission: [(s) => `没有权限：${s}。`, (s) => `Permission denied: ${s}.`],
  'binaries-missing': [
    (s) => `找不到可运行的 PostgreSQL 程序（${s}）；请重新执行 npm ci，或用 DATABASE_URL 指定数据库。`,
    (s) => `No PostgreSQL program that runs here was found (${s}). Run npm ci again, or name a server in DATABASE_URL.`,
  ],
  'platform-unsupported': [
    (s) => `本系统（${s}）不能使用内置数据库；请用 DATABASE_URL 指定 PostgreSQL 15 或以上版本。`,
    (s) => `The built-in database does not run on this system (${s}). Name a PostgreSQL 15 or later in DATABASE_URL.`,
  ],
  'cannot-start': [(s) => `数据库未能启动：${s}。`, (s) => `The database did not start: ${s}.`],
  'cannot-connect': [(s) => `连接不上数据库：${s}。`, (s) => `Cannot reach the database: ${s}.`],
  'wrong-password': [
    (s) => `数据库用户名或密码不对：${s}。`,
    (s) => `The database refused the user name or password: ${s}.`,
  ],
  'server-too-old': [
    (s) => `数据库版本过低（${s}），需要 PostgreSQL 15 或以上。`,
    (s) => `The database server is too old (${s}); PostgreSQL 15 or later is needed.`,
  ],
  'server-encoding': [
    (s) => `数据库的字符编码是 ${s}，需要 UTF8。`,
    (s) => `The database's encoding is ${s}; UTF8 is needed.`,
  ],
  'migration-edited': [
    (s) => `已执行过的数据库脚本被改动：${s}。`,
    (s) => `A migration that already ran was edited: ${s}.`,
  ],
  'migration-unknown': [
    (s) => `数据库由更新的镇务升级过，本版本不认识脚本 ${s}；请升级镇务。`,
    (s) => `A newer Zhenwu migrated this database; this version does not know ${s}. Upgrade Zhenwu.`,
  ],
  'declaration-newer': [
    (s) => `更新的镇务声明过本版本不认识的台账内容（${s}）；请升级镇务。`,
    (s) => `A newer Zhenwu declared what this version does not know (${s}). Upgrade Zhenwu.`,
  ],
  'ledger-key-taken': [
    (s) => `镇里自设的台账（${s}）与本版本的系统台账重名，未作任何改动；请用原来的版本打开，导出其中的条目，在新建的镇里另取编码设立台账后导入。`,
    (s) => `Ledgers the town declared itself (${s}) have keys that this version's own ledgers use; nothing was changed. Open the town with the version that wrote it, export their entries, and import them into a town made anew, under ledgers of other keys.`,
  ],
} satisfies Record<string, readonly [(subject: string) => string, (subject: string) => string]>

/** The closed list of reasons; each has one line in each language and a paragraph in docs/database.md. */
export type StoreUnavailableCode = keyof typeof lines

/** All codes, for checks that go through every one. */
export const storeUnavailableCodes = Object.keys(lines) as StoreUnavailableCode[]

/** Thrown while opening, starting or migrating the database. `message` is the Chinese line, a space and the English line, on one line. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly code: StoreUnavailableCode
  readonly chinese: string
  readonly english: string

  constructor(code: StoreUnavailableCode, subject: string, cause?: unknown) {
    const [chinese, english] = lines[code]
    const plain = oneLine(subject)
    super(`${chinese(plain)} ${english(plain)}`, { cause })
    this.code = code
    this.chinese = chinese(plain)
    this.english = english(plain)
  }
}

/** The system's error code ('ENOENT', '28P01') of anything thrown, or undefined. */
export function errorCode(thrown: unknown): string | undefined {
  const code = typeof thrown === 'object' && thrown !== null ? (thrown as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Turns a refusal of the file system (permission, space) at `path` into its line; anything else is returned as it came. */
export function fileRefusal(thrown: unknown, path: string): unknown {
  switch (errorCode(thrown)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StoreUnavailable('permission', path, thrown)
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreUnavailable('disk-full', path, thrown)
    default:
      return thrown
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/[.。]$/, '')
}
