import { createContext, use } from 'react';
import type { Draft } from '../api/change-draft';

/** What the server had to say of the version as it was last saved, for the fields to show. */
interface Said {
  problems: Draft['problems'];
  comments: Draft['comments'];
  openComments: (field: string) => void;
}

export const EditorContext = createContext<Said>({
  problems: [],
  comments: [],
  openComments: () => undefined,
});

/** The sentences that belong to a field, or to something inside it. */
export function useProblemsAt(...paths: string[]): string[] {
  const { problems } = use(EditorContext);
  const found = problems.filter(({ field }) =>
    paths.some((path) => field === path || field.startsWith(`${path}.`)),
  );
  return [...new Set(found.map(({ title }) => title))];
}

/** Only those that name this very place. */
export function useProblemsExactlyAt(path: string): string[] {
  const { problems } = use(EditorContext);
  return problems.filter(({ field }) => field === path).map(({ title }) => title);
}
