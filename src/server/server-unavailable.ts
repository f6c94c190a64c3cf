/** Why the server cannot be started, as one line a person can act on, in Chinese and in English. */
const lines = {
  'port-busy': [(s: string) => `端口 ${s} 已被占用；请停掉占用它的程序，或用 --port 换一个端口。`, (s: string) => `Port ${s} is in use. Stop the program that holds it, or choose another with --port.`],
  'port-forbidden': [(s: string) => `没有权限使用端口 ${s}；请用 --port 换一个 1024 以上的端口。`, (s: string) => `Port ${s} may not be used by this account. Choose one above 1023 with --port.`],
  'tls-unreadable': [(s: string) => `证书或私钥无法使用：${s}。`, (s: string) => `The certificate or key cannot be used: ${s}.`],
} as const

export type ServerUnavailableCode = keyof typeof lines

/** Thrown while starting to serve; `message` is the Chinese line, a space and the English line. */
export class ServerUnavailable extends Error {
  override readonly name = 'ServerUnavailable'
  readonly code: ServerUnavailableCode

  constructor(code: ServerUnavailableCode, subject: string, cause?: unknown) {
    const [zh, en] = lines[code]
    super(`${zh(subject)} ${en(subject)}`, { cause })
    this.code = code
  }
}
