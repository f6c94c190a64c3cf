import type { PackLine } from '../../core/pack.ts'
import { all, count, is, ratio, stock, sum } from '../../core/measure/builders.ts'
import { words } from '../../core/words.ts'
import { asShare, choice, counted, flag, measuresOf, number, org, part, percent, register, text, up, worded } from './declare.ts'

const line = 'services'
const owner = 'shsw'
const measure = measuresOf(line, owner)

/** Schooling before school, childcare, health. */
export const services: PackLine = {
  ledgers: [
    register(line, owner, 'care-institution', words('学前与托育机构名册', 'Kindergartens and childcare'), words('幼儿园、备案托育机构及其托班、婴幼儿照护驿站。', 'Kindergartens, registered childcare institutions with their classes, and infant-care stations.'), [
      org, text('name', '名称', 'Name', { required: true }),
      choice('kind', '类别', 'Kind', [['kindergarten', '幼儿园', 'kindergarten'], ['childcare', '托育机构', 'childcare institution'], ['childcare-class', '托班', 'childcare class'], ['station', '照护服务驿站', 'infant-care station']]),
      flag('public', '公办', 'Public'),
      number('places', '托位', 'Places', '个'),
    ], { columns: ['name', 'org', 'kind', 'public', 'places'] }),
  ],
  measures: [
    measure('kindergartens', words('幼儿园', 'Kindergartens'), counted('所'), stock('care-institution', is('kind', 'kindergarten')), words('期末在册的幼儿园。', 'Kindergartens on the register at the end of the period.'), part),
    measure('kindergartens-public', words('公办幼儿园', 'Public kindergartens'), counted('所'), stock('care-institution', all(is('kind', 'kindergarten'), is('public', true))), words('期末在册的公办幼儿园。', 'Public kindergartens on the register at the end of the period.'), part),
    measure('public-kindergarten-share', words('公办幼儿园占比', 'Share of public kindergartens'), percent(), ratio('kindergartens-public', 'kindergartens'), words('期末公办园数除以全部园数，按园不按学位。', 'Public over all kindergartens at the end of the period; by institution, not by place.'), { ...up, ...asShare }),
    measure('clinic-beneficiaries', words('义诊、筛查和讲座惠及', 'Reached by clinics and screening'), worded('人次', '余', '100'), sum('activity', 'people', is('kind', 'clinic')), words('各场义诊、筛查、讲座登记的到场人次。', 'Attendance registered at clinics, screenings and talks.'), up),
    measure('childcare-institutions-new', words('新增备案托育机构', 'New childcare institutions'), counted('家'), count('care-institution', is('kind', 'childcare')), words('当期完成备案的托育机构。', 'Childcare institutions registered in the period.'), up),
    measure('childcare-places-new', words('新增托位', 'New childcare places'), counted('个'), sum('care-institution', 'places', is('kind', 'childcare-class')), words('当期备案托班的托位之和。', 'Places of the classes registered in the period.'), up),
    measure('infant-stations-new', words('新增婴幼儿照护服务驿站', 'New infant-care stations'), counted('家'), count('care-institution', is('kind', 'station')), words('当期建成启用的驿站。', 'Stations opened in the period.'), up),
    measure('health-lectures', words('健康讲堂“四进”活动', 'Health lectures'), counted('场次'), count('activity', is('kind', 'health-lecture')), words('当期举办的场次，一场一条。', 'Lectures held in the period, one row each.'), up),
  ],
}
