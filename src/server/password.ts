import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Passwords are kept as argon2id in the PHC string format, with the parameters they were made with, so a
 * stronger setting later reads the older texts. RFC 9106; memory in KiB.
 */
const present = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** PHC text of a password with a fresh salt. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const tag = await derive('argon2id', { ...present, message: message(password), nonce: salt, tagLength: tagBytes })
  return `$argon2id$v=19$m=${present.memory},t=${present.passes},p=${present.parallelism}$${base64(salt)}$${base64(tag)}`
}

/**
 * Whether a password is the one of a PHC text; compares in constant time. Without a text (an account that does
 * not exist) it works as long and answers no.
 */
export const matchesPassword = async (password: string, phc: string | undefined): Promise<boolean> => {
  const kept = phc === undefined ? nobody : readPhc(phc)
  const { tag, salt, ...cost } = kept
  const found = await derive('argon2id', { ...cost, message: message(password), nonce: salt, tagLength: tag.length })
  return timingSafeEqual(found, tag) && phc !== undefined
}

type Kept = typeof present & { readonly salt: Buffer; readonly tag: Buffer }

const nobody: Kept = { ...present, salt: Buffer.alloc(saltBytes, 1), tag: Buffer.alloc(tagBytes) }

const readPhc = (phc: string): Kept => {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc)
  if (found === null) throw new RangeError('not an argon2id text')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  return { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

/** The same password typed on two keyboards is the same bytes. */
const message = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
