import type { Pack, PackLine } from '../../core/pack.ts'
import { words } from '../../core/words.ts'
import { agriculture } from './agriculture.ts'
import { commerce } from './commerce.ts'
import { culture } from './culture.ts'
import { environment } from './environment.ts'
import { government } from './government.ts'
import { industry } from './industry.ts'
import { order } from './order.ts'
import { orgs } from './orgs.ts'
import { relief } from './relief.ts'
import { outline } from './report/outline.ts'
import { safety } from './safety.ts'
import { services } from './services.ts'
import { townscape } from './townscape.ts'
import { villages } from './villages.ts'

const lines: readonly PackLine[] = [industry, agriculture, commerce, townscape, villages, environment, services, relief, culture, order, safety, government]

/** A Zhejiang town as Xinpu is one. Codes below the town's own are demonstration codes. */
export const zhejiangTown: Pack = {
  key: 'zhejiang-town',
  version: 5,
  title: words('浙江乡镇方案包', 'Zhejiang town'),
  about: words('浙江乡镇常用的台账、指标与半年报告提纲。村（社区）和网格编码为演示编码。', 'Ledgers, measures and the half-year report of a Zhejiang town. Codes of villages and grids are demonstration codes.'),
  orgs,
  townOffice: 'dzb',
  places: { city: words('宁波', 'Ningbo'), county: words('慈溪', 'Cixi'), spots: [words('五塘南', 'Wutangnan')] },
  ledgers: lines.flatMap((line) => line.ledgers),
  measures: lines.flatMap((line) => line.measures),
  windows: ['month', 'quarter', 'half', 'year'],
  report: outline,
}
