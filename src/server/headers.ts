import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * Headers of every answer. Scripts run from this origin's files only. Style is the one exception: the
 * component library writes its rules into <style> elements while the page runs, in places that take no
 * nonce (messages, measuring); a style can load nothing from elsewhere here and run nothing, so it may be
 * inline, and script may not.
 */
export const securityHeaders = (tls: boolean): FastifyHelmetOptions => ({
  global: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
  hsts: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
})

/** What the page may ask of the device: where it is, for a finding or a step taken in the field, and nothing else. */
export const permissionsPolicy = [...['accelerometer', 'camera', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb', 'interest-cohort'].map((feature) => `${feature}=()`), 'geolocation=(self)'].join(', ')
