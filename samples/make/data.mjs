// The figures of one published budget, transcribed by hand; every layout prints these.
import { departmentEconomic } from './economic-department.mjs'
import { governmentEconomic } from './economic-government.mjs'

export const department = '衡阳市人民政府办公室'
export const fiscalYear = 2025
export const unitCode = '003001'

const lines = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

// code, name, total, basic expenditure, project expenditure
export const functional = lines(`
- 合计 3622.58 2939.46 683.12
201 一般公共服务支出 2969.30 2286.18 683.12
20103 政府办公厅（室）及相关机构事务 2961.35 2286.18 675.17
2010301 行政运行 2286.18 2286.18 0.00
2010302 一般行政管理事务 675.17 0.00 675.17
20111 纪检监察事务 7.95 0.00 7.95
2011105 派驻派出机构 7.95 0.00 7.95
208 社会保障和就业支出 284.63 284.63 0.00
20805 行政事业单位养老支出 280.42 280.42 0.00
2080505 机关事业单位基本养老保险缴费支出 186.95 186.95 0.00
2080506 机关事业单位职业年金缴费支出 93.47 93.47 0.00
20827 财政对其他社会保险基金的补助 4.21 4.21 0.00
2082702 财政对工伤保险基金的补助 4.21 4.21 0.00
210 卫生健康支出 199.02 199.02 0.00
21011 行政事业单位医疗 199.02 199.02 0.00
2101101 行政单位医疗 101.65 101.65 0.00
2101199 其他行政事业单位医疗支出 97.37 97.37 0.00
221 住房保障支出 169.63 169.63 0.00
22102 住房改革支出 169.63 169.63 0.00
2210201 住房公积金 169.63 169.63 0.00
`).map(([code, name, total, basic, project]) => ({
  code: code === '-' ? '' : code,
  name,
  total,
  basic,
  project,
}))

const economic = (text) =>
  lines(text).map(([code, name, total]) => ({ code: code === '-' ? '' : code, name, total }))
export const departmentItems = economic(departmentEconomic)
export const governmentItems = economic(governmentEconomic)

// The lists of the panel tables: level, ordinal, name, amount ('-' is a blank cell)
const panel = (text) =>
  lines(text).map(([level, ordinal, name, amount]) => ({
    level: Number(level),
    ordinal: ordinal === '.' ? '' : ordinal,
    name,
    amount: amount === '-' ? null : amount,
  }))
export const revenue = panel(`
1 一、 一般公共预算拨款 3622.58
2 . 经费拨款 3622.58
2 . 纳入一般公共预算管理的非税收入拨款 -
1 二、 上级主管部门（单位）补助收入 -
1 三、 政府性基金拨款 -
1 四、 财政专户管理的非税收入拨款 -
1 五、 经营收入 -
1 六、 事业收入 -
1 七、 上级财政补助收入 -
1 八、 附属单位缴款 -
1 九、 其他收入 -
0 . 本年收入合计 3622.58
1 十、 用事业基金弥补收支差额 -
1 十一、 上年结转（结余） -
0 . 收入总计 3622.58
`)
export const byNature = panel(`
1 一、 基本支出 2939.46
2 . 工资福利支出 1958.91
2 . 一般商品和服务支出 558.34
2 . 对个人和家庭的补助 422.21
1 二、 项目支出 683.12
2 . 按项目管理的工资福利支出 -
2 . 专项商品和服务支出 681.62
2 . 按项目管理的对个人和家庭的补助 -
2 . 对企事业单位的补贴 -
2 . 债务利息支出 -
2 . 资本性支出 1.50
2 . 基本建设支出 -
2 . 对社会保障基金补助 -
2 . 其他支出 -
1 三、 经营支出 -
1 四、 对附属单位补助支出 -
1 五、 上缴上级支出 -
1 六、 其他支出 -
0 . 本年支出合计 3622.58
1 七、 结余分配 -
1 八、 结转下年 -
0 . 支出总计 3622.58
`)
export const byFunction = panel(`
1 一、 一般公共服务支出 2969.30
1 二、 国防支出 -
1 三、 公共安全支出 -
1 四、 教育支出 -
1 五、 科学技术支出 -
1 六、 文化旅游体育与传媒支出 -
1 七、 社会保障和就业支出 284.63
1 八、 卫生健康支出 199.02
1 九、 节能环保支出 -
1 十、 城乡社区支出 -
1 十一、 农林水支出 -
1 十二、 交通运输支出 -
1 十三、 资源勘探工业信息等支出 -
1 十四、 商业服务业等支出 -
1 十五、 金融支出 -
1 十六、 自然资源海洋气象等支出 -
1 十七、 住房保障支出 169.63
1 十八、 粮油物资储备支出 -
1 十九、 灾害防治及应急管理支出 -
1 二十、 预备费 -
1 二十一、 债务付息支出 -
1 二十二、 其他支出 -
0 . 支出总计 3622.58
`)
export const appropriation = [...revenue.slice(0, 3), revenue[14]]

export const threePublic = panel(`
0 . 合计 82.80
1 1、 因公出国(境)费用 0.00
1 2、 公务接待费 5.00
1 3、 公务用车购置及运行维护费 77.80
2 其中：（1） 公务用车购置 0.00
2 （2） 公务用车运行维护费 77.80
`)

// The amount columns of the revenue table: outermost header first, '/' where a cell's text breaks
export const revenueColumns = [
  ['总计'],
  ['一般公共预算拨款', '合计'],
  ['一般公共预算拨款', '经费拨款'],
  ['一般公共预算拨款', '纳入一般/公共预算/管理的非/税收入拨/款'],
  ['政府性/基金拨/款'],
  ['财政专户/管理的非/税收入拨/款'],
  ['上级财/政补助/收入'],
  ['经营收入'],
  ['事业收/入'],
  ['上级主/管部门(/单位)补/助收入'],
  ['附属单/位缴款'],
  ['其他收/入'],
  ['用事业/基金弥/补收支/差额'],
  ['上年结/转(结/余)'],
]
