/** The sign-in library's own form for the identity provider: the address there. `back` is where the provider's answer leads. */
export async function addressAtProvider(back: string): Promise<string> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/signin/provider', { method: 'POST', body: new URLSearchParams({ csrfToken, callbackUrl: back, json: 'true' }) });
  return ((await answer.json()) as { url: string }).url;
}
