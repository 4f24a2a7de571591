/**
 * What a figure of the prose can be of: a closed list. A noun that is none of them gives
 * `other`, with the noun as its qualifier, so that a subject never seen is never a wrong one.
 */

/** Subjects that are spoken of together: under the heading of one, a bare noun is one of its family. */
export const FAMILIES = [
  'totals',
  'items',
  'use',
  'three_public',
  'procurement',
  'assets',
  'performance',
  'people',
  'other',
] as const
export type Family = (typeof FAMILIES)[number]

const subject = (family: Family, zh: string, en: string) => ({ family, label: { zh, en } })

export const SUBJECT_LIST = {
  total_revenue: subject('totals', '收入预算（总计）', 'Total revenue'),
  total_expenditure: subject('totals', '支出预算（总计）', 'Total expenditure'),
  total_revenue_and_expenditure: subject('totals', '收支总计', 'Total revenue and expenditure'),
  current_year_revenue: subject('totals', '本年收入合计', 'Revenue of the year'),
  current_year_expenditure: subject('totals', '本年支出合计', 'Expenditure of the year'),
  appropriation_revenue: subject('totals', '财政拨款收入', 'Appropriation revenue'),
  appropriation_expenditure: subject('totals', '财政拨款支出', 'Appropriation expenditure'),
  appropriation_revenue_and_expenditure: subject(
    'totals',
    '财政拨款收支总计',
    'Appropriation revenue and expenditure',
  ),
  general_budget_expenditure: subject(
    'totals',
    '一般公共预算支出',
    'General public budget expenditure',
  ),
  general_budget_revenue_and_expenditure: subject(
    'totals',
    '一般公共预算收支',
    'General public budget revenue and expenditure',
  ),
  government_fund_expenditure: subject('totals', '政府性基金支出', 'Government fund expenditure'),
  government_fund_revenue_and_expenditure: subject(
    'totals',
    '政府性基金收支',
    'Government fund revenue and expenditure',
  ),
  state_capital_expenditure: subject(
    'totals',
    '国有资本经营预算支出',
    'State capital operations expenditure',
  ),
  state_capital_revenue_and_expenditure: subject(
    'totals',
    '国有资本经营预算收支',
    'State capital operations revenue and expenditure',
  ),
  revenue_by_source: subject('totals', '收入来源', 'Revenue by source'),
  special_account: subject('totals', '财政专户预算', 'Special fiscal account'),
  administrative_charges: subject('totals', '行政事业性收费', 'Administrative charges'),
  transfers_from_superior: subject('totals', '上级转移支付', 'Transfers from above'),
  carryover_from_last_year: subject('totals', '上年结转结余', 'Carried over from last year'),
  carryover_to_next_year: subject('totals', '结转下年', 'Carried over to next year'),

  expenditure_by_function: subject('items', '功能科目（类）', 'Expenditure by function'),
  expenditure_item: subject('items', '功能科目（款、项）', 'Expenditure by functional item'),
  expenditure_by_economic: subject('items', '经济科目', 'Expenditure by economic class'),

  basic_expenditure: subject('use', '基本支出', 'Basic expenditure'),
  project_expenditure: subject('use', '项目支出', 'Project expenditure'),
  personnel_expenses: subject('use', '人员经费', 'Personnel'),
  public_expenses: subject('use', '公用经费', 'Operating costs of offices'),
  personal_and_family_subsidies: subject(
    'use',
    '对个人和家庭的补助',
    'Subsidies to persons and families',
  ),
  personnel_growth_reserve: subject('use', '增人增资', 'Reserve for staff and pay growth'),
  reserve: subject('use', '单位预留机动经费', 'Reserve of the unit'),
  operating_expenditure: subject('use', '事业单位经营支出', 'Business expenditure of institutions'),
  remittance_to_superior: subject('use', '上缴上级支出', 'Remitted to superiors'),
  subsidy_to_affiliates: subject('use', '对附属单位补助支出', 'Subsidies to affiliated units'),
  project: subject('use', '项目', 'Project'),

  three_public_expenses: subject('three_public', '“三公”经费', 'Three public expenses'),
  abroad: subject('three_public', '因公出国（境）费', 'Travel abroad'),
  abroad_groups: subject('three_public', '因公出国（境）团组', 'Groups travelling abroad'),
  abroad_people: subject('three_public', '因公出国（境）人次', 'People travelling abroad'),
  vehicles: subject('three_public', '公务用车购置及运行费', 'Official vehicles'),
  vehicle_purchase: subject('three_public', '公务用车购置费', 'Purchase of official vehicles'),
  vehicle_operation: subject(
    'three_public',
    '公务用车运行维护费',
    'Operation of official vehicles',
  ),
  vehicles_bought: subject('three_public', '购置公务用车', 'Official vehicles bought'),
  reception: subject('three_public', '公务接待费', 'Official receptions'),
  reception_batches: subject('three_public', '公务接待批次', 'Receptions'),
  reception_people: subject('three_public', '公务接待人次', 'People received'),

  agency_operating_expenses: subject('other', '机关运行经费', 'Agency operating expenses'),
  meetings: subject('other', '会议费', 'Meetings'),
  training: subject('other', '培训费', 'Training'),
  travel: subject('other', '差旅费', 'Travel'),
  festivals: subject('other', '节庆、晚会、论坛、赛事', 'Festivals, galas, forums, contests'),
  commissioned_services: subject('other', '委托业务费', 'Commissioned services'),

  procurement: subject('procurement', '政府采购', 'Government procurement'),
  procurement_goods: subject('procurement', '货物采购', 'Procurement of goods'),
  procurement_works: subject('procurement', '工程采购', 'Procurement of works'),
  procurement_services: subject('procurement', '服务采购', 'Procurement of services'),
  procurement_sme: subject(
    'procurement',
    '面向中小企业预留',
    'Procurement reserved for small and medium enterprises',
  ),
  procurement_micro: subject(
    'procurement',
    '面向小微企业预留',
    'Procurement reserved for small and micro enterprises',
  ),
  procurement_sme_awarded: subject(
    'procurement',
    '授予中小企业',
    'Procurement awarded to small and medium enterprises',
  ),
  procurement_micro_awarded: subject(
    'procurement',
    '授予小微企业',
    'Procurement awarded to small and micro enterprises',
  ),

  vehicles_in_use: subject('assets', '车辆保有量', 'Vehicles in use'),
  vehicles_to_buy: subject('assets', '拟购置车辆', 'Vehicles to buy'),
  vehicles_transferred_in: subject('assets', '调入车辆', 'Vehicles transferred in'),
  equipment_over_200k: subject('assets', '单价20万元以上设备', 'Equipment over 200,000 yuan'),
  equipment_over_500k: subject('assets', '单价50万元以上设备', 'Equipment over 500,000 yuan'),
  equipment_over_1m: subject('assets', '单价100万元以上设备', 'Equipment over 1,000,000 yuan'),
  equipment_over_2m: subject('assets', '单价200万元以上设备', 'Equipment over 2,000,000 yuan'),
  equipment_to_buy_over_200k: subject(
    'assets',
    '拟购置单价20万元以上设备',
    'Equipment over 200,000 yuan to buy',
  ),
  equipment_to_buy_over_500k: subject(
    'assets',
    '拟购置单价50万元以上设备',
    'Equipment over 500,000 yuan to buy',
  ),
  equipment_to_buy_over_1m: subject(
    'assets',
    '拟购置单价100万元以上设备',
    'Equipment over 1,000,000 yuan to buy',
  ),
  equipment_to_buy_over_2m: subject(
    'assets',
    '拟购置单价200万元以上设备',
    'Equipment over 2,000,000 yuan to buy',
  ),
  fixed_assets: subject('assets', '固定资产', 'Fixed assets'),
  fixed_assets_to_buy: subject('assets', '拟购置固定资产', 'Fixed assets to buy'),
  buildings_area: subject('assets', '房屋面积', 'Floor space of buildings'),

  performance_projects: subject(
    'performance',
    '纳入绩效管理的项目',
    'Projects under performance management',
  ),
  performance_units: subject(
    'performance',
    '纳入绩效管理的单位',
    'Units under performance management',
  ),
  performance_amount: subject(
    'performance',
    '纳入绩效管理的资金',
    'Money under performance management',
  ),
  performance_score: subject('performance', '绩效得分', 'Performance score'),
  performance_issues: subject(
    'performance',
    '绩效发现的问题',
    'Issues found by performance reviews',
  ),
  performance_third_parties: subject(
    'performance',
    '绩效评价第三方机构',
    'Third parties reviewing performance',
  ),

  budget_units: subject('people', '预算单位', 'Units in the budget'),
  subordinate_units: subject('people', '下属单位', 'Subordinate units'),
  internal_departments: subject('people', '内设机构', 'Internal departments'),
  dispatched_offices: subject('people', '派出机构', 'Dispatched offices'),
  staff_quota: subject('people', '编制人数', 'Staff quota'),
  staff_actual: subject('people', '实有人数', 'Staff'),
  retirees: subject('people', '离退休人数', 'Retirees'),

  other: subject('other', '其他', 'Other'),
} as const satisfies Record<string, { family: Family; label: { zh: string; en: string } }>

export type Subject = keyof typeof SUBJECT_LIST
export const SUBJECTS = Object.keys(SUBJECT_LIST) as [Subject, ...Subject[]]

export const familyOf = (subject: Subject): Family => SUBJECT_LIST[subject].family
