/**
 * How far the words of a stretch lean: above zero to what is to be done, below to what was done. The weights are natural logarithms of how much
 * oftener a sign stands in sentences of one kind than of the other, rounded, in reports and plans of many provinces; each sign counts a few times at most.
 */
export const leanOf = (text: string): number => {
  let lean = 0
  for (const { words, weight, most } of signs) {
    words.lastIndex = 0
    for (let seen = 0; seen < most && words.exec(text) !== null; seen += 1) lean += weight
  }
  return lean
}

type Sign = { readonly words: RegExp; readonly weight: number; readonly most: number }

const sign = (words: RegExp, weight: number, most = 2): Sign => ({ words, weight, most })

/** Where a clause begins. */
const begin = '(?<=^|[,。;:、\\n)是])'
const starts = (words: string): RegExp => new RegExp(`${begin}(?:${words})`, 'g')

const signs: readonly Sign[] = [
  sign(/力争/g, 4),
  sign(/确保(?!了)|争创|争取(?![到了])/g, 2.5),
  sign(/(?:预期|奋斗|主要|发展|总体)目标(?:任务)?(?:是|为|:)|目标[是:]|稳定在/g, 2.5),
  sign(/不少于|不低于|年底前|月底前|月底以前|月前|年内|下半年(?!以来)|今后|明年|来年|下一步|下阶段/g, 2),
  sign(/(?:我们|[镇乡县市区处会])将|将(?=于|在|继续|进一步|加快|按照|重点|全力|以|要|着力|围绕)/g, 2),
  sign(/(?<![重主需只简纪必])要(?=[加进坚着抓做全大积认继切深强以把按扎牢努充持])|必须|努力(?=实现|打造|做到|使|把|形成|推|完成|提|建)/g, 1.5),
  sign(starts('打造|继续|持续|围绕|重点|提升|推进|推动|加快'), 1.3, 3),
  sign(starts('实施|开工|启动|加强|完善|强化|深化|健全|构建|优化|统筹|全力|大力|积极|鼓励|支持|引导'), 0.8, 3),
  sign(/\d(?:\.\d+)?[%\u4e00-\u9fff]{1,3}?(?:左右|以上|以内)(?=[,。;]|$)/g, 1, 3),
  sign(/计划(?=[新建投实完引开启进])|民生实事(?!.{0,10}完成)/g, 1.5),
  sign(/(?<!\d)\d{1,9}\.(?!5%)\d{1,9}%/g, -3),
  sign(/\d[万千百亿]?(?:余|多)/g, -2.3, 3),
  sign(/(?<![\d.])(?:[1-9]\d{0,9}\.\d{0,6}[1-9]\d?|[1-9]\d{0,9}[1-9]\d)(?=[万亿]?[\u4e00-\u9fff])(?!年)/g, -0.5, 4),
  sign(/(?:[产总]值|投资|收入|税收|财政|额|任务)(?:累计)?(?:共)?完成|完成[^,。;]{0,12}(?:年度|全年|年)[^,。;]{0,6}的\d/g, -1.5),
  sign(/占(?:全年|年|年度)?(?:目标|计划|任务|总)/g, -2.5),
  sign(/同比|百分点|倍(?![增行])/g, -1.3),
  sign(/其中|(?<![不])分别/g, -0.6),
  sign(/已(?:经|[\u4e00-\u9fff])|(?<![为除])了(?!解)/g, -2, 3),
  sign(/累计(?!新增)|以来|截[至止]|(?<!项)目前|据(?:最新|初步)?(?:统计|测算|核算)/g, -2.3),
  sign(/去年(?!同期)|(?:比|较)上年|是20\d\d年的/g, -1.5),
  sign(/荣获|获得|获评|被评|命名为?|入选|顺利通过|成功(?=创|举|引|签|申|入|获|承)|圆满|喜获|创历史/g, -2.5),
  sign(/位居|名列|居(?:全[国省市县区]|第)|列全[国省市县区]|首次|取得(?:了|明显|显著|较大|较好|积极|阶段性|丰硕)|得到(?=有效|明显|进一步|全面|显著|较)|(?:明显|显著|持续|稳步)(?:改善|提升|提高|增强|好转|向好|巩固|健全)(?=[,。;])/g, -1.3),
  sign(/全面完成(?=[,。;])|超额完成|发放(?=[^,。;]{0,12}\d)|惠及/g, -1.3),
]
