/**
 * A real OpenID provider on loopback, whose people sign in by being named and whose id tokens can be bent before they are
 * signed. Talks with the test over IPC: { clientId, clientSecret, redirectUri } starts it, { person } says who signs in
 * next, { bend } changes claims of the next id token.
 */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, decodeJwt, importJWK } from 'jose';
import { Provider } from 'oidc-provider';

const jwk = { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
const SCOPE = 'openid email groups';
let person = { sub: 'nobody' };
let bend = null;

async function bent(token) {
  // What is bent to nothing is left out.
  const claims = Object.fromEntries(Object.entries({ ...decodeJwt(token), ...bend }).filter(([, value]) => value !== null));
  bend = null;
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid }).sign(await importJWK(jwk, 'RS256'));
}

function providerAt(issuer, { clientId, clientSecret, redirectUri }) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic' }],
    jwks: { keys: [jwk] },
    pkce: { required: () => true },
    scopes: SCOPE.split(' '),
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], groups: ['groups'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the test'] },
  });
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === '/token' && bend !== null && ctx.body?.id_token) ctx.body.id_token = await bent(ctx.body.id_token);
  });
  return provider;
}

async function interact(provider, req, res) {
  const { prompt, params, session } = await provider.interactionDetails(req, res);
  if (prompt.name === 'login') return provider.interactionFinished(req, res, { login: { accountId: person.sub, amr: person.amr } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(SCOPE);
  return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

function start(client) {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    const provider = providerAt(issuer, client);
    const answer = provider.callback();
    server.on('request', (req, res) => (req.url.startsWith('/interaction/') ? interact(provider, req, res).catch((error) => res.writeHead(500).end(String(error))) : answer(req, res)));
    process.send({ issuer });
  });
}

process.on('message', (message) => {
  if (message.clientId !== undefined) return start(message);
  if (message.person !== undefined) ({ person } = message);
  if (message.bend !== undefined) ({ bend } = message);
  process.send({ heard: true });
});
process.on('disconnect', () => process.exit(0));
