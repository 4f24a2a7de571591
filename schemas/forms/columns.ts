/** What the columns of an indicator table are called, leaf by leaf. */
export type ColumnRole =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'target'
  /** The target of the whole period, beside the year's. */
  | 'periodTarget'
  | 'sign'
  | 'unit'
  | 'weight'
  | 'actual'
  | 'score'
  | 'remark'
  /** Explanations, standards and the like: kept under their header. */
  | 'detail'

const WHEN = '(?:年度|当年|本年度?|全年|年|项目|绩效|预期|计划|年初|年初设定|设定|/|\\(/?项目\\))*'
const PERIOD = '(?:实施期|实施周期|全周期|中长期|中期|三年|总体|项目期)'

/** The first that fits counts; blanks, years, units and remarks in brackets are taken off before. */
export const COLUMN_ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:绩效)?一级(?:绩效)?(?:指标|目标)?(?:名称)?$/, 'level1'],
  [/^(?:绩效)?二级(?:绩效)?(?:指标|目标)?(?:名称)?$/, 'level2'],
  [
    /^(?:绩效)?三级(?:绩效)?(?:指标|目标)?(?:名称|内容)?$|^(?:绩效)?指标名称$|^(?:具体|个性)(?:绩效)?指标$/,
    'level3',
  ],
  [new RegExp(`^${PERIOD}(?:绩效)?(?:指标|目标)值?$`), 'periodTarget'],
  [
    new RegExp(
      `^${WHEN}(?:指标|目标|指标目标|预期指标|绩效目标|参考|标准)值$|^预期值$|^计划值$|^目标值$|^指标值\\(?内容\\)?$|^指标要求$`,
    ),
    'target',
  ],
  [
    /^(?:绩效)?指标(?:性质|符号|值?类型|方向|值符号|值性质)$|^(?:计算|运算|逻辑|比较|关系)?符号?$|^(?:计算|运算|逻辑|比较|关系)符号?$|^关系$/,
    'sign',
  ],
  [/^(?:绩效|指标|目标|指标值|目标值|绩效指标)?(?:计量|度量|计算)?单位$/, 'unit'],
  [/^(?:指标|绩效|评价|设定|标准)?(?:分值|权重|权数|标准分|满分)/, 'weight'],
  [
    /^(?:全年|年度|本年度?|当年)?(?:实际)?(?:完成|实现)(?:指标)?(?:值|情况)$|^实际值$|^全年(?:实际)?值$|^实际完成$|^(?:年度)?指标(?:实际)?完成(?:值|情况)$|^完成结果$/,
    'actual',
  ],
  [/^(?:自评|自评价|评价|指标|实际)?(?:得分|评分|自评分|分数)(?:情况)?$|^自评分$/, 'score'],
  [
    /^备注|^偏差|^未完成|^原因分析|^(?:自评)?(?:未达标)?(?:扣分)?原因|^存在问题|^改进措施|^差异原因/,
    'remark',
  ],
  [
    /^(?:绩效)?指标(?:值)?(?:解释|说明|描述|定义|内容|依据|确定依据|来源|属性|方向性|分类|类别|编码|设定依据|值?内容|依据来源)$|^(?:评|扣|计|记|评分|评价|赋分|考核)[^,。]{0,6}(?:标准|细则|规则|办法|方法)$|^评\(扣\)分(?:标准|细则|规则)$|^评价标准|^评分|^(?:数据|佐证|证明)|^是否|^(?:指标)?(?:历史|上年|前三年)|^历史|^说明$|^指标值?确定|^设定依据|^序号$|^核心指标|^取值|^上年|^往年|^行业/,
    'detail',
  ],
]

/** The name column under another word, where no column is called 三级指标: F1's older years print 指标内容. */
export const NAME_INSTEAD =
  /^(?:绩效)?指标内容$|^(?:绩效)?指标$|^绩效指标$|^指标内容及指标值$|^内容$|^指标描述$|^绩效指标内容$/
/** The target column under another word, where no column is called 指标值. */
export const TARGET_INSTEAD = /目标$|^目标内容$|^指标值内容$|^指标$|^内容$|^标准$/

/** Labels of the frame around the indicators: set vertically, or over them. */
export const INDICATORS_FRAME =
  /^(?:年度|当年|本年度?|项目|部门|单位|整体|支出|总体|实施期|绩效|目标|自评|预算|专项|资金|具体)*(?:指标|指标体系|评价指标|指标设定|指标完成情况|指标及目标值?|目标和指标)$/

/** First and second levels as the standard has them, in both of their forms. */
export const LEVEL1 =
  /^(?:产出|效益|满意度|成本|效果|影响|影响力|投入|过程|管理|履职|履职效能|履职效果|运行成本|社会效应|可持续发展能力|管理效率|服务对象满意度|预算执行|预算执行率|决策|一般性支出|资金管理|项目管理)(?:类)?(?:绩效)?(?:指标|情况)?$/
export const LEVEL2 =
  /^(?:产出)?(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|环境成本|经济效益|社会效益|生态效益|环境效益|可持续影响|可持续发展|可持续性|服务对象满意度|服务对象满意|满意度|社会公众满意度|受益对象满意度|受益人群满意度|社会公众或服务对象满意度|预算执行率|预算执行|经济效应|社会效应|生态效应)(?:类)?(?:指标)?$/

/** In the order in which every template has them. */
export const LEVEL1_ORDER: readonly RegExp[] = [
  /^成本/,
  /^(?:产出|履职|投入|过程)/,
  /^(?:效益|效果)/,
  /满意度/,
]

/** What templates print where an indicator is to be written, and nothing else. */
export const PLACEHOLDER =
  /^(?:(?:指标)?(?:\d{1,2}|[一二三四五六七八九十])?[:：.、;；]?|[.…·]+|xx+|××+)+$/i

/** The last row of a review. */
export const SCORE_TOTAL =
  /^(?:总分|合计|总计|得分合计|总得分|自评总分|评价总分|合计得分|总分值|分值合计)$/

/** Columns of a department's tasks. */
export type TaskRole = 'name' | 'content'
export const TASK_ROLES: readonly (readonly [RegExp, TaskRole])[] = [
  [/^(?:年度)?(?:主要)?(?:工作)?任务(?:名称)?$|^主要工作$|^工作任务$|^重点工作(?:任务)?$/, 'name'],
  [/^(?:主要|任务|工作|具体)?内容$|^(?:任务|工作)(?:完成情况|描述)$|^完成情况$/, 'content'],
]
/** Labels of the frame around the tasks. */
export const TASKS_FRAME =
  /^(?:年度|当年|本年度?|部门|单位)*(?:主要|重点)?(?:工作)?任务(?:完成情况|安排|情况)?$|^年度主要工作任务?$/
