import { DomainError } from '../domain-error.js';
import { hasAnyRole, type Actor, type Role } from '../identity/index.js';
import { brokenRules } from './broken-rules.js';
import { isCivilDate, type CivilDate } from './civil-date.js';
import { missingElements } from './completeness.js';
import type { CodeRules } from './content-rules.js';
import { catalogError } from './errors.js';
import type { ItemStandard } from './item-standard.js';
import { isBlank } from './standard-problem.js';
import {
  STAGE_OF_STATE,
  VERSION_LIFE,
  VERSION_VERBS,
  type ListStage,
  type VersionState,
  type VersionTransition,
  type VersionVerb,
  type VersionWho,
} from './version-life.js';

/** All that the rules may know of a version; loaded before they are asked. */
export interface VersionFacts {
  state: VersionState | 'NEW';
  standard: ItemStandard;
  /** Accounts that wrote or submitted this version. */
  authors: readonly string[];
  /** The unit of the lead department that reviews it; null while none is named. */
  reviewUnitId: string | null;
  /** Of the item's published versions, the latest effective date. */
  lastEffectiveFrom: CivilDate | null;
  /** Whether the item has another version that is neither published nor retired. */
  isAnotherInProgress: boolean;
  codeRules?: CodeRules;
}

/** What the person entered with the verb; each verb reads its own part. */
export interface VersionInput {
  /** The date in Shanghai on which it is done. */
  today: CivilDate;
  /** From which day a published version applies, or from which a retired one no longer does. */
  effectiveFrom?: CivilDate;
  reason?: string;
}

export interface VersionDecision {
  to: VersionTransition['to'];
  /** The stage it then shows; null when the draft is gone. */
  stage: ListStage | null;
  /** Whether a further version is made, with a copy of this content. */
  makesNewVersion: boolean;
  /** For `publish` the first day it applies, for `retire` the first it does not. */
  effectiveFrom: CivilDate | null;
}

/** Who has done what with it and where it stands: enough to say which verbs are open. */
type Standing = Omit<VersionFacts, 'standard' | 'codeRules'>;

type Rule = (facts: VersionFacts, input: VersionInput) => void;

/**
 * Whether a verb may be done with a version, and what follows from it.
 *
 * @throws DomainError `catalog.version_verb_not_allowed_in_state`, `catalog.version_not_yours`,
 *   `catalog.version_needs_other_eyes`, or the rule's own code
 */
export function decideVersion(
  facts: VersionFacts,
  verb: VersionVerb,
  actor: Actor,
  input: VersionInput,
): VersionDecision {
  mayDoWithVersion(facts, verb, actor);
  INPUT_RULES[verb]?.(facts, input);
  const { to, version }: VersionTransition = VERSION_LIFE[verb];
  const isDated = verb === 'publish' || verb === 'retire';
  return {
    to,
    stage: to === 'DISCARDED' ? null : STAGE_OF_STATE[to],
    makesNewVersion: version === 'NEW',
    effectiveFrom: isDated ? (input.effectiveFrom ?? null) : null,
  };
}

