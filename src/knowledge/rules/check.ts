/** Runs the rules over what was loaded. Rules for a single file are kept while it is read. */
import type { Problem } from '../../core/issue.ts';
import { checkRubrics } from './cases.ts';
import { checkCopies } from './copies.ts';
import { checkIds } from './ids.ts';
import { checkLinks } from './links.ts';
import { checkMinutes } from './minutes.ts';
import { checkNames, checkTechniques } from './names.ts';
import { checkLengths, checkOptions } from './questions.ts';
import type { Scope } from './scope.ts';
import { checkScorecard } from './scorecard.ts';
import { checkUnfilled } from './unfilled.ts';
import { checkUse } from './unused.ts';

type Check = (scope: Scope) => void;

/** Whatever breaks one of these keeps a base from being used. */
const ofSense: readonly Check[] = [
  checkUnfilled,
  checkIds,
  checkLinks,
  checkNames,
  checkMinutes,
  checkOptions,
  checkRubrics,
  checkScorecard,
];

/** About how it is written: asked by `mlsd check`, not when a pack is loaded. */
const ofStyle: readonly Check[] = [checkTechniques, checkLengths, checkUse, checkCopies];

export function checkRules(scope: Scope, withStyle: boolean): readonly Problem[] {
  for (const check of withStyle ? [...ofSense, ...ofStyle] : ofSense) check(scope);
  return scope.problems;
}
