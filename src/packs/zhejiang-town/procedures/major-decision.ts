import { choice, text, whole } from '../declare.ts'
import { common, dayGiven, files, holder, holderHead, keeper, leader, noted, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, proof, reason, remark, stops } from './plan.ts'

const kind = choice('kind', '类别', 'Kind', [['plan', '规划计划', 'plan'], ['policy', '公共政策', 'policy'], ['works', '重大建设项目', 'major works'], ['resource', '资源开发利用', 'use of resources'], ['other', '其他', 'other']])
const document = text('document', '决定文号', 'Number of the decision', { required: true, maxLength: 60 })
const hearingDay = dayGiven('hearing_on', '听证日期', 'Day of the hearing')

/**
 * 重大行政决策, which a town observes by reference (第四十二条): the public is asked for thirty days, or for fewer with a stated reason; experts and risks; the legality check by others than who
 * drafted, in no less than seven working days; decided together; made public within twenty working days. Nothing is tabled that has not passed the check.
 */
export const majorDecision: MatterPlan = {
  fields: [kind, later(document)],
  procedure: {
    first: 'new',
    main: ['publish'],
    stalledAfter: 30,
    states: [
      state('new', '待启动', 'To be begun'), state('drafting', '起草中', 'Being drafted'), state('asking', '公开征求意见', 'The public is asked', 'held'), state('weighing', '论证评估', 'Experts and risks'), state('checking', '合法性审查', 'Legality check', 'held'),
      state('ready', '待集体讨论', 'To be decided together'), state('decided', '待公布', 'To be made public'), state('closed', '已公布', 'Made public', 'done'), state('dropped', '终止', 'Dropped', 'ended'),
    ],
    steps: [
      step('begin', '启动', 'Begin', ['new'], 'drafting', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }] }),
      step('ask-public', '公布草案征求意见', 'Ask the public', ['drafting'], 'asking', [holder], { asks: [noted('征求意见的方式和范围', 'How and whom'), proof], effects: [{ do: 'own', by: 'doer' }, start('comment')] }),
      step('shorten', '缩短征求意见期限', 'Ask for fewer days', ['asking'], undefined, [leader], { asks: [whole('less', '缩短为（日）', 'To how many days', { min: '1', required: true }), noted('缩短理由', 'Reason')], effects: [{ do: 'shorten', clock: 'comment' }], weight: 'more' }),
      step('call-hearing', '决定听证', 'Call a hearing', ['asking'], undefined, [holderHead], { asks: [hearingDay, remark], effects: [start('hearing-papers', { day: 'hearing_on' })], weight: 'more' }),
      step('hand-papers', '送达听证材料', 'Hand out the papers of the hearing', ['asking'], undefined, [holder], { within: 'hearing-papers', asks: [files('附件', 'Files')], effects: stops('hearing-papers'), weight: 'more' }),
      step('close-asking', '征求意见结束', 'Close the asking', ['asking'], 'weighing', [holder], { after: 'comment', asks: [noted('意见采纳情况', 'What was taken up'), proof], effects: stops('comment', 'hearing-papers') }),
      step('submit', '论证评估后送审', 'Hand in for the check', ['weighing'], 'checking', [holder], { asks: [noted('专家论证和风险评估结论', 'What experts and the look at risks found'), proof], effects: [start('legal')] }),
      step('pass', '审查通过', 'Pass', ['checking'], 'ready', [keeper], { otherThan: ['submit', 'ask-public'], after: 'legal', asks: [noted('审查意见', 'Opinion'), proof], effects: stops('legal') }),
      step('send-back', '退回修改', 'Send back', ['checking'], 'weighing', [keeper], { otherThan: ['submit', 'ask-public'], asks: [reason], effects: [{ do: 'count', what: 'redone' }, ...stops('legal')], weight: 'more' }),
      step('decide', '集体讨论决定', 'Decide together', ['ready'], 'decided', [leader], { asks: [document, noted('讨论情况（含不同意见）', 'How it was discussed, dissent with it'), proof], effects: [set('document', 'given'), start('publish')] }),
      step('publish', '公布并归档', 'Make public', ['decided'], 'closed', [keeper], { asks: [proof], effects: stops('publish') }),
      step('drop', '终止', 'Drop', ['drafting', 'asking', 'weighing', 'checking', 'ready'], 'dropped', [leader], { asks: [reason], effects: stops('comment', 'hearing-papers', 'legal'), weight: 'more' }),
      ...common(['drafting', 'weighing'], 'holder'),
    ],
    clocks: [
      limitClock('comment', '征求意见', 'Asking the public', 'JC.COMMENT'), limitClock('hearing-papers', '送达听证材料', 'Papers of the hearing', 'JC.HEARDOC'), limitClock('legal', '合法性审查', 'Legality check', 'JC.LEGAL'), limitClock('publish', '主动公开', 'Make public', 'GK.PUBLISH'),
    ],
  },
}
