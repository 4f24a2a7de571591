/** The grammar: small things first, larger ones of them. The order is part of it. */
import type { Rule } from '../rule.js'
import bracketRate from './bracket-rate.js'
import change, { moreThan, spokenChange } from './change.js'
import codeBehind from './code-behind.js'
import codeFirst from './code-first.js'
import comparison, { ownBudget, yearOnYear } from './comparison.js'
import completion, { ofBudget, ofFigure } from './completion.js'
import counted from './counted.js'
import date from './date.js'
import figure from './figure.js'
import level from './level.js'
import range from './range.js'
import share, { ratio } from './share.js'
import threshold from './threshold.js'
import unitless from './unitless.js'
import year, { gluedYear } from './year.js'

export const RULES: readonly Rule[] = [
  range,
  year,
  gluedYear,
  figure,
  unitless,
  date,
  threshold,
  codeFirst,
  codeBehind,
  level,
  comparison,
  ownBudget,
  yearOnYear,
  share,
  ratio,
  completion,
  ofBudget,
  ofFigure,
  moreThan,
  change,
  spokenChange,
  bracketRate,
  counted,
]
