import type { ItemStandard } from './item-standard.js';
import * as content from './content-rules.js';
import * as way from './way-rules.js';
import * as limits from './limit-rules.js';
import { USUAL_CODE_RULES, type CodeRules } from './content-rules.js';
import type { StandardProblem } from './standard-problem.js';

type Rule = (standard: ItemStandard) => StandardProblem[];

const RULES: readonly Rule[] = [
  content.nameIsShortEnough,
  content.categoryIsOneOfTheStandard,
  content.communityItemIsAPublicService,
  content.materialsAreNamedOnceAndCounted,
  content.chargedFeeNamesAmountAndBasis,
  content.deliveryMethodsAreKnown,
  content.visitsAreExplained,
  content.featuredTagsAreForConvenienceServices,
  way.wayHasIntakeWorkAndDelivery,
  way.substantiveStepsDoMoreThanPassOn,
  way.upperItemHasASubstantiveLocalStep,
  way.closureIsWhereTheWorkEnds,
  way.instantItemStaysAtTheCounter,
  way.parallelStepsStandSideBySide,
  limits.limitsAreWholeNumbers,
  limits.instantItemPromisesMinutes,
  limits.promisedItemPromisesDays,
  limits.stepDaysAddUpToThePromise,
  limits.transferTakesOneWorkingDay,
  limits.promiseIsWithinTheStatutoryLimit,
  limits.specialProceduresAreWellFormed,
  limits.countedProceduresFitIntoThePromise,
  limits.permitPausesOnlyByLaw,
];

/**
 * Every rule that the version breaks, all at once. What is not said yet breaks no rule: that is for
 * `missingElements`.
 *
 * @param codeRules how the district writes basic and implementation codes
 */
export function brokenRules(
  standard: ItemStandard,
  codeRules: CodeRules = USUAL_CODE_RULES,
): StandardProblem[] {
  return [
    ...content.codesFitTheirPattern(standard, codeRules),
    ...RULES.flatMap((rule) => rule(standard)),
  ];
}
