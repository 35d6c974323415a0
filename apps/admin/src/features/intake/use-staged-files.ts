import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { materialsQuery } from './api/materials';
import { uploadFile } from './api/upload-file';

/** A scan on its way: waiting for its case, going up, or refused. */
export interface StagedFile {
  id: string;
  position: number;
  file: File;
  percent: number | null;
  error: unknown;
}

let count = 0;

/** Files chosen before a case exists are kept here and sent once it does. */
export function useStagedFiles() {
  const client = useQueryClient();
  const [staged, setStaged] = useState<StagedFile[]>([]);
  const patch = (id: string, change: Partial<StagedFile>) =>
    setStaged((files) => files.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const remove = (id: string) => setStaged((files) => files.filter((one) => one.id !== id));

  const send = async (caseId: string, { id, position, file }: StagedFile) => {
    patch(id, { percent: 0, error: null });
    try {
      const onProgress = (percent: number) => patch(id, { percent });
      const materials = await uploadFile({ caseId, position, file, onProgress });
      client.setQueryData(materialsQuery(caseId).queryKey, materials);
      remove(id);
    } catch (error) {
      patch(id, { percent: null, error });
    }
  };
  const stage = (position: number, file: File): StagedFile => {
    count += 1;
    const one = { id: `staged-${count}`, position, file, percent: null, error: null };
    setStaged((files) => [...files, one]);
    return one;
  };
  return {
    staged,
    stage,
    remove,
    send,
    /** One after the other: the counter's line is narrow, and each answer renews the checklist. */
    sendAll: async (caseId: string) => {
      for (const one of staged) await send(caseId, one);
    },
    clear: () => setStaged([]),
  };
}
