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
import { Appointment, AppointmentSetting, HomeVisit } from './appointments/index.js';
import {
  Archive,
  ArchiveSerial,
  Destruction,
  DestructionEntry,
  ItemRetention,
} from './archives/index.js';
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
import { CustodyHandover, CustodyHandoverOriginal, CustodyOriginal } from './custody/index.js';
import {
  CalendarDay,
  Deadline,
  DeadlineEvent,
  DeadlinePause,
  PublishedYear,
} from './deadlines/index.js';
import { Export, ListSettings, SavedFilter } from './finding/index.js';
import {
  Applicant,
  Application,
  CaseAgent,
  CaseFollower,
  CaseMaterial,
  MaterialFile,
  ProgressMessage,
  SupplementNotice,
  TailFailure,
} from './intake/index.js';
import { Delivery, DeliveryReminder } from './deliveries/index.js';
import { Filing, FilingQuestion, FilingRow, FilingWeek } from './filings/index.js';
import { IdempotencyKey, OutboxMessage } from './machinery.entity.js';
import { EntryExceptionRow, OfferingClone, ReadinessCheckRow } from './offerings/index.js';
import { Area, Counter, Posting, Unit } from './organisation/index.js';
import { Preregistration, PreregistrationFile } from './preregistration/index.js';
import { Paper, PaperSerial } from './papers/index.js';
import { Publication, ServicePromises } from './publication/index.js';
import {
  Case,
  CaseEvent,
  CaseNumberSerial,
  CaseUnit,
  Suspension,
  Task,
  Upload,
} from './workflow/index.js';

/** Every table's columns; keys, checks and indexes stand in the migrations. */
export const ENTITIES = [
  Account,
  AccountSecret,
  Applicant,
  Appointment,
  AppointmentSetting,
  Archive,
  ArchiveSerial,
  Area,
  Application,
  AuthorisationRow,
  CalendarDay,
  Case,
  CaseAgent,
  CaseEvent,
  CaseFollower,
  CaseMaterial,
  CaseNumberSerial,
  CaseUnit,
  Counter,
  CustodyHandover,
  CustodyHandoverOriginal,
  CustodyOriginal,
  Deadline,
  DeadlineEvent,
  DeadlinePause,
  Delivery,
  DeliveryReminder,
  Destruction,
  DestructionEntry,
  EntryExceptionRow,
  Export,
  ExternalIdentity,
  HomeVisit,
  Filing,
  FilingQuestion,
  FilingRow,
  FilingWeek,
  IdempotencyKey,
  ItemDraft,
  ItemDraftComment,
  ItemRetention,
  ItemRetirement,
  ItemSearch,
  ItemVersion,
  ListSettings,
  MaterialFile,
  Offering,
  OfferingClone,
  OidcAttempt,
  OutboxMessage,
  Paper,
  PaperSerial,
  Posting,
  Preregistration,
  PreregistrationFile,
  ProgressMessage,
  Publication,
  PublishedYear,
  ReadinessCheckRow,
  RefreshToken,
  RoleGrant,
  SavedFilter,
  ServiceItem,
  ServicePromises,
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
  TailFailure,
  Task,
  Unit,
  Upload,
];
