import { api, problemOf, ProblemError, UNREACHABLE, type Dto } from '@yikou/api-client';

interface Upload {
  caseId: string;
  position: number;
  file: File;
  onProgress?: (percent: number) => void;
}

/** Sent again where the session had run out meanwhile: the client renews it with whatever it asks next. */
export async function uploadFile(upload: Upload): Promise<Dto<'CaseMaterialsDto'>> {
  try {
    return await send(upload);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error;
    await api.GET('/api/v1/me');
    return send(upload);
  }
}

/** XMLHttpRequest, because fetch does not tell how much of an upload has gone. */
function send({ caseId, position, file, onProgress }: Upload): Promise<Dto<'CaseMaterialsDto'>> {
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
