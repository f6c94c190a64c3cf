import type { House } from '../../src/server/house.ts'
import { openImports } from '../../src/server/importing/imports.ts'
import { openLive } from '../../src/server/live.ts'
import { openDesk } from '../../src/server/notice/desk.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { createLimits } from '../../src/server/sign-in.ts'

/** A house as it serves a town in a test or a bench, without TLS and with room for every sign-in. */
export const houseOf = (more: Pick<House, 'town' | 'today'> & Partial<House>): House => ({ demo: undefined, master: undefined, secure: false, metrics: createMetrics(), limits: createLimits(1000), live: openLive(more.town), desk: openDesk(more.town, more.today), mailer: undefined, outside: { plain: false, link: 'http://localhost' }, imports: openImports(), ...more })
