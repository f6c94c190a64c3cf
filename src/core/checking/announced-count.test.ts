import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const judge = (text: string): readonly string[] => {
  const { findings, confirmed } = checkText(text)
  return [...findings.filter((each) => each.rule === 'announced-count').map((each) => `× ${each.arithmetic ?? ''}`), ...confirmed.filter((each) => each.rule === 'announced-count').map((each) => each.arithmetic ?? '')]
}

test.each([
  ['深化“强基”“提质”“争先”三大行动。', ['3 = 三']],
  ['深化“强基”“提质”“争先”四大行动。', ['× 3 ≠ 四']],
  ['深化“强基”“提质”等四大行动。', []],
  ['建立三张清单:“问题清单”、“责任清单”、“整改清单”。', ['3 = 三']],
  ['打好蓝天、碧水、净土三大战役。', ['3 = 三']],
  ['重点抓好以下三方面工作:\n(一)强产业\n兴业。\n(二)惠民生\n利民。\n(三)保平安\n安民。\n', ['3 = 三']],
  ['重点抓好以下四方面工作:\n(一)强产业\n兴业。\n(二)惠民生\n利民。\n(三)保平安\n安民。\n', ['× 3 ≠ 四']],
  ['重点抓好三项工作:一是修路。二是架桥。三是通水。', ['3 = 三']],
  ['重点抓好三项工作:一是修路。二是架桥。', ['× 2 ≠ 三']],
])('%s', (text, expected) => expect(judge(text)).toEqual(expected))
