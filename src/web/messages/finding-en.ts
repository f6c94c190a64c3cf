import { counted } from './counted.ts'
import type { findingWords as words } from './finding-zh.ts'

const away = (metres: number): string => (metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`)

/** Words of reporting a finding from the field, in English. */
export const findingWords: typeof words = {
  title: 'Report a finding',
  about: 'Take a photo, say what it is, send. The office in charge gives it out, and you can see how far it is.',
  nothing: 'There is nothing your post may report',
  camera: 'Take a photo',
  album: 'From the album',
  removePhoto: (n) => `Remove photo ${n}`,
  tooLarge: (megabytes) => `A photo is larger than ${megabytes} MB even when made smaller; it was not taken.`,
  tooMany: (most) => `At most ${counted(most, 'photo')}; the others were not taken.`,
  what: 'What was found',
  line: 'Note',
  lineHint: 'May be left empty, or spoken by the voice of the keyboard.',
  org: 'Village',
  position: 'Position',
  locating: 'Finding the position',
  locateAgain: 'Try again',
  denied: 'The position was not allowed. You can still report; say in the note where it is.',
  unavailable: 'There is no position. You can still report; say in the note where it is.',
  near: (metres) => `${away(metres)} from earlier findings here`,
  farAway: (metres) => `${away(metres)} from earlier findings here, which is far; check it. You can still report`,
  send: 'Report',
  notReady: 'Take a photo or write a line, and choose what it is.',
  arrived: (id) => `Reported as #${id}.`,
  open: 'Open the matter',
  kept: 'There is no network. It is kept on this device and sent when there is.',
  lost: 'This device has no room for the report; it was not kept. Make room and try again.',
  outbox: 'Not sent yet',
  outboxAbout: 'Kept on this device and removed once sent. Do not clear the data of the browser before that.',
  photoOnly: '(see the photo)',
  photos: (n) => counted(n, 'photo'),
  sendNow: 'Send now',
  drop: 'Delete',
  keep: 'Keep',
  dropSure: 'It cannot be brought back. Delete it without reporting?',
  ofOthers: (n) => `${counted(n, 'finding')} of other people on this device not sent yet; each is sent when its maker signs in.`,
  waiting: (n) => `${counted(n, 'finding')} on this device not sent yet`,
}
