import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (review: string, plan: string): readonly string[] =>
  checkText(`一、上半年工作回顾\n${review}\n二、下半年工作计划\n${plan}\n`).findings.filter((each) => each.rule === 'stage-backward').map((each) => each.arithmetic ?? '')

test.each([
  ['菱湖线、云栖路西延等工程前期工作顺利完成。', '做好云栖路西延、竹溪路工程前期工作。', ['完成前期工作 → 前期工作']],
  ['菱湖线(东山路—西山路)提升改造项目有序推进。', '启动菱湖线(东山路至西山路)提升改造工程。', ['有序推进 → 启动']],
  ['推进石榴村二期农村生活污水治理。', '启动石榴村二期农村生活污水工程前期准备工作。', ['推进 → 前期准备工作']],
  ['云栖文化广场建成投用。', '云栖文化广场力争年底前开工建设。', ['投用 → 开工']],
  ['云栖路西延工程前期工作顺利完成。', '建成云栖路西延工程。', []],
  ['云栖村卫生室工程完成方案编制。', '云栖村卫生室项目力争10月底前开工建设。', []],
  ['石榴村梳理式改造项目完成竣工验收。', '完成石榴村卫生室改建方案设计。', []],
  ['云栖小学一期建成投用。', '启动云栖小学二期建设。', []],
  ['有序推进农村生活污水治理。', '启动农村生活污水治理工程。', []],
])('%s %s', (review, plan, expected) => expect(judge(review, plan)).toEqual(expected))
