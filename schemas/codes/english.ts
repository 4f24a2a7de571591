// biome-ignore-all format: a list, an entry on each line
/** English names of the classes: of codes that keep their meaning over the years; nothing publishes those below. */
export const ENGLISH_CLASSES: Readonly<Record<string, string>> = {
  '201': 'General public services', '202': 'Foreign affairs', '203': 'National defence', '204': 'Public security', '205': 'Education',
  '206': 'Science and technology', '207': 'Culture, tourism, sports and media', '208': 'Social security and employment', '209': 'Social insurance funds', '210': 'Health',
  '211': 'Energy conservation and environmental protection', '212': 'Urban and rural communities', '213': 'Agriculture, forestry and water', '214': 'Transport', '215': 'Resource exploration, industry and information',
  '216': 'Commerce and services', '217': 'Finance', '219': 'Aid to other regions', '220': 'Natural resources, oceans and weather', '221': 'Housing security',
  '222': 'Grain, oil and materials reserves', '223': 'State capital operating budget', '224': 'Disaster prevention and emergency management', '227': 'Reserve fund', '229': 'Other expenditure',
  '230': 'Transfers', '231': 'Repayment of debt principal', '232': 'Debt interest', '233': 'Debt issuance costs',
  '301': 'Wages and welfare', '302': 'Goods and services', '303': 'Subsidies to individuals and families', '307': 'Debt interest and fees',
  '309': 'Capital expenditure (capital construction)', '310': 'Capital expenditure', '311': 'Subsidies to enterprises (capital construction)', '312': 'Subsidies to enterprises', '313': 'Subsidies to social security funds', '399': 'Other expenditure',
  '501': 'Wages and welfare of agencies', '502': 'Goods and services of agencies', '503': 'Capital expenditure of agencies (1)', '504': 'Capital expenditure of agencies (2, capital construction)', '505': 'Recurrent subsidies to public institutions',
  '506': 'Capital subsidies to public institutions', '507': 'Subsidies to enterprises', '508': 'Capital expenditure on enterprises', '509': 'Subsidies to individuals and families', '510': 'Subsidies to social security funds',
  '511': 'Debt interest and fees', '512': 'Debt repayment', '513': 'Transfers', '514': 'Reserve fund and reserves', '599': 'Other expenditure',
}
