import { createTransport } from 'nodemailer'

/** One letter, in plain text. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** Sends letters; throws where the mail server does not take one. */
export type Mailer = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/** How long a mail server may take to answer, in milliseconds. */
const patience = 5000

/** Whether a text can be the address of a mail server: `smtp://` or `smtps://`, with a sender as `?from=`. */
export const isMailServer = (url: string): boolean => URL.canParse(url) && ['smtp:', 'smtps:'].includes(new URL(url).protocol) && new URL(url).hostname !== '' && /@/.test(new URL(url).searchParams.get('from') ?? '')

/** Opens the way to a mail server, `smtps://name:password@host:465?from=town@example.gov.cn`; nothing is connected to before the first letter. */
export const openMailer = (url: string): Mailer => {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) }, requireTLS: !secure && searchParams.get('tls') !== 'off' }),
    connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, disableFileAccess: true, disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text }) => void (await transport.sendMail({ from: searchParams.get('from') ?? '', to: { address: to, name: '' }, subject, text, textEncoding: 'base64' })),
    close: () => transport.close(),
  }
}
