/**
 * The nouns of the narrative and what each is a figure of: data, the one place where a new
 * wording is one new word. Written folded (half-width), alternatives in brackets, real brackets 〈 〉.
 */
import { words } from './expand.js'
import type { Family, Subject } from './subjects.js'

export interface NounTerm {
  subject: Subject
  words: readonly string[]
  /** Counts only where one of these is spoken of; elsewhere it is a word like others. */
  within?: readonly Family[]
  /** The word itself says which: a kind of vehicle, a source. */
  names?: boolean
}

const noun = (subject: Subject, list: string): NounTerm => ({ subject, words: words(list) })
const named = (subject: Subject, list: string): NounTerm => ({
  ...noun(subject, list),
  names: true,
})
const inside = (within: Family[], term: NounTerm): NounTerm => ({ ...term, within })

const CARS = '公务(用|)车'
const OPERATION = '(运行|运维|运行维护|运行维修|运行和维护)'

export const NOUNS: readonly NounTerm[] = [
  noun('three_public_expenses', '三公(经费|费用|) 三公两费'),
  noun(
    'abroad',
    `因公(临时|)出国(〈境〉|、境|境|〈境)(费用|费|经费|)(支出|) 因公出国〈境〉经费支出
    出国(〈境〉|)(费用|费|经费)(支出|) 因公出国(费用|费|经费)`,
  ),
  noun(
    'reception',
    '(国内|)(公务|)接待(费用|费|经费)(支出|) (国内|)公务接待(支出|) 国内接待(支出|) 招待费',
  ),
  // A part of it, and no figure that a table prints.
  named('reception', '(国〈境〉外|外事|外宾)(公务|)接待(费用|费|经费|)(支出|)'),
  noun(
    'vehicles',
    `${CARS}购置(费|)(及|和|与|、|以及)${OPERATION}(费|费用|经费|)(支出|)
    ${CARS}${OPERATION}(费|)(及|和|与|、)购置(费|) ${CARS}(费用|费|经费)(支出|)`,
  ),
  noun(
    'vehicle_purchase',
    `${CARS}(更新|)购置(费用|费|经费|税|)(支出|) 购车(费用|费|经费) 车辆购置(费用|费|经费)`,
  ),
  inside(['three_public'], noun('vehicle_purchase', '购置(费用|费|经费)(支出|)')),
  noun(
    'vehicle_operation',
    `${CARS}${OPERATION}(费用|费|经费|支出)(支出|) 公车${OPERATION}(费用|费|经费)
    车辆${OPERATION}(费用|费|经费)`,
  ),
  inside(['three_public'], noun('vehicle_operation', `${CARS}(运行维护|运维|运行维修)`)),
  inside(['three_public'], noun('vehicle_operation', `${OPERATION}(费用|费|经费)(支出|)`)),

  named('other', '车均(购置|运行|运行维护)(费|经费)'),

  noun(
    'agency_operating_expenses',
    '(单位|)机关(日常|)运行(经费|费用|费)(支出|) 行政(运行|)经费 日常运行经费 机关事业运行经费 运行经费',
  ),
  noun('meetings', '会议(费用|费|经费)(支出|)'),
  noun('training', '(职工|)培训(费用|费|经费)(支出|)'),
  noun('travel', '差旅(费用|费)(支出|)'),
  noun('festivals', '节庆(、晚会、论坛、赛事(等|)|)(活动|)(费|经费|)(支出|)'),
  noun('commissioned_services', '委托业务(费用|费|经费)(支出|)'),

  named(
    'expenditure_by_economic',
    `工资(和|)福利(性|)支出 商品(和|及|与|)服务(性|)支出 对个人和家庭(的|)(补助|补贴)(性|)(支出|) (其他|)资本性支出 对企业补助(支出|) 债务(利息|还本)(及费用|)支出`,
  ),
  noun('basic_expenditure', '基本支出 基本经费 基本支出预算'),
  noun('project_expenditure', '项目(支出|经费支出) 专项(业务|)(经费|支出)支出'),
  noun(
    'personnel_expenses',
    '(在职|在编|)人员(类|)(经费|支出|费用)(支出|) 人员类项目 人员类项目支出',
  ),
  noun(
    'public_expenses',
    '(日常|基本|)公用(类|)(经费|支出|费用)(支出|) 运转类(公用|)(经费|支出)(支出|) 公用经费项目支出 日常公用',
  ),
  noun('personnel_growth_reserve', '增人增资(预留|)(经费|支出|)'),
  noun('reserve', '(单位|)预留机动(经费|支出|)(支出|) 机动经费 预备费'),
  noun('operating_expenditure', '(事业单位|)经营(性|)(服务|)支出'),
  noun('remittance_to_superior', '上缴上级(单位|)(支出|)'),
  noun('subsidy_to_affiliates', '对(附属|下级)单位(的|)补助(支出|)'),
  inside(['performance'], noun('project_expenditure', '特定目标类项目(支出|)')),

  noun(
    'carryover_from_last_year',
    `(上年|上年度|年初|以前年度)(财政拨款|)(结转|结余|结转结余|结转和结余|结转、结余|结转及结余|结余结转|结转〈结余〉|结余和结转|结余、结转)(资金|收入|支出|数|) 结转(结余|和结余|)(资金|收入|)`,
  ),
  noun(
    'carryover_to_next_year',
    `结转(下年|下年度|次年|以后年度)(使用|)(资金|支出|) (年末|年终)(财政拨款|)(结转|结余|结转结余|结转和结余|结转及结余|结转、结余)(资金|数|)
    下年结转`,
  ),
  named(
    'revenue_by_source',
    `非财政拨款(收入|资金|) (财政|)专户(管理|)(的|)(资金|事业|非税|)(收入|)资金 财政专户管理(资金|)(收入|) 财政专户管理(的|)(教育收费|事业收入|非税收入)(收入|)
    财政专户(核拨|拨款|资金)(资金|收入|) 财政专户收入 教育收费(收入|) 非税收入(拨款|)
    事业(预算|)收入(资金|)(〈不含教育收费〉|〈含教育收费〉|) (事业单位|)经营(服务|)(预算|)收入(资金|) 事业单位收入
    上级(财政|)补助(预算|)收入(资金|) 上级(主管|)部门(单位|)补助收入 附属单位(上缴|缴款)(预算|)收入(资金|)
    (本年|)(其他|其它)(各项|)(预算|)(收入|资金)(收入|资金|) (单位|)自有资金(收入|) 单位资金(收入|)
    (使用|动用|)非财政拨款结余(资金|) (用|)(事业|)基金弥补收支差额 非同级财政拨款(预算|)收入 债务(预算|)收入(资金|)
    (国有资源〈资产〉|国有资产|国有资源|)有偿使用收入 投资(预算|)收益 捐赠收入 利息收入 租金收入 经费拨款(收入|) 债务资金 下级单位上缴收入`,
  ),
  noun('special_account', '财政专户预算 专户预算'),
  noun('transfers_from_superior', '上级(专项|)转移支付(资金|收入|) (提前下达|)上级转移支付'),
  noun('administrative_charges', '(行政事业性收费|行政事业性|收费)收入 收入预计'),

  named(
    'procurement_sme',
    '(面向|预留给|)中小企业(的|)(预留|)(政府采购|)(项目|) 面向中小企业预留(的|)政府采购项目(预算|)',
  ),
  named(
    'procurement_micro',
    `(面向|预留给|)(小微|小型、微型|小型和微型|微型)企业(的|)(预留|)(政府采购|)(项目|)
    面向小微企业预留(的|)政府采购项目(预算|)`,
  ),
  noun(
    'procurement_sme_awarded',
    '授予中小企业(的|)(合同|)(金额|) 由中小企业(供应商|)(中标或成交|中标|成交)(的|)',
  ),
  noun(
    'procurement_micro_awarded',
    '授予(小微|小型、微型)企业(的|)(合同|)(金额|) 由小微企业(供应商|)(中标或成交|中标|成交)(的|)',
  ),
  inside(['procurement'], named('procurement', '(政府|)(集中|分散)采购(支出|) 部门集中采购')),
  noun(
    'procurement',
    '政府采购(支出|项目|)(预算|)(总额|金额|总金额|) 政府采购(合同|计划)(金额|) 采购预算总额',
  ),
  noun(
    'procurement_goods',
    '(政府|拟|)采购货物(类|)(项目|)(采购|)(支出|) 货物(类|)(政府|)采购(项目|)(支出|) 购买货物(支出|)',
  ),
  noun(
    'procurement_works',
    '(政府|拟|)采购工程(类|)(项目|)(采购|)(支出|) 工程(类|)(政府|)采购(项目|)(支出|) 购买工程(支出|)',
  ),
  noun(
    'procurement_services',
    `(政府|拟|)采购服务(类|)(项目|)(采购|)(支出|) 服务(类|)(政府|)采购(项目|)(支出|) 
    (拟|)购买服务(支出|) 政府购买服务(支出|)`,
  ),
  inside(['procurement'], noun('procurement_goods', '货物(类|)(项目|)(支出|)')),
  inside(['procurement'], noun('procurement_works', '工程(类|)(项目|)(支出|)')),
  inside(['procurement'], noun('procurement_services', '服务(类|)(项目|)(支出|)')),

  inside(
    ['assets'],
    named(
      'fixed_assets',
      `流动资产 无形资产 在建工程 对外投资(及有价证券|) (长期|短期|)(股权|债券|)投资 公共基础设施 政府储备(物资|资产) 文物文化资产 保障性住房
      通用设备 专用设备 (其他|其它)(固定|)资产 房屋(和|及|、|)(构筑物|建筑物) 土地、房屋(及|和)构筑物 家具(、|和|及)用具(、装具|)(及动植物|) 文物(和|及)陈列品 图书(、|)档案`,
    ),
  ),
  noun('fixed_assets', '(国有|)(固定资产|资产)(账面|)(总额|金额|原值|净值|总值|价值|)(合计|)'),
  noun(
    'fixed_assets_to_buy',
    '(新增|购置|拟购置|新增购置)(国有|固定|国有固定|)资产(购置|配置|)(预算|支出|金额|总额|) (拟|计划|)(购置|采购|新增)固定资产(总额|金额|)',
  ),
  noun('buildings_area', '房屋(建筑|)(面积|) (办公|业务|其他|其它)用房(面积|) 建筑面积'),

  noun(
    'performance_amount',
    '(预算|项目|整体支出|部门整体支出|部门整体|全过程|)绩效(目标|管理|评价|自评|监控|跟踪评价|运行监控|目标管理|跟踪|)',
  ),
  noun('performance_score', '(平均|自评|评价|)得分'),
  noun('performance_issues', '(共|)发现问题'),
  noun('performance_third_parties', '第三方机构'),
  inside(['performance'], named('performance_issues', '已(经|)完成整改(的|) 正在整改(的|)')),

  noun(
    'internal_departments',
    `内设(机构|处室|科室|部门|处|科) (职能|业务|机关|)处室 (行政|)科室 内设职能(处室|科室|机构)
    (专门|工作)委员会`,
  ),
  noun(
    'subordinate_units',
    `(下属|所属|直属|下设|下辖)(预算|)(事业|行政|)单位 (直属|所属|下属)(行政|事业|)(机构|单位) 二级(预算|)单位
    地方气象事业机构`,
  ),
  noun('budget_units', '(部门|)预算单位 基层(预算|)单位'),
  noun('dispatched_offices', '派出(机构|单位) 派驻机构'),
  noun(
    'staff_quota',
    `(人员|总|核定|核定的|)编制(数|人数|) (行政|事业|工勤|参公|机关|行政附属|政法专项)(专项|)编制(数|)`,
  ),
  noun(
    'staff_actual',
    `(实有|现有|实际|年末|在职|在编|在岗|在职在编|在编在职|实有在职|现有在职|实际在编在职|编内|财政供养)(人员|人数|职工|干部职工|在职人员)(人数|)
    (在职|在编)职工 (在职|在编)(实有|人数) 财政全额保障`,
  ),
  noun('retirees', '(离退休|退休|离休)(人员|干部|职工|)(人数|)'),
]

