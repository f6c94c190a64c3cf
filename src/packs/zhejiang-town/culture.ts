import type { PackLine } from '../../core/pack.ts'
import { count, is, oneOf } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { choice, counted, day, events, measuresOf, number, org, text, up, worded } from './declare.ts'

const line = 'culture'
const owner = 'djb'
const measure = measuresOf(line, owner)

/** Activities of every kind with their own units, and titles applied for or won. */
export const culture: PackLine = {
  ledgers: [
    events(line, owner, 'activity', words('宣传教育活动台账', 'Activities'), words('一场一条；场次、人次、家次、份数分别登记，互不折算。', 'One row per event; sessions, people, firms and copies are kept apart.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [
        ['festival', '我们的节日', 'our festivals'], ['class', '百姓课堂', "people's classroom"], ['training', '艺术培训', 'art training'], ['show', '送戏下乡', 'opera to the villages'], ['film', '送电影下乡', 'film to the villages'],
        ['clinic', '义诊筛查讲座', 'clinic, screening or talk'], ['health-lecture', '健康讲堂', 'health lecture'],
        ['fraud-visit', '反诈入企入校', 'anti-fraud visit'], ['fraud-poster', '反诈海报张贴', 'anti-fraud posters'], ['fraud-booklet', '反诈宣传册发放', 'anti-fraud booklets'],
        ['safety', '安全演练与警示教育', 'safety drill or warning education'],
      ]),
      text('title', '主题', 'Title', { required: true }),
      number('people', '人次', 'People', '人次'), number('firms', '家次', 'Firms', '家次'), number('copies', '份数', 'Copies', '份'),
    ], { columns: ['day', 'org', 'kind', 'title', 'people', 'firms', 'copies'], villageEntry: true }),
    events(line, 'dzb', 'creation', words('创建与申报台账', 'Titles won and applied for'), words('镇里争创、创成和申报的项目，一项一条。', 'Titles the town contends for, wins or files for, one row each.'), [
      day(), org,
      choice('kind', '类别', 'Kind', [['rural-market', '乡村提质升级市场', 'upgraded rural market'], ['city-civilised', '宁波市文明村', 'Ningbo civilised village'], ['county-civilised', '慈溪市文明村', 'Cixi civilised village'], ['culture-circle', '品质文化生活圈', 'quality culture circle'], ['audit-project', '内审优秀项目', 'internal-audit project']]),
      text('subject', '对象', 'Subject', { required: true }),
      choice('state', '状态', 'State', [['filed', '已申报', 'filed'], ['contending', '争创中', 'contending'], ['won', '已创成', 'won']]),
    ], { columns: ['day', 'org', 'kind', 'subject', 'state'] }),
  ],
  measures: [
    measure('festival-events', words('“我们的节日”系列活动', 'Festival events'), worded('场', '余', '10'), count('activity', is('kind', 'festival')), words('当期举办的场次。', 'Events held in the period.'), up),
    measure('public-ads-new', words('新增公益广告', 'Public-service adverts added'), counted('处'), count('small-works', is('kind', 'public-advert')), words('当期新设的点位，更换画面不计。', 'New sites in the period; changed posters are not counted.'), up),
    measure('ningbo-civilised-village', words('争创宁波市文明村', 'Contending for Ningbo civilised village'), counted('个'), count('creation', is('kind', 'city-civilised')), words('当期列入争创的村，不等于已经创成。', 'Villages that entered the contest in the period, not yet winners.'), up),
    measure('cixi-civilised-villages', words('争创慈溪市文明村', 'Contending for Cixi civilised village'), counted('个'), count('creation', is('kind', 'county-civilised')), words('当期列入争创的村，不等于已经创成。', 'Villages that entered the contest in the period, not yet winners.'), up),
    measure('culture-circles', words('“十五分钟品质文化生活圈”', 'Fifteen-minute culture circles'), counted('个'), count('creation', is('kind', 'culture-circle')), words('当期打造完成的文化生活圈。', 'Culture circles completed in the period.'), up),
    measure('benefit-events', words('文化惠民活动', 'Culture-for-all events'), worded('次', '余', '10'), count('activity', oneOf('kind', 'class', 'training', 'show', 'film')), words('课堂、培训、送戏、送电影，一次一条。', 'Classes, trainings, operas and films, one row each.'), up),
  ],
}
