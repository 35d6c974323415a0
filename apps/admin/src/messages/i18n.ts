import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { accounts as enAccounts } from './en/accounts';
import { actions as enActions } from './en/actions';
import { books as enBooks } from './en/books';
import { audit as enAudit } from './en/audit';
import { identity as enIdentity } from './en/identity';
import { catalog as enCatalog } from './en/catalog';
import { combing as enCombing } from './en/combing';
import { catalogDesk as enCatalogDesk } from './en/catalog-desk';
import { closing as enClosing } from './en/closing';
import { deadlines as enDeadlines } from './en/deadlines';
import { intake as enIntake } from './en/intake';
import { offerings as enOfferings } from './en/offerings';
import { promises as enPromises, publications as enPublications } from './en/publications';
import { papers as enPapers } from './en/papers';
import { reception as enReception } from './en/reception';
import { shell as enShell } from './en/shell';
import { standard as enStandard } from './en/standard';
import { visits as enVisits } from './en/visits';
import { words as enWords } from './en/words';
import { workflow as enWorkflow } from './en/workflow';
import { accounts } from './zh-CN/accounts';
import { actions } from './zh-CN/actions';
import { books } from './zh-CN/books';
import { audit } from './zh-CN/audit';
import { identity } from './zh-CN/identity';
import { catalog } from './zh-CN/catalog';
import { combing } from './zh-CN/combing';
import { catalogDesk } from './zh-CN/catalog-desk';
import { closing } from './zh-CN/closing';
import { deadlines } from './zh-CN/deadlines';
import { intake } from './zh-CN/intake';
import { offerings } from './zh-CN/offerings';
import { promises, publications } from './zh-CN/publications';
import { papers } from './zh-CN/papers';
import { reception } from './zh-CN/reception';
import { shell } from './zh-CN/shell';
import { standard } from './zh-CN/standard';
import { visits } from './zh-CN/visits';
import { words } from './zh-CN/words';
import { workflow } from './zh-CN/workflow';

const chinese = {
  ...shell,
  ...words,
  ...identity,
  ...accounts,
  ...actions,
  ...audit,
  ...books,
  ...catalog,
  ...combing,
  ...catalogDesk,
  ...standard,
  ...intake,
  ...visits,
  ...workflow,
  ...deadlines,
  ...offerings,
  ...papers,
  ...publications,
  ...promises,
  ...closing,
  ...reception,
};
const english = {
  ...enShell,
  ...enWords,
  ...enIdentity,
  ...enAccounts,
  ...enActions,
  ...enAudit,
  ...enBooks,
  ...enCatalog,
  ...enCombing,
  ...enCatalogDesk,
  ...enStandard,
  ...enIntake,
  ...enVisits,
  ...enWorkflow,
  ...enDeadlines,
  ...enOfferings,
  ...enPapers,
  ...enPublications,
  ...enPromises,
  ...enClosing,
  ...enReception,
};

export type Messages = typeof chinese;

const KEPT_AS = 'yikou.language';
export const LANGUAGES = { 'zh-CN': '中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN',
    fallbackLng: 'zh-CN',
    // One form for all numbers in both languages: no key per plural.
    resources: { 'zh-CN': { translation: chinese }, en: { translation: english } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
