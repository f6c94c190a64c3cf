import { describe } from 'vitest'
import { agreeing } from './agreeing.ts'
import { beginning } from './beginning.ts'
import { changing } from './changing.ts'
import { collecting } from './collecting.ts'
import { demoTown } from './demo-town.ts'
import { designing } from './designing.ts'
import { entering } from './entering.ts'
import { filling } from './filling.ts'
import { importing } from './importing.ts'
import { linking } from './linking.ts'
import { lookingUp } from './looking-up.ts'
import { people } from './people.ts'
import { publishing } from './publishing.ts'
import { reading } from './reading.ts'
import { sealing } from './sealing.ts'
import { source } from './source.ts'
import { throughWriter } from './through-writer.ts'
import { writing } from './writing.ts'

/** The tasks of a town's officials, each done in a real browser on the demonstration, which is filled once. */
const town = demoTown()

describe('reading', () => reading(town))
describe('looking up', () => lookingUp(town))
describe('entering', () => entering(town))
describe('changing', () => changing(town))
describe('linking', () => linking(town))
describe('designing', () => designing(town))
describe('people', () => people(town))
describe('importing', () => importing(town))
describe('filling', () => filling(town))
describe('source', () => source(town))
describe('collecting', () => collecting(town))
describe('writing', () => writing(town))
describe('through Writer', () => throughWriter(town))
describe('agreeing', () => agreeing(town))
describe('sealing', () => sealing(town))
describe('publishing', () => publishing(town))
describe('beginning', () => beginning())
