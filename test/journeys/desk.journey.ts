import { describe } from 'vitest'
import { agreeing } from './agreeing.ts'
import { collecting } from './collecting.ts'
import { demoTown } from './demo-town.ts'
import { publishing } from './publishing.ts'
import { sealing } from './sealing.ts'
import { source } from './source.ts'
import { throughWriter } from './through-writer.ts'
import { writing } from './writing.ts'

/** The half-year report from what is read to the public page, each task done in a real browser on a demonstration of its own, beside the other journeys. */
const town = demoTown()

describe('source', () => source(town))
describe('collecting', () => collecting(town))
describe('writing', () => writing(town))
describe('through Writer', () => throughWriter(town))
describe('agreeing', () => agreeing(town))
describe('sealing', () => sealing(town))
describe('publishing', () => publishing(town))
