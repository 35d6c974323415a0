import {
  Account,
  AccountSecret,
  ExternalIdentity,
  OidcAttempt,
  RefreshToken,
  RoleGrant,
  Session,
  SignInFailure,
} from './identity/index.js';
import { AuthorisationRow } from './authorisations/index.js';
import {
  ItemDraft,
  ItemDraftComment,
  ItemRetirement,
  ItemSearch,
  ItemVersion,
  Offering,
  ServiceItem,
} from './catalog/index.js';
import { SpecBook, SpecBookFile, SpecBookItem } from './books/index.js';
import { StreetCell, StreetList, StreetListEntry, StreetListImport } from './combing/index.js';
import {
  CalendarDay,
  Deadline,
  DeadlineEvent,
  DeadlinePause,
  PublishedYear,
} from './deadlines/index.js';
import { Applicant, CaseMaterial, MaterialFile, SupplementNotice } from './intake/index.js';
import { IdempotencyKey, OutboxMessage } from './machinery.entity.js';
import { EntryExceptionRow, OfferingClone, ReadinessCheckRow } from './offerings/index.js';
import { Area, Counter, Posting, Unit } from './organisation/index.js';
import { Publication } from './publication/index.js';
import {
  Case,
  CaseEvent,
  CaseExtension,
  CaseNumberSerial,
  CaseRecusal,
  CaseUnit,
  Suspension,
  Task,
  TaskHelp,
  Upload,
} from './workflow/index.js';

/** Every table's columns; keys, checks and indexes stand in the migrations. */
export const ENTITIES = [
  Account,
  AccountSecret,
  Applicant,
  Area,
  AuthorisationRow,
  CalendarDay,
  Case,
  CaseEvent,
  CaseExtension,
  CaseMaterial,
  CaseNumberSerial,
  CaseRecusal,
  CaseUnit,
  Counter,
  Deadline,
  DeadlineEvent,
  DeadlinePause,
  EntryExceptionRow,
  ExternalIdentity,
  IdempotencyKey,
  ItemDraft,
  ItemDraftComment,
  ItemRetirement,
  ItemSearch,
  ItemVersion,
  MaterialFile,
  Offering,
  OfferingClone,
  OidcAttempt,
  OutboxMessage,
  Posting,
  Publication,
  PublishedYear,
  ReadinessCheckRow,
  RefreshToken,
  RoleGrant,
  ServiceItem,
  Session,
  SignInFailure,
  SpecBook,
  SpecBookFile,
  SpecBookItem,
  StreetCell,
  StreetList,
  StreetListEntry,
  StreetListImport,
  SupplementNotice,
  Suspension,
  Task,
  TaskHelp,
  Unit,
  Upload,
];
