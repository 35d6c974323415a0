/** Asks for the progress of a case as the public does. */
export function askProgress(url: string, number: string, identityTail: string): Promise<Response> {
  return fetch(`${url}/api/v1/progress`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number, identityTail }),
  });
}
