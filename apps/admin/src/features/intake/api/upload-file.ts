import { problemOf, ProblemError, UNREACHABLE, type Dto } from '@yikou/api-client';

interface Upload {
  caseId: string;
  position: number;
  file: File;
  onProgress?: (percent: number) => void;
}

/** XMLHttpRequest, because fetch does not tell how much of an upload has gone. */
export function uploadFile({
  caseId,
  position,
  file,
  onProgress,
}: Upload): Promise<Dto<'CaseMaterialsDto'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/cases/${caseId}/materials/${position}/files`);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new ProblemError(0, UNREACHABLE, UNREACHABLE));
    request.onload = () => {
      if (request.status < 300)
        resolve(JSON.parse(request.responseText) as Dto<'CaseMaterialsDto'>);
      else reject(problemOf(request.status, request.responseText));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
