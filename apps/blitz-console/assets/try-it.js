/**
 * Reads the document of the admin API and lets it be tried. Who is logged in to the console tries it as themselves: the browser
 * brings the session's cookie, and changing requests bring its token against forgery. A token that a program was given goes before.
 */
const documentUrl = '/blitz/admin/api/v1/openapi.json';
const sessionUrl = '/blitz/console/session';
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

async function readSession() {
  const answer = await fetch(sessionUrl, { headers: { accept: 'application/json' } });
  return answer.ok ? answer.json() : undefined;
}

async function readDocument() {
  const answer = await fetch(documentUrl);
  if (!answer.ok) throw new Error(`the document could not be read: ${answer.status}`);
  return answer.json();
}

/** Tokens are asked for elsewhere, with a secret that has no business in a browser: here they are pasted. */
function forBrowsers(document) {
  const { securitySchemes } = document.components;
  const program = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token of blitz-idp (docs/admin-api.md), good for five minutes.' };
  const paths = Object.entries(document.paths).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, withoutScopes(operation)]))]);
  // Where this page is, the API is, whatever stands in front of both.
  return { ...document, servers: [{ url: '/' }], paths: Object.fromEntries(paths), components: { ...document.components, securitySchemes: { ...securitySchemes, program } } };
}

function withoutScopes(operation) {
  return { ...operation, security: [{ program: [] }, { person: [] }] };
}

function say(session) {
  const who = document.getElementById('who');
  if (session !== undefined) {
    who.textContent = `You try it as ${session.person.name || session.person.login}: what you send is really done.`;
    return;
  }
  const link = document.createElement('a');
  link.href = `/blitz/console/login?to=${encodeURIComponent(location.pathname)}`;
  link.textContent = 'log in to the console';
  who.replaceChildren('Nobody is logged in: ', link, ', or press “Authorize” and paste a token.');
}

async function open() {
  const [session, described] = await Promise.all([readSession().catch(() => undefined), readDocument()]);
  say(session);
  window.SwaggerUIBundle({
    spec: forBrowsers(described),
    dom_id: '#api',
    deepLinking: true,
    validatorUrl: null,
    persistAuthorization: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    requestInterceptor: (request) => {
      const csrf = session?.csrf_token;
      if (csrf !== undefined && request.headers.Authorization === undefined && !reading.has(request.method.toUpperCase())) request.headers['X-Blitz-Csrf'] = csrf;
      return request;
    },
  });
}

open().catch((error) => {
  const who = document.getElementById('who');
  who.className = 'warning';
  who.textContent = `This page can’t be shown: ${error.message}. Try again in a moment.`;
});
