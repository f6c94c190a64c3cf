import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Encrypt-then-MAC with the national algorithms: SM4 in counter mode, HMAC-SM3 cut to 16 bytes. A key is 32
 * bytes: the first half encrypts, the second authenticates.
 */
export const encrypt = (key: Buffer, plain: Buffer): Buffer => {
  const iv = randomBytes(16)
  const cipher = createCipheriv('sm4-ctr', key.subarray(0, 16), iv)
  const body = Buffer.concat([iv, cipher.update(plain), cipher.final()])
  return Buffer.concat([body, tag(key, body)])
}

/** The plain bytes, or undefined when the key is not the right one or a byte was changed. */
export const decrypt = (key: Buffer, sealed: Buffer): Buffer | undefined => {
  const body = sealed.subarray(0, -16)
  if (sealed.length < 32 || !timingSafeEqual(tag(key, body), sealed.subarray(-16))) return undefined
  const decipher = createDecipheriv('sm4-ctr', key.subarray(0, 16), body.subarray(0, 16))
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()])
}

const tag = (key: Buffer, body: Buffer): Buffer => createHmac('sm3', key.subarray(16)).update(body).digest().subarray(0, 16)
