import { describe } from 'vitest'
import { answering } from './answering.ts'
import { beginning } from './beginning.ts'
import { calendar } from './calendar.ts'
import { channelling } from './channelling.ts'
import { changing } from './changing.ts'
import { demoTown } from './demo-town.ts'
import { deputising } from './deputising.ts'
import { designing } from './designing.ts'
import { entering } from './entering.ts'
import { field } from './field.ts'
import { filling } from './filling.ts'
import { finding } from './finding.ts'
import { handling } from './handling.ts'
import { importing } from './importing.ts'
import { linking } from './linking.ts'
import { lookingUp } from './looking-up.ts'
import { people } from './people.ts'
import { procedure } from './procedure.ts'
import { reading } from './reading.ts'
import { tying } from './tying.ts'

/** The tasks of a town's officials, each done in a real browser on the demonstration, which is filled once; those of the report desk have their own. */
const town = demoTown()

describe('reading', () => reading(town))
describe('looking up', () => lookingUp(town))
describe('entering', () => entering(town))
describe('changing', () => changing(town))
describe('linking', () => linking(town))
describe('designing', () => designing(town))
describe('people', () => people(town))
describe('finding', () => finding(town))
describe('field', () => field(town))
describe('deputising', () => deputising(town))
describe('handling', () => handling(town))
describe('answering', () => answering(town))
describe('tying', () => tying(town))
describe('channelling', () => channelling(town))
describe('calendar', () => calendar(town))
describe('procedure', () => procedure(town))
describe('importing', () => importing(town))
describe('filling', () => filling(town))
describe('beginning', () => beginning())
