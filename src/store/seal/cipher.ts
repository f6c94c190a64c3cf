import type { KeyObject } from 'node:crypto'
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key ready for use: one half encrypts, the other authenticates. */
export type SealKey = { readonly cipher: KeyObject; readonly mac: KeyObject }

/** Makes a key of 32 bytes ready for use. */
export const sealKey = (bytes: Buffer): SealKey => ({ cipher: createSecretKey(bytes.subarray(0, 16)), mac: createSecretKey(bytes.subarray(16, 32)) })

/** Encrypt-then-MAC with the national algorithms: SM4 in counter mode, HMAC-SM3 cut to 16 bytes. */
export const encrypt = (key: SealKey, plain: Buffer): Buffer => {
  const iv = randomBytes(16)
  const cipher = createCipheriv('sm4-ctr', key.cipher, iv)
  const body = Buffer.concat([iv, cipher.update(plain), cipher.final()])
  return Buffer.concat([body, tag(key, body)])
}

/** The plain bytes, or undefined when the key is not the right one or a byte was changed. */
export const decrypt = (key: SealKey, sealed: Buffer): Buffer | undefined => {
  const body = sealed.subarray(0, -16)
  if (sealed.length < 32 || !timingSafeEqual(tag(key, body), sealed.subarray(-16))) return undefined
  const decipher = createDecipheriv('sm4-ctr', key.cipher, body.subarray(0, 16))
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()])
}

const tag = (key: SealKey, body: Buffer): Buffer => createHmac('sm3', key.mac).update(body).digest().subarray(0, 16)