/** The verbs that this person may do now, in the order of the table; the pages draw them. */
export function allowedVersionActions(facts: Standing, actor: Actor): VersionVerb[] {
  return VERSION_VERBS.filter((verb) => {
    try {
      mayDoWithVersion(facts, verb, actor);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
}

/**
 * The states in which a version waits for this person to carry it on; that the author may not approve
 * is for `allowedVersionActions` to say of each.
 */
export function statesWaitingFor(actor: Pick<Actor, 'roles'>): VersionState[] {
  const roleOf = (who: VersionWho): Role =>
    who === 'COMPILER' ? 'DISTRICT_SUPERVISOR' : 'DEPARTMENT_APPROVER';
  const onwards = (['submit', 'approve', 'publish'] as const).map((verb) => VERSION_LIFE[verb]);
  return onwards.flatMap(({ from, who }) => (hasAnyRole(actor, [roleOf(who)]) ? from : []));
}

function mayDoWithVersion(facts: Standing, verb: VersionVerb, actor: Actor): void {
  const { from, who }: VersionTransition = VERSION_LIFE[verb];
  if (!from.includes(facts.state)) {
    throw catalogError('catalog.version_verb_not_allowed_in_state', `${verb}: ${facts.state}`);
  }
  versionIsInTheHandsOf(who, facts, actor);
  STATE_RULES[verb]?.(facts);
}

function versionIsInTheHandsOf(who: VersionWho, facts: Standing, actor: Actor): void {
  const isTheirs =
    who === 'COMPILER'
      ? hasAnyRole(actor, ['DISTRICT_SUPERVISOR'])
      : hasAnyRole(actor, ['DEPARTMENT_APPROVER']) && actor.unitId === facts.reviewUnitId;
  if (!isTheirs) throw catalogError('catalog.version_not_yours');
  if (who === 'OTHER_REVIEWER' && facts.authors.includes(actor.accountId)) {
    throw catalogError('catalog.version_needs_other_eyes');
  }
}

/** One version of an item is in the making at a time, or two would overtake each other. */
export function oneVersionIsInTheMaking(facts: Pick<VersionFacts, 'isAnotherInProgress'>): void {
  if (facts.isAnotherInProgress) throw catalogError('catalog.version_in_progress');
}

export function reviewerIsNamed(facts: Pick<VersionFacts, 'reviewUnitId'>): void {
  if (facts.reviewUnitId === null) throw catalogError('catalog.version_without_reviewer');
}

export function reasonIsGiven(input: Pick<VersionInput, 'reason'>): void {
  if (isBlank(input.reason)) throw catalogError('catalog.reason_missing');
}

/** A version applies from the day it is published at the earliest: nobody is bound backwards. */
export function effectiveDateIsNotPast({ today, effectiveFrom = '' }: VersionInput): void {
  if (!isCivilDate(effectiveFrom)) throw catalogError('catalog.effective_date_invalid');
  if (effectiveFrom < today) throw catalogError('catalog.effective_date_past', effectiveFrom);
}

/** P8: a day has one version in force, so a later version begins later. */
export function effectiveDateFollowsTheLast(
  { lastEffectiveFrom }: Pick<VersionFacts, 'lastEffectiveFrom'>,
  { effectiveFrom = '' }: Pick<VersionInput, 'effectiveFrom'>,
): void {
  if (lastEffectiveFrom === null || effectiveFrom > lastEffectiveFrom) return;
  throw catalogError('catalog.effective_date_not_after_last', lastEffectiveFrom);
}

/**
 * R31, R33: everything that is missing and every broken rule, named at once.
 *
 * @throws DomainError `catalog.version_incomplete` with one field problem for each
 */
export function contentIsFitToPublish({
  standard,
  codeRules,
}: Pick<VersionFacts, 'standard' | 'codeRules'>): void {
  const problems = [...missingElements(standard), ...brokenRules(standard, codeRules)];
  if (problems.length === 0) return;
  throw catalogError(
    'catalog.version_incomplete',
    `共${problems.length}处需要补正`,
    problems.map(({ field, code, title }) => ({ field, code, detail: title })),
  );
}

/** What must be true of the version before anything is entered; the buttons go by it too. */
const STATE_RULES: Partial<Record<VersionVerb, (facts: Standing) => void>> = {
  revise: oneVersionIsInTheMaking,
  submit: reviewerIsNamed,
};

const INPUT_RULES: Partial<Record<VersionVerb, Rule>> = {
  return: (_facts, input) => reasonIsGiven(input),
  publish: (facts, input) => {
    contentIsFitToPublish(facts);
    effectiveDateIsNotPast(input);
    effectiveDateFollowsTheLast(facts, input);
  },
  retire: (facts, input) => {
    reasonIsGiven(input);
    effectiveDateIsNotPast(input);
    // What has been published applies for a day at least: also a version that is still to come.
    effectiveDateFollowsTheLast(facts, input);
  },
};