/** Nouns of counts whose unit says the rest: 4 个项目, 3 辆. */
export const COUNTED: readonly NounTerm[] = [
  noun('vehicles_in_use', '(公务|)车辆 公务(用|)车 汽车 公车 机动车(辆|) 用车'),
  named(
    'vehicles_in_use',
    `(省部级|部级|省级|副部〈省〉级以上|副部〈省〉级及以上|副省级|省〈部〉级|厅级|主要|)(领导|领导干部|负责人)(干部|)用车 主要(领导干部|负责人)用车
    (一般|机要|机要通信|机要通讯|通信|应急|应急保障|机要应急|执法|执法执勤|特种|特种专业技术|专业技术|特种专业|离退休干部|离退休干部服务|离退休|老干部|老干部服务|业务|定向保障|定向化保障|接待|调研|其他|其它|实物保障|事业单位)(公务|)用车
    其(他|它)(按照规定配备的|)(公务|)(用车|车辆) (轿车|小轿车|越野车|旅行车〈含商务车〉|商务车|旅行车|大型客车|中型客车|小型客车|载客汽车|载货汽车|货车|皮卡车|摩托车|面包车)`,
  ),
  inside(['performance'], noun('performance_projects', '项目(数|数量|个数|) (预算|)项目')),
  inside(['performance'], noun('performance_units', '(预算|)单位')),
  inside(['people'], noun('subordinate_units', '单位')),
  inside(
    ['three_public'],
    noun('abroad_groups', '(因公|)(出国|出访|出国〈境〉|因公出国〈境〉|)团(组|)(数|)'),
  ),
  inside(['performance'], noun('performance_amount', '(项目|)(预算|)资金 金额')),
]
