import { counted } from './counted.ts'
import type { deputyWords as words } from './deputy-zh.ts'

/** Words of deputies and of what those who left handled, in English. */
export const deputyWords: typeof words = {
  title: 'Deputies',
  about: 'When someone is away, a person of the same office acts for her: she may do what the other may, and the record names both. Across offices the town office gives the post under People.',
  none: 'Nobody stands in for another now or later',
  name: 'Name a deputy',
  nameAbout: 'On these days the deputy may do what the other may, and sees her matters. Who mends and who checks are still two people.',
  principal: 'Who is away',
  deputy: 'Deputy',
  post: 'Post',
  days: 'Days',
  span: (from, until) => (until === null ? `from ${from}` : `${from} to ${until}`),
  state: 'State',
  running: 'stands in',
  coming: 'not begun',
  act: 'Act',
  end: 'End',
  from: 'From',
  until: 'Until (included)',
  left: 'Matters whose handler has left',
  leftAbout: 'Your office still holds them, but who handles them has no post there any more. Taken back, they wait to be given to someone.',
  release: (n) => `Take back ${counted(n, 'matter')}`,
  releaseAct: 'Take back',
  released: (n) => `${counted(n, 'matter')} taken back; give each to someone.`,
  leftLink: (n) => `Who handles ${counted(n, 'matter')} has left`,
}
